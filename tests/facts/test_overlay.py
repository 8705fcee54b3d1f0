"""What was judged or counted elsewhere comes before a workbook, cell by cell or row by row, and says whence."""

from datetime import date
from typing import Any

import polars as pl

from junheng.facts import CELLS_SCHEMA, Facts, Intake, Receipt
from junheng.facts.overlay import elsewhere, lay_over

SAID = {"county_code": "410105", "item": "G1", "school_code": "", "met": True, "judged_by": "区教育局"}
SAID |= {"judged_on": date(2025, 9, 1), "document": "文件一", "note": None}
FOUND = {**SAID, "met": False, "judged_by": "教育督导机构", "document": None, "note": "查阅材料"}


def frame(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(rows, infer_schema_length=None)


def workbook(**tables: pl.DataFrame) -> Intake:
    """As read from a workbook: a cell for each value, B2 and so on."""
    plain = {name: elsewhere(2025, name, rows, "x", lambda _key: "区县.xlsx") for name, rows in tables.items()}
    cells = pl.concat([one.facts.cells for one in plain.values()] or [pl.DataFrame(schema=dict(CELLS_SCHEMA))])
    cells = (
        cells.with_row_index()
        .with_columns(cell=pl.format("B{}", pl.col("index") + 2), sheet=pl.lit("表"))
        .select(*CELLS_SCHEMA)
    )
    return Intake(Facts.of(2025, tables, cells), Receipt((), dict.fromkeys(tables, 1), cells.height, ()))


def found(**tables: pl.DataFrame) -> Intake:
    ((name, rows),) = tables.items()
    return elsewhere(2025, name, rows, "finding", lambda key: "督导认定 " + "-".join(one for one in key if one))


def test_a_finding_replaces_the_whole_row_and_is_told() -> None:
    other = {**SAID, "item": "G2"}
    laid = lay_over(workbook(evidence=frame(SAID, other)), found(evidence=frame(FOUND)), whole_rows=("evidence",))
    first, second = laid.facts["evidence"].to_dicts()
    assert first == FOUND
    assert second == other
    cells = laid.facts.cells.filter(part="G1/")
    assert set(cells["file"]) == {"督导认定 410105-G1"}
    assert set(cells["field"]) == {"met", "judged_by", "judged_on", "note"}
    assert set(laid.facts.cells.filter(part="G2/")["file"]) == {"区县.xlsx"}
    (told,) = laid.receipt.findings
    assert (told.code, told.place.cell) == ("taken_from_elsewhere", "B2")
    assert "是否达标：是" in told.what()
    assert "judged by: 区教育局" in told.what("en").lower()
    assert "督导认定 410105-G1" in told.what()


def test_a_survey_leaves_what_it_did_not_ask_to_the_workbook() -> None:
    given = {"county_code": "410105", "group": "all", "questionnaires": 9, "valid": 8, "satisfied": 7}
    given |= {"visits": 5, "visits_satisfied": 4}
    counted = {**given, "questionnaires": 100, "valid": 90, "satisfied": 80, "visits": None, "visits_satisfied": None}
    laid = lay_over(workbook(surveys=frame(given)), found(surveys=frame(counted)))
    (row,) = laid.facts["surveys"].to_dicts()
    assert row == {**counted, "visits": 5, "visits_satisfied": 4}
    files = dict(laid.facts.cells.select("field", "file").iter_rows())
    assert files["valid"] == "督导认定 410105-all"
    assert files["visits"] == "区县.xlsx"
    assert laid.facts.cells.height == 5


def test_the_same_is_not_told_and_nothing_changes_nothing() -> None:
    laid = lay_over(workbook(evidence=frame(SAID)), found(evidence=frame(SAID)), whole_rows=("evidence",))
    assert laid.receipt.findings == ()
    given = workbook(evidence=frame(SAID))
    same = lay_over(given, found(evidence=frame(SAID).clear()), whole_rows=("evidence",))
    assert same.facts.cells.equals(given.facts.cells)
    assert same.facts["evidence"].equals(given.facts["evidence"])
    assert same.receipt == given.receipt


def test_the_source_is_hashed_by_what_it_says() -> None:
    one, same, other = (found(evidence=frame(row)).receipt.files[0] for row in (FOUND, FOUND, {**FOUND, "met": True}))
    assert one == same
    assert one.sha256 != other.sha256
    assert (one.name, one.kind) == ("督导认定 410105-G1", "finding")
