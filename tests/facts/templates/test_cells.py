"""A fact as a cell: read again it is the same fact, and no spreadsheet takes it for a formula."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.contracts import contract
from junheng.facts.templates.cells import NO, NOT_APPLICABLE, SUPPRESSED, YES, neutral, unguarded, written
from junheng.facts.values import parse


@given(st.text(max_size=8) | st.text("'=+-@", max_size=5))
def test_neutral_is_undone_exactly(text: str) -> None:
    assert unguarded(neutral(text)) == text
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_amounts_are_written_in_the_unit_they_are_reported_in() -> None:
    assert written(123456.78, contract("money").field("equipment_value_yuan")) == 12.345678
    assert written(True, contract("schools").field("boarding")) == "是"
    assert written(None, contract("schools").field("boarding")) is None
    assert written("999", contract("schools").field("school_type")) == "999"


@pytest.mark.parametrize(
    ("table", "name", "value", "expected"),
    [
        ("evidence", "judged_on", date(2025, 11, 3), "2025-11-03"),
        ("schools", "boarding", False, "否"),
        ("schools", "school_type", "312", "九年一贯制学校"),
        ("schools", "school_code", "0041000001", "0041000001"),
        ("sections", "pupils", 0, 0),
        ("rooms", "land_area", 0.1, 0.1),
        ("money", "equipment_value_yuan", 0.3, 0.00003),
        ("schools", "school_name", "=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("schools", "school_name", "", ""),
    ],
)
def test_the_cell_of_a_value(table: str, name: str, value: object, expected: object) -> None:
    cell = written(value, contract(table).field(name))
    assert (cell, type(cell)) == (expected, type(expected))


@pytest.mark.parametrize("mark", [NOT_APPLICABLE, SUPPRESSED, YES, NO])
def test_what_we_write_for_a_state_is_read_as_that_state(mark: str) -> None:
    parsed = parse(mark, contract("schools").field("boarding"))
    assert (parsed.value, parsed.state) == {
        NOT_APPLICABLE: (None, "not_applicable"),
        SUPPRESSED: (None, "suppressed"),
        YES: (True, "reported"),
        NO: (False, "reported"),
    }[mark]


@pytest.mark.parametrize("text", ["郑州=1", "a-b", "5%", "'引号", "''", "", " =1"])
def test_harmless_text_is_left_alone(text: str) -> None:
    assert neutral(text) == text
    assert unguarded(text) == text


@given(st.integers(0, 10**13).map(lambda cents: cents / 100))
def test_an_amount_survives_the_change_of_its_unit(amount: float) -> None:
    field = contract("money").field("equipment_value_yuan")
    assert parse(written(amount, field), field).value == amount
