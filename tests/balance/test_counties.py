"""When a county passes: each dispersion by its limit, or the mean of them; not judged while anything is open."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from junheng.balance import evaluate
from junheng.policy import load_standard
from tests.balance.tables import LEVELS, school, table

LAW_2017, LAW_2012 = load_standard("jiaodu-2017-6"), load_standard("jiaodu-2012-3")


def row(code: str, pupils: float, level: float, **own: Any) -> dict[str, Any]:
    amounts: dict[str, Any] = {name: value * pupils * level for name, value in LEVELS.items()}
    more: dict[str, Any] = {
        "computers": 0.2 * pupils * level,
        "books": 30.0 * pupils * level,
        "teachers": 0.08 * pupils * level,
    }
    return school(code, pupils, **amounts, **more, middle_title_teachers=0.04 * pupils * level) | own


@pytest.mark.parametrize(("level", "passes"), [(4.5, True), (5.0, False)])
def test_2012_tests_the_mean_of_eight(level: float, *, passes: bool) -> None:
    found = evaluate(table(row("1", 500, 1), row("2", 500, level)), LAW_2012).counties.row(0, named=True)
    expected = (level - 1) / (level + 1)
    assert (found["mean_dispersion"], found["passes"]) == (pytest.approx(expected), passes)
    assert found["mean_limit"] == 0.65


def test_2012_is_open_while_one_value_is_missing() -> None:
    found = evaluate(table(row("1", 500, 1), row("2", 500, 1, books=None)), LAW_2012)
    assert found.counties["passes"].to_list() == [None]


def test_2017_tests_each_one_even_where_the_mean_is_small() -> None:
    rows = [row("1", 500, 1), row("2", 500, 1, backbone_teachers=500 * 0.04)]
    found = evaluate(table(*rows), LAW_2017).counties.row(0, named=True)
    assert (found["dispersions_met"], found["passes"]) == (6, False)
    assert found["mean_dispersion"] < 0.1


def test_an_unknown_limit_leaves_the_county_open() -> None:
    standard = LAW_2017.with_values({"dispersion.primary": None})
    assert evaluate(table(row("1", 500, 1)), standard).counties["passes"].to_list() == [None]


def test_a_standard_without_any_test_has_no_verdict() -> None:
    free = replace(
        LAW_2017,
        school_rule=None,
        indicators=tuple(replace(one, threshold={}, limit={}) for one in LAW_2017.indicators),
    )
    assert evaluate(table(row("1", 500, 1)), free).counties["passes"].to_list() == [None]


def test_a_dispersion_exactly_at_its_limit_is_met() -> None:
    rows = [row("1", 500, 1, equipment_value_yuan=3000.0 * 500), row("2", 500, 1, equipment_value_yuan=9000.0 * 500)]
    assert evaluate(table(*rows), LAW_2017).counties["passes"].to_list() == [True]
    tight = LAW_2017.with_values({"dispersion.primary": Decimal("0.4999999")})
    assert evaluate(table(*rows), tight).counties["passes"].to_list() == [False]


def test_counties_and_indicators_are_in_order() -> None:
    rows = [school("1", section="junior", county="B"), school("2", county="B"), school("3", county="A")]
    found = evaluate(table(*rows), LAW_2017)
    assert found.counties.select("county_code", "section").rows() == [
        ("A", "primary"),
        ("B", "primary"),
        ("B", "junior"),
    ]
    assert found.indicators["indicator"].to_list() == [f"L{at}" for at in range(1, 8)] * 3
