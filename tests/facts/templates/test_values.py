"""What a template is filled with: values, marks for facts without one, and blanks for the rest."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest

from junheng.facts.checks.model import keyed
from junheng.facts.contracts import contract
from junheng.facts.grid import Grid
from junheng.facts.tables import CELLS_SCHEMA, Facts, conform
from junheng.facts.templates.slots import Slot, table_slots
from junheng.facts.templates.values import Filling, key_of
from tests.facts import strategies
from tests.facts.templates.sheets import read_grids


def filling(states: Mapping[tuple[str, str, str, str], str] | None = None) -> Filling:
    code = "2141000001"
    tables = {
        "schools": pl.DataFrame([{"school_code": code, "school_name": "=甲", "school_type": "211", "boarding": False}]),
        "sections": pl.DataFrame([{"school_code": code, "section": "primary", "pupils": 0}]),
        "money": pl.DataFrame([{"school_code": code, "equipment_value_yuan": 123400.0}]),
        "evidence": pl.DataFrame([{"county_code": "410105", "item": "G1", "school_code": None, "met": True}]),
    }
    cells = [(*spot, state, "f", "s", "A1", "") for spot, state in (states or {}).items()]
    return Filling(Facts.of(2025, tables, pl.DataFrame(cells, schema=dict(CELLS_SCHEMA), orient="row")))


def slot(table: str, name: str, part: str = "") -> Slot:
    return Slot(table, contract(table).field(name), part)


@pytest.mark.parametrize(
    ("one", "value", "cell"),
    [
        (slot("sections", "pupils", "primary"), 0, 0),
        (slot("sections", "pupils", "junior"), None, None),
        (slot("sections", "classes", "primary"), None, None),
        (slot("schools", "boarding"), False, "否"),
        (slot("schools", "school_type"), "211", "小学"),
        (slot("schools", "school_name"), "=甲", "'=甲"),
        (slot("money", "equipment_value_yuan"), 123400.0, 12.34),
        (slot("staff", "certified"), None, None),
    ],
)
def test_a_slot_s_value_and_its_cell(one: Slot, value: object, cell: object) -> None:
    assert filling().value(one, "2141000001") == value
    assert filling().cell(one, "2141000001") == cell


def test_a_school_that_is_not_there_has_nothing() -> None:
    assert filling().value(slot("sections", "pupils", "primary"), "9999999999") is None
    assert filling().cell(slot("sections", "pupils", "primary"), "") is None


@pytest.mark.parametrize(("state", "mark"), [("not_applicable", "/"), ("suppressed", "*"), ("reported", None)])
def test_a_fact_without_a_value_says_why(state: str, mark: str | None) -> None:
    filled = filling({("sections", "2141000001", "primary", "classes"): state})
    assert filled.cell(slot("sections", "classes", "primary"), "2141000001") == mark
    assert filled.cell(slot("sections", "classes", "junior"), "2141000001") is None
    (row,) = filled.table_rows("sections")
    assert dict(zip((one.id for one in contract("sections").fields), row, strict=True))["classes"] == mark


def test_a_value_wins_over_a_mark() -> None:
    filled = filling({("sections", "2141000001", "primary", "pupils"): "not_applicable"})
    assert filled.cell(slot("sections", "pupils", "primary"), "2141000001") == 0


@pytest.mark.parametrize("mark", ["/", "*"])
def test_a_mark_is_read_back_as_what_it_was(mark: str) -> None:
    state = {"/": "not_applicable", "*": "suppressed"}[mark]
    spot = ("sections", "2141000001", "primary", "classes")
    (row,) = filling({spot: state}).table_rows("sections")
    heads: list[Any] = [one.header for one in table_slots("sections")]
    facts, _ = read_grids(Grid("f", "学段学生情况", [heads, ["" if cell is None else cell for cell in row]]))
    assert strategies.states(facts) == {(*spot, state)}


def test_the_rows_of_a_table_are_in_the_order_of_the_contract() -> None:
    assert filling().table_rows("evidence") == [["金水区", "G1", None, "是", None, None, None, None]]
    assert filling().table_rows("staff") == []


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        ("schools", {"school_code": "1"}, ("1", "")),
        ("sections", {"school_code": "1", "section": "junior"}, ("1", "junior")),
        ("evidence", {"county_code": "410105", "item": "G1", "school_code": None}, ("410105", "G1/")),
        ("evidence", {"county_code": "410105", "item": "G1", "school_code": "7"}, ("410105", "G1/7")),
    ],
)
def test_keys_are_named_as_the_provenance_names_them(
    table: str, row: Mapping[str, Any], expected: tuple[str, str]
) -> None:
    assert key_of(table, row) == expected
    frame = conform(table, pl.DataFrame([row]))
    assert keyed(table, frame).select("code", "part").row(0) == expected
