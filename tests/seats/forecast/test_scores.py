"""WAPE, MAPE and coverage by horizon; the areas' own records."""

import numpy as np
import pytest

from junheng.seats.forecast.grades import Section
from junheng.seats.forecast.replay import METHODS, replay
from junheng.seats.forecast.scores import CHOSEN, backtest_of, coverage, mape, wape
from junheng.seats.forecast.work import Work
from tests.seats.forecast.conftest import Made


def test_shares_of_the_pupils_and_of_the_mean_row() -> None:
    said, actual = np.array([90.0, 30.0]), np.array([100.0, 20.0])
    assert wape(said, actual) == pytest.approx(20 / 120)
    assert mape(said, actual) == pytest.approx((0.1 + 0.5) / 2)
    assert wape(said, np.zeros(2)) is None
    assert mape(np.array([5.0, 90.0]), np.array([0.0, 100.0])) == pytest.approx(0.1)


def test_every_method_has_its_row_by_horizon(made: Made) -> None:
    counts = np.random.default_rng(4).integers(20, 60, (12, 6, 3)).astype(float)
    work = Work(replay(made(counts), [Section("all", 1, 3)], 3))
    held = backtest_of(work)
    assert held.origins == tuple(range(2005, 2011))
    assert set(held.horizons["method"]) == {*METHODS, CHOSEN}
    assert held.horizons.height == 3 * (len(METHODS) + 1)
    assert held.rows == sum(6 * min(3, 2011 - origin) for origin in held.origins)
    assert held.areas["area"].to_list() == [f"A{at}" for at in range(6)]
    shares = held.horizons.filter(method=CHOSEN)["coverage"].to_list()
    assert all(0 <= share <= 1 for share in shares)


def test_steady_numbers_are_forecast_without_error_and_always_covered(made: Made) -> None:
    work = Work(replay(made(np.full((8, 3, 3), 30.0)), [Section("all", 1, 3)], 2))
    held = backtest_of(work).horizons
    assert held["wape"].to_list() == pytest.approx([0.0] * held.height)
    assert held.filter(method=CHOSEN)["coverage"].to_list() == [1.0, 1.0]
    inside = coverage(work, work.sections)
    assert np.isnan(inside[work.sections.origin == 1]).all(), "nothing was known at the first origin"
