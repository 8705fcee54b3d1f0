"""The named forms of the dispersion on the published example, and accuracy where digits are few."""

from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from junheng.balance import evaluate
from junheng.policy import CountyRule, Standard, load_standard
from tests.balance.tables import school, table

STANDARD = load_standard("jiaodu-2017-6")
PUPILS, BOOKS = (45, 37, 89, 76, 55), (279, 137, 935, 160, 402)


def found(standard: Standard, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return evaluate(pl.DataFrame(rows), standard).indicator_row("410105", "primary", "L6", None)


def example(**rule: Any) -> float:
    standard = replace(STANDARD, county_rule=CountyRule("each", {}, **rule))
    rows = [
        school(str(at), n, equipment_value_yuan=float(a)) for at, (n, a) in enumerate(zip(PUPILS, BOOKS, strict=True))
    ]
    return round(float(found(standard, rows)["dispersion"]), 6)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({}, 0.515257),
        ({"weighting": "unweighted"}, 0.488771),
        ({"weighting": "unweighted", "form": "sample"}, 0.546462),
    ],
)
def test_the_named_forms_on_the_published_example(rule: dict[str, str], expected: float) -> None:
    assert example(**rule) == expected


def test_the_sample_form_needs_two_schools() -> None:
    standard = replace(STANDARD, county_rule=CountyRule("each", {}, form="sample"))
    assert found(standard, [school("1")])["dispersion"] is None


def test_no_digits_are_lost_where_values_are_large_and_close() -> None:
    rows = [school(str(at), 1000, equipment_value_yuan=1e12 + at * 1000) for at in range(3)]
    expected = (2 / 3) ** 0.5 / (1e9 + 1)
    assert found(STANDARD, rows)["dispersion"] == pytest.approx(expected, rel=1e-6)


def test_a_weight_column_of_its_own() -> None:
    indicator = replace(STANDARD.indicator("L6"), weight="teaching_area")
    standard = replace(STANDARD, indicators=(indicator,))
    rows = [
        school("1", 100, equipment_value_yuan=100_000.0, teaching_area=3.0),
        school("2", 100, equipment_value_yuan=300_000.0, teaching_area=1.0),
    ]
    assert evaluate(table(*rows), standard).indicator_row("410105", "primary", "L6", None)["sd"] == pytest.approx(
        1000.0
    )
