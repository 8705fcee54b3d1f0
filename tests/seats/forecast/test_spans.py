"""Schools that grow go on growing, full ones do not, and those that run out go on running out."""

import numpy as np

from junheng.seats.forecast.spans import chances, expected_spans
from tests.seats.forecast.conftest import Made

NO = np.nan


def test_a_school_that_added_a_grade_adds_the_next_as_others_did(made: Made) -> None:
    older = [[30, NO, NO, NO], [30, 30, NO, NO], [30, 30, 30, NO], [30, 30, 30, 30], [30, 30, 30, 30]]
    younger = [[NO] * 4, [NO] * 4, [NO] * 4, [25, NO, NO, NO], [25, 25, NO, NO]]
    panel = made(np.array([older, younger]).swapaxes(0, 1))
    ahead = expected_spans(panel, 3)[:, 1]
    assert ahead.tolist() == [[True, True, True, False], [True] * 4, [True] * 4]


def test_a_full_school_stays_as_it_is(made: Made) -> None:
    panel = made([[[30, 30, NO]]] * 6)
    assert (expected_spans(panel, 4) == panel.offered[-1]).all()


def test_a_school_that_lost_its_lowest_grade_runs_out_where_others_did(made: Made) -> None:
    closed = [[30, 30, 30], [NO, 30, 30], [NO, NO, 30], [NO, NO, NO], [NO, NO, NO]]
    closing = [[30, 30, 30]] * 4 + [[NO, 30, 30]]
    panel = made(np.array([closed, closed, closing]).swapaxes(0, 1))
    assert expected_spans(panel, 2)[:, 2].tolist() == [[False, False, True], [False, False, True]]


def test_chances_start_from_the_prior(made: Made) -> None:
    grows, stays, runs_out = chances(made([[[1, 2]]]).offered)
    assert grows.tolist() == [0.5, 0.5]
    assert stays.tolist() == [0.05, 0.05]
    assert runs_out.tolist() == [0.5, 0.5]
