"""Thresholds, floors and limits as they stand for a section and year."""

from datetime import date
from decimal import Decimal

import pytest

from junheng.balance.bounds import all_bounds, bounds_of, rules_for
from junheng.policy import load_standard

STANDARD = load_standard("jiaodu-2017-6")

FLOORS = {
    "primary": {"L1": 3.57, "L2": 0.85, "L3": 0.765, "L4": 3.825, "L5": 6.375, "L6": 1700.0, "L7": 1.955},
    "junior": {"L1": 4.505, "L2": 0.85, "L3": 0.765, "L4": 4.93, "L5": 8.67, "L6": 2125.0, "L7": 2.04},
}


@pytest.mark.parametrize("section", ["primary", "junior"])
def test_floors_are_exact_products(section: str) -> None:
    rules = rules_for(STANDARD, 2024, None)
    found = {one.id: bounds_of(STANDARD, one, section, rules).floor for one in STANDARD.indicators}
    assert found == FLOORS[section]


def test_the_statistics_day_of_the_year_decides_unless_a_day_is_given() -> None:
    assert rules_for(STANDARD, 2016, None).number("L1.primary") is None
    assert rules_for(STANDARD, 2017, None).number("L1.primary") == 4.2
    assert rules_for(STANDARD, 2024, date(2016, 1, 1)).number("L1.primary") is None
    assert rules_for(STANDARD, None, None).number("L1.primary") == 4.2


def test_an_unknown_threshold_is_tested_and_not_known() -> None:
    open_ = STANDARD.with_values({"L1.primary": None})
    found = all_bounds(open_, [("primary", 2024)], None)["L1"]["primary", 2024]
    assert (found.tested, found.threshold, found.floor) == (True, None, None)


def test_where_less_is_better_the_floor_lies_above() -> None:
    from dataclasses import replace

    less = replace(STANDARD.indicators[0], better="lower")
    standard = STANDARD.with_values({"L1.primary": Decimal(17)})
    assert bounds_of(standard, less, "primary", rules_for(standard, 2024, None)).floor == pytest.approx(20)
