"""Each method on numbers where its answer can be worked out by hand."""

import numpy as np
import pytest

from junheng.seats.forecast.paths import (
    PATHS,
    PEERS,
    grade_progression,
    last_value,
    level,
    linear_trend,
    progression,
)
from tests.seats.forecast.conftest import Made

NO = np.nan


def test_the_naive_forecast_repeats_the_last_year(made: Made) -> None:
    assert last_value(made([[[1, 2]], [[3, 4]]]), 2).tolist() == [[[3, 4]], [[3, 4]]]


def test_a_line_goes_on_and_stops_at_zero(made: Made) -> None:
    panel = made([[[10 + 2 * year, 40 - 9 * year]] for year in range(5)])
    ahead = linear_trend(panel, 3)
    assert ahead[:, 0, 0] == pytest.approx([20, 22, 24])
    assert ahead[:, 0, 1] == pytest.approx([0, 0, 0])


def test_a_line_through_what_is_known(made: Made) -> None:
    panel = made([[[10]], [[NO]], [[14]]], blank=[[[0]], [[1]], [[0]]])
    assert linear_trend(panel, 1).tolist() == [[[pytest.approx(16)]]]


def test_cohorts_move_up_by_the_mean_ratio(made: Made) -> None:
    panel = made([[[100, 90, 81]], [[200, 90, 81]], [[100, 180, 81]], [[100, 90, 162]]])
    ahead = grade_progression(panel, 2)
    assert ahead[0, 0] == pytest.approx([100, 90, 81])
    assert ahead[1, 0] == pytest.approx([100, 90, 81])


@pytest.mark.parametrize("name", PATHS)
def test_steady_cohorts_stay_steady(made: Made, name: str) -> None:
    ahead = PATHS[name](made([[[100, 90, 81], [50, 45, 40.5]]] * 6), 4)
    assert ahead == pytest.approx(np.array([[[100, 90, 81], [50, 45, 40.5]]] * 4))


@pytest.mark.parametrize("name", PATHS)
def test_a_grade_that_is_not_taught_gets_no_number(made: Made, name: str) -> None:
    ahead = PATHS[name](made([[[30, 30, NO]]] * 6), 3)
    assert np.isnan(ahead[:, 0, 2]).all()
    assert not np.isnan(ahead[:, 0, :2]).any()


def test_a_growing_school_holds_the_cohort_that_moves_up(made: Made) -> None:
    older = [[30, NO, NO], [30, 30, NO], [30, 30, 30], [30, 30, 30], [30, 30, 30]]
    younger = [[NO] * 3, [NO] * 3, [NO] * 3, [20, NO, NO], [24, 20, NO]]
    panel = made(np.array([older, younger]).swapaxes(0, 1))
    assert level(panel, 1)[0, 1] == pytest.approx([24, 20, 20])
    assert progression(panel, 1)[0, 1] == pytest.approx([24, 24, 20])
    assert np.isnan(last_value(panel, 1)[0, 1, 2])


def test_peers_know_nothing_of_spans() -> None:
    assert set(PEERS) < set(PATHS)
    assert set(PATHS) - set(PEERS) == {"level", "progression"}
