"""Cells of flat files: what people write, what is blank, and what cannot be read."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.balance.cells import SHOWN, BadCell, cell_faults, column_values, value_of


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("５００", 500.0),
        ("1,500,000", 1_500_000.0),
        ("１，５００", 1500.0),
        ("1 500", 1500.0),
        ("500人", 500.0),
        (500, 500.0),
        (1.25, 1.25),
        ("", None),
        ("—", None),
        ("无", None),
    ],
)
def test_a_number_as_written(raw: Any, value: float | None) -> None:
    assert value_of(raw, "pupils") == (value, True)


@pytest.mark.parametrize("raw", ["约五百", "5万", "15,00", "1e400", True, dt.date(2024, 9, 1), "50%", "12 34"])
def test_what_is_no_number_has_no_value(raw: Any) -> None:
    assert value_of(raw, "pupils") == (None, False)


@pytest.mark.parametrize(
    ("raw", "code", "read"),
    [(2141000001.0, "2141000001", True), ("0141000001", "0141000001", True), ("2.141E+09", None, False)],
)
def test_a_code_keeps_its_digits(raw: Any, code: str | None, read: bool) -> None:
    assert value_of(raw, "school_code") == (code, read)


@pytest.mark.parametrize(("raw", "value", "read"), [("2024", 2024, True), ("2024.5", None, False)])
def test_a_year_is_whole(raw: str, value: int | None, read: bool) -> None:
    assert value_of(raw, "year") == (value, read)


def test_good_cells_of_a_column_are_not_blamed() -> None:
    assert column_values(["1", "x", ""], [2, 3, 4], "pupils") == ([1.0, None, None], [BadCell(3, "pupils", "x")])


def test_the_rest_is_counted() -> None:
    found = cell_faults([BadCell(at, "pupils", "x") for at in range(SHOWN + 3)], {})
    assert len(found) == SHOWN + 1
    assert "3" in found[-1].what.zh


@given(st.floats(0, 1e12, allow_nan=False))
def test_a_number_is_read_back(number: float) -> None:
    assert value_of(str(number), "teaching_area") == (number, True)
