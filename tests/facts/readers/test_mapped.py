"""Tables of other systems through a mapping file."""

from pathlib import Path
from typing import Any

import pytest

from junheng.facts.collect import Collector
from junheng.facts.findings import Outcome
from junheng.facts.grid import Cell, Grid
from junheng.facts.intake import Intake, read_files
from junheng.facts.readers.mapped import read_mapped, units_frame
from junheng.facts.readers.mapping import load_mapping

MAPPING: dict[str, Any] = {
    "year": {"column": "學年度", "add": 1911},
    "county": "縣市",
    "rows": {"school_code": "代碼", "school_name": "校名", "section": "primary", "skip": {"級別": ["幼兒園"]}},
    "columns": [{"fact": "pupils", "sum": ["男", "女"], "unit": "人"}, {"fact": "teachers", "column": "教師"}],
}
HEADER: list[Cell] = ["學年度", "縣市", "代碼", "校名", "級別", "男", "女", "教師", "電話"]
ROW: list[Cell] = ["113", "合成縣", "014601", "合成國小", "國小", "30", "28", "7", "02-1"]


def read(rows: list[list[Cell]], mapping: dict[str, Any] = MAPPING) -> tuple[list[dict[str, Any]], Collector]:
    collector = Collector()
    return read_mapped([Grid("a.csv", "表", rows, plain_text=True)], load_mapping(mapping), collector), collector


def changed(**cells: Cell) -> list[Cell]:
    return [cells.get(str(name), cell) for name, cell in zip(HEADER, ROW, strict=True)]


def test_sums_year_and_codes_with_leading_zeros() -> None:
    (row,), collector = read([["標題"], HEADER, ROW])
    assert row == {
        "school_code": "014601",
        "school_name": "合成國小",
        "county_code": "合成縣",
        "county": "合成縣",
        "section": "primary",
        "year": 2024,
        "pupils": 58.0,
        "teachers": 7.0,
    }
    (finding,) = collector.findings
    assert (finding.code, finding.values["columns"]) == ("columns_not_mapped", "電話")


def test_the_unit_table_has_canonical_columns_first_and_is_sorted() -> None:
    rows, _ = read([HEADER, changed(代碼="2"), changed(代碼="1")])
    frame = units_frame(rows)
    assert frame.columns == [
        "school_code", "school_name", "county_code", "county", "section", "year", "pupils", "teachers",
    ]  # fmt: skip
    assert frame["school_code"].to_list() == ["1", "2"]
    assert units_frame([]).is_empty()


@pytest.mark.parametrize(("cell", "code"), [("", None), ("—", "dash_for_empty"), ("三十", "not_a_number")])
def test_half_a_sum_is_no_sum(cell: str, code: str | None) -> None:
    (row,), collector = read([HEADER, changed(男=cell)])
    assert (row["pupils"], row["teachers"]) == (None, 7.0)
    assert [one.code for one in collector.findings[1:]] == ([code] if code else [])


def test_skipped_and_total_rows_and_rows_without_code() -> None:
    rows, collector = read(
        [HEADER, changed(級別="幼兒園"), changed(縣市="總計", 代碼=""), ["总计"], [], ROW, changed(代碼="")]
    )
    assert len(rows) == 1
    assert [one.code for one in collector.findings[1:]] == ["row_without_code", "total_rows", "row_without_code"]


def test_a_school_twice() -> None:
    rows, collector = read([HEADER, ROW, changed(男="99")])
    assert [row["pupils"] for row in rows] == [58.0]
    assert (collector.findings[-1].code, collector.findings[-1].values["other"]) == ("row_twice", 2)


def test_all_missing_columns_at_once() -> None:
    rows, collector = read([HEADER[:6], ROW[:6]])
    assert rows == []
    (finding,) = collector.findings
    assert (finding.code, finding.outcome) == ("mapping_columns_missing", Outcome.REJECTED)
    assert finding.values["columns"] == "女、教師"


def test_a_named_sheet_and_header_row() -> None:
    mapping = {**MAPPING, "sheet": "資料", "header_row": 2}
    collector = Collector()
    grids = [Grid("a.xlsx", "說明", [HEADER, ROW]), Grid("a.xlsx", "資料", [HEADER, HEADER, ROW])]
    rows = read_mapped(grids, load_mapping(mapping), collector)
    assert len(rows) == 1
    assert read([HEADER, ROW], mapping)[0] == []


def test_a_section_by_column() -> None:
    mapping = {**MAPPING, "rows": {"school_code": "代碼", "section": {"column": "級別"}}}
    rows, collector = read(
        [HEADER, changed(級別="小学"), changed(級別="初中"), changed(級別="大學"), changed(級別="")], mapping
    )
    assert [row["section"] for row in rows] == ["primary", "junior"]
    assert [one.code for one in collector.findings[1:]] == ["not_in_code_list", "row_without_key"]


def test_into_contract_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",".join(map(str, HEADER)) + "\n" + ",".join(map(str, ROW)), encoding="utf-8")
    columns = [{"fact": "sections.pupils", "sum": ["男", "女"]}, {"fact": "staff.teachers_total", "column": "教師"}]
    intake: Intake = read_files(path, year=2024, mapping=load_mapping({**MAPPING, "into": "facts", "columns": columns}))
    assert intake.units is None
    assert intake.facts["sections"].select("school_code", "section", "pupils").row(0) == ("014601", "primary", 58)
    assert intake.facts["staff"]["teachers_total"].item() == 7
    assert intake.facts.cells.filter(field="pupils")["cell"].to_list() == ["F2", "G2"]
    assert intake.receipt.files[0].kind == "mapping"


def test_units_come_with_the_intake(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",".join(map(str, HEADER)) + "\n" + ",".join(map(str, ROW)), encoding="utf-8")
    intake = read_files(path, year=2024, mapping=load_mapping(MAPPING))
    assert intake.units is not None
    assert intake.units["pupils"].to_list() == [58.0]
    assert intake.receipt.rows == {"units": 1}
