"""Expressions of one school section, on rows that are easy to get wrong."""

from dataclasses import replace

import narwhals as nw
import polars as pl
import pytest

from junheng.balance.measures import by_cell, linear, reaches, value
from junheng.policy import load_standard

STANDARD = load_standard("jiaodu-2017-6")
AREA = STANDARD.indicator("L4")


def answer(expression: nw.Expr, **columns: list[float | str | None]) -> list[object]:
    return nw.from_native(pl.DataFrame(columns)).select(x=expression).to_native()["x"].to_list()


def test_a_value_is_null_when_a_part_is_missing_or_the_denominator_is_zero() -> None:
    found = answer(
        value(AREA),
        teaching_area=[900.0, 900.0, None, 900.0],
        indoor_sports_area=[100.0, 0.0, 1.0, None],
        pupils=[100.0, 0.0, 1.0, 1.0],
    )
    assert found == [8.0, None, None, None]


def test_no_denominator_is_the_number_one() -> None:
    assert answer(value(replace(AREA, numerator={"a": 2.0}, denominator={}, per=3.0)), a=[5.0, None]) == [30.0, None]
    assert answer(linear({}), a=[5.0]) == [1.0]


def test_a_number_by_section_and_year() -> None:
    cells: dict[tuple[str, int | None], float | None] = {
        ("primary", 2023): 1.0,
        ("primary", 2024): 2.0,
        ("junior", 2023): 3.0,
        ("junior", 2024): None,
    }
    found = answer(by_cell(cells), section=["primary", "primary", "junior", "junior"], year=[2023, 2024, 2023, 2024])
    assert found == [1.0, 2.0, 3.0, None]


@pytest.mark.parametrize(
    ("better", "expected"), [("higher", [False, True, True, None]), ("lower", [True, True, False, None])]
)
def test_the_good_side_of_a_bound(better: str, expected: list[bool | None]) -> None:
    bound = {("primary", None): 4.2}
    found = answer(reaches(nw.col("x"), bound, better), x=[4.1, 4.2, 4.3, None], section=["primary"] * 4)  # type: ignore[arg-type]
    assert found == expected
