"""What is known, what is taught, and what is neither."""

import numpy as np

from junheng.seats.forecast.panel import taught, whole_of
from tests.seats.forecast.conftest import Made

NO = np.nan


def test_a_zero_inside_the_span_is_a_zero_and_outside_it_no_grade() -> None:
    counts = np.array([[[0.0, 5.0, 0.0, 7.0, 0.0, NO]]])
    assert taught(counts, ~np.isnan(counts)).tolist() == [[[False, True, True, True, False, False]]]


def test_a_blank_is_taught() -> None:
    counts = np.array([[[NO, 5.0, NO]]])
    assert taught(counts, np.array([[[True, True, False]]])).tolist() == [[[True, True, False]]]


def test_the_latest_takes_the_last_known_number_for_a_blank(made: Made) -> None:
    panel = made([[[10, 20, NO]], [[NO, 22, NO]]], blank=[[[0, 0, 0]], [[1, 0, 0]]])
    assert np.array_equal(panel.latest, [[10, 22, NO]], equal_nan=True)


def test_the_latest_of_a_cell_never_known_is_the_mean_of_the_others(made: Made) -> None:
    panel = made([[[NO, 20, 30]]], blank=[[[1, 0, 0]]])
    assert panel.latest.tolist() == [[25, 20, 30]]


def test_until_knows_nothing_of_later(made: Made) -> None:
    early = made([[[1, 2]], [[3, 4]], [[5, 6]]]).until(1)
    assert early.years == (2000, 2001)
    assert early.counts.tolist() == [[[1, 2]], [[3, 4]]]


def test_all_areas_together_carry_what_was_not_reported(made: Made) -> None:
    panel = made([[[10, 20], [1, 2]], [[NO, 25], [3, NO]]], blank=[[[0, 0], [0, 0]], [[1, 0], [0, 0]]])
    assert whole_of(panel).counts.tolist() == [[[11, 22]], [[13, 25]]], "10 is carried; the grade not taught is gone"
