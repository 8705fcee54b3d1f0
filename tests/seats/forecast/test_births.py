"""From births to first grade, and births by scenario."""

import pytest

from junheng.seats.forecast import births_by_scenario, entrants_ahead, entry_ratio


def test_the_ratio_pools_the_years_that_have_both() -> None:
    births = {2010: 100.0, 2011: 120.0, 2012: 90.0}
    assert entry_ratio(births, {2016: 110.0, 2017: 110.0, 2030: 5.0}, lag=6) == pytest.approx(220 / 220)
    with pytest.raises(ValueError, match="6"):
        entry_ratio(births, {2040: 1.0}, lag=6)


def test_entrants_come_as_many_years_later() -> None:
    assert entrants_ahead({2021: 80.0, 2020: 100.0}, 1.1, lag=6) == pytest.approx({2026: 110.0, 2027: 88.0})


def test_scenarios_compound() -> None:
    held = births_by_scenario(100.0, {"flat": 0.0, "fewer": -0.1}, 3)
    assert held["flat"] == pytest.approx([100, 100, 100])
    assert held["fewer"] == pytest.approx([90, 81, 72.9])
    with pytest.raises(ValueError, match="below 0"):
        births_by_scenario(100.0, {"none": -1.0}, 3)
