"""One cell to one value: every repair by name, and laws of what must survive."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.contracts import Field, contract
from junheng.facts.findings import messages
from junheng.facts.values import NOTHING, Parsed, parse, written

PUPILS = contract("sections").field("pupils")
AREA = contract("rooms").field("teaching_area")
MONEY = contract("money").field("equipment_value_yuan")
RATIO = contract("assessments").field("difference")
FOUNDED = contract("schools").field("founded_year")
FLAG = contract("schools").field("boarding")
CODE = contract("schools").field("school_code")
CAMPUS = contract("campuses").field("campus_code")
TYPE = contract("schools").field("school_type")
DAY = contract("evidence").field("judged_on")
NAME = contract("schools").field("school_name")
EVERY = [PUPILS, AREA, MONEY, RATIO, FOUNDED, FLAG, CODE, CAMPUS, TYPE, DAY, NAME]


@pytest.mark.parametrize(
    ("field", "raw", "value", "change"),
    [
        (PUPILS, 540.0, 540, None),
        (PUPILS, "540", 540, "numbers_as_text"),
        (PUPILS, "５４０", 540, "full_width_digits"),
        (PUPILS, "1,540", 1540, "thousands_commas"),
        (PUPILS, "540人", 540, "unit_in_cell"),
        (PUPILS, "\u200b540 ", 540, "numbers_as_text"),
        (AREA, "３，２００．５", 3200.5, "full_width_digits"),
        (AREA, "3200.5㎡", 3200.5, "unit_in_cell"),
        (MONEY, 12.34, 123400.0, None),
        (MONEY, 0.1, 1000.0, None),
        (MONEY, "12.34万元", 123400.0, "unit_in_cell"),
        (MONEY, "1234元", 1234.0, "unit_in_cell"),
        (RATIO, "12.5%", 0.125, "percent_strings"),
        (RATIO, "１２．５％", 0.125, "percent_strings"),
        (FOUNDED, 1998.0, 1998, None),
        (FOUNDED, 1998.9, 1998, "dotted_dates"),
        (FOUNDED, "1998.10", 1998, "dotted_dates"),
        (FOUNDED, "1998年9月", 1998, "dotted_dates"),
        (FOUNDED, "1998年", 1998, "unit_in_cell"),
        (FOUNDED, dt.date(1998, 9, 1), 1998, "dotted_dates"),
        (FLAG, "是", True, None),
        (FLAG, "×", False, None),
        (FLAG, "Ｙ", True, "full_width_digits"),
        (FLAG, 0.0, False, None),
        (FLAG, True, True, None),
        (CODE, "2141000001", "2141000001", None),
        (CODE, 2141000001.0, "2141000001", "code_as_number"),
        (CAMPUS, 1.0, "01", "code_as_number"),
        (TYPE, "九年一贯制学校", "312", None),
        (TYPE, "312 九年一贯制学校", "312", None),
        (TYPE, "九年一贯制学校（312）", "312", "full_width_digits"),
        (TYPE, 312.0, "312", None),
        (DAY, "2023-09-01", dt.date(2023, 9, 1), None),
        (DAY, "2023/9/1", dt.date(2023, 9, 1), "dotted_dates"),
        (DAY, "20230901", dt.date(2023, 9, 1), "dotted_dates"),
        (DAY, 2023.9, dt.date(2023, 9, 1), "dotted_dates"),
        (DAY, dt.datetime(2023, 9, 1, 8), dt.date(2023, 9, 1), None),  # noqa: DTZ001
        (DAY, 45170.0, dt.date(2023, 9, 1), "date_as_number"),
        (NAME, "合成\n一小 ", "合成 一小", None),
        (NAME, 66.0, "66", None),
    ],
)
def test_values(field: Field, raw: Any, value: object, change: str | None) -> None:
    assert parse(raw, field) == Parsed(value, "reported", change, raw=raw)  # type: ignore[arg-type]
    assert type(parse(raw, field).value) is type(value)


@pytest.mark.parametrize(
    ("field", "raw", "problem"),
    [
        (PUPILS, 3.5, "not_a_whole_number"),
        (PUPILS, True, "not_a_number"),
        (PUPILS, "约500", "not_a_number"),
        (PUPILS, "1,54", "not_a_number"),
        (PUPILS, "45%", "percent_not_expected"),
        (PUPILS, dt.date(2023, 3, 5), "date_for_number"),
        (PUPILS, "1e30", "number_too_long"),
        (AREA, float("nan"), "number_too_long"),
        (AREA, float("inf"), "number_too_long"),
        (FOUNDED, float("inf"), "number_too_long"),
        (AREA, "#DIV/0!", "formula_errors"),
        (AREA, "#N/CALC", "formula_not_calculated"),
        (CODE, 1.23e17, "scientific_notation_codes"),
        (CODE, "1.23E+17", "scientific_notation_codes"),
        (CODE, 2141000001.5, "scientific_notation_codes"),
        (CODE, float("nan"), "scientific_notation_codes"),
        (CODE, dt.date(2023, 1, 1), "not_a_code"),
        (TYPE, "魔法学校", "not_in_code_list"),
        (FLAG, "也许", "not_yes_or_no"),
        (FLAG, 2.0, "not_yes_or_no"),
        (DAY, 2023.1, "ambiguous_date"),
        (DAY, "2023-02-30", "not_a_date"),
        (DAY, "2023", "not_a_date"),
        (DAY, 12.0, "not_a_date"),
    ],
)
def test_problems(field: Field, raw: Any, problem: str) -> None:
    found = parse(raw, field)
    assert (found.problem, found.value, found.state) == (problem, None, "not_reported")


@pytest.mark.parametrize("field", EVERY, ids=lambda field: field.id)
@pytest.mark.parametrize(
    ("raw", "state", "change"),
    [
        ("", "not_reported", None),
        ("　", "not_reported", None),
        (None, "not_reported", None),
        ("—", "not_reported", "dash_for_empty"),
        ("－", "not_reported", "dash_for_empty"),
        ("/", "not_applicable", "slash_for_empty"),
        ("不适用", "not_applicable", "slash_for_empty"),
        ("无", "not_reported", "none_word_for_empty"),
        ("*", "suppressed", None),
    ],
)
def test_words_for_no_value_are_the_same_in_every_field(field: Field, raw: str, state: str, change: str | None) -> None:
    found = parse(raw, field)
    assert (found.value, found.state, found.change, found.problem) == (None, state, change, None)


def test_blank_is_not_zero() -> None:
    assert parse("", PUPILS) is NOTHING
    assert parse(0.0, PUPILS).value == 0
    assert parse(0.0, PUPILS).reported


@given(st.decimals(0, 10**8, places=6))
def test_ten_thousands_of_yuan_are_exact(amount: Decimal) -> None:
    exact = float(Decimal(repr(float(amount))) * 10000)
    assert parse(float(amount), MONEY).value == exact
    assert parse(str(Decimal(repr(float(amount)))) if amount > 1 else "1", MONEY).value == (
        exact if amount > 1 else 10000.0
    )


@given(st.integers(0, 10**12))
def test_a_whole_number_in_any_dress_is_the_same(number: int) -> None:
    full = str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    for dress in (float(number), number, str(number), f"{number:,}", full, f" {number} "):
        assert parse(dress, PUPILS).value == number


@given(
    st.one_of(
        st.text(max_size=20),
        st.floats(),
        st.integers(),
        st.booleans(),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.timedeltas(),
    ),
    st.sampled_from(EVERY),
)
def test_any_cell_gives_a_value_or_a_named_problem(raw: Any, field: Field) -> None:
    found = parse(raw, field)
    assert found.state in {"reported", "not_reported", "not_applicable", "suppressed"}
    assert found.reported == (found.value is not None)
    assert not (found.problem and found.reported)
    assert {found.change, found.problem} - {None} <= set(messages())
    assert isinstance(found.cell_text, str)


@pytest.mark.parametrize(
    ("raw", "text"),
    [(5.0, "5"), (5.5, "5.5"), (1.23e17, "1.23e+17"), (dt.date(2023, 9, 1), "2023-09-01"), ("5.0", "5.0")],
)
def test_cells_are_shown_as_written(raw: Any, text: str) -> None:
    assert written(raw) == text
