"""A finding points at the cell, else at the sheet of its unit, else at the row of the table."""

import polars as pl
import pytest

from junheng.facts.checks.model import Check, Hit, Spot
from junheng.facts.checks.places import findings
from junheng.facts.findings import Outcome, Place
from junheng.facts.tables import CELLS_SCHEMA, Facts
from junheng.policy import Text
from tests.facts.checks.examples import A, B, in_memory

Cell = tuple[str, str, str, str, str]
"""table, code, part, field, address."""


def place(spots: tuple[Spot, ...], *cells: Cell) -> Place:
    rows = [(*cell[:4], "reported", "f.xlsx", "表", cell[4], "") for cell in cells]
    facts = in_memory({})
    written = Facts(facts.year, facts.tables, pl.DataFrame(rows, schema=dict(CELLS_SCHEMA), orient="row"))
    check = Check("x", Text("甲", "x"), Outcome.WARNED, lambda _: ())
    (finding,) = findings([(check, (Hit(spots, {"a": 1}),))], written)
    assert (finding.code, finding.outcome, finding.values) == ("x", Outcome.WARNED, {"a": 1})
    return finding.place


PUPILS = Spot("sections", ("pupils",), B, "junior")


@pytest.mark.parametrize(
    ("address", "row", "column"), [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1048576, 16384)]
)
def test_the_cell_is_named_by_row_and_column(address: str, row: int, column: int) -> None:
    found = place((PUPILS,), ("sections", B, "junior", "pupils", address))
    assert found == Place("f.xlsx", "表", row, column, "在校学生人数")
    assert found.cell == address


@pytest.mark.parametrize("address", ["", "行3", "a1", "A"])
def test_an_address_that_is_no_cell_leaves_file_and_sheet(address: str) -> None:
    assert place((PUPILS,), ("sections", B, "junior", "pupils", address)) == Place(
        "f.xlsx", "表", header="在校学生人数"
    )


def test_the_first_spot_that_was_written_wins() -> None:
    second = Spot("schools", ("school_type",), B)
    cells: tuple[Cell, ...] = (
        ("schools", B, "", "school_type", "C4"),
        ("sections", B, "junior", "pupils", "D4"),
    )
    assert place((PUPILS, second), *cells).cell == "D4"
    assert place((second, PUPILS), *cells).cell == "C4"
    assert place((PUPILS, second), cells[0]).cell == "C4"


def test_another_part_another_school_and_another_table_are_not_the_place() -> None:
    cells: tuple[Cell, ...] = (
        ("sections", B, "primary", "pupils", "D3"),
        ("sections", A, "junior", "pupils", "D2"),
        ("teachers", B, "junior", "pupils", "D9"),
    )
    assert place((PUPILS,), *cells).cell is None
    assert place((Spot("sections", ("pupils",), B),), *cells).cell == "D3", "any part"


def test_a_sheet_of_the_unit_is_better_than_nothing() -> None:
    found = place((PUPILS,), ("sections", B, "junior", "classes", "E4"))
    assert found == Place("f.xlsx", "表", header="在校学生人数")


@pytest.mark.parametrize(("code", "row"), [(A, 2), (B, 3), ("9999999999", None), ("", None)])
def test_without_provenance_the_row_is_counted_below_one_line_of_header(code: str, row: int | None) -> None:
    assert place((Spot("schools", ("school_name",), code),)) == Place("", "学校基本情况", row, header="学校名称")


def test_nothing_found_is_nothing_said() -> None:
    assert findings([], in_memory({})) == []
