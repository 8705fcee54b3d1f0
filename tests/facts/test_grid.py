"""Sheets as rows: places, merged cells, hidden sheets, and findings instead of errors."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from junheng.facts.findings import Outcome
from junheng.facts.grid import Grid, Unreadable, open_file, open_workbook
from tests.fixtures.make import repack


def made() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("表一")
        sheet.merge_range("C3:E3", "专任教师")
        sheet.merge_range("B3:B4", "学校")
        sheet.write("C4", "合计")
        sheet.write("C5", 12.5)
        sheet.write_formula("D5", "=1/0", None, "#DIV/0!")
        sheet.write_formula("F9", "=1/0", None, "#N/A")
        hidden = book.add_worksheet("旧表")
        hidden.hide()
        hidden.write("A1", "作废")
    return target.getvalue()


def test_rows_count_from_a1_even_when_the_sheet_starts_later() -> None:
    grid = open_workbook(made(), "a.xlsx")[0]
    assert (grid.file, grid.sheet) == ("a.xlsx", "表一")
    assert grid.at(5, 3) == 12.5
    assert grid.at(1, 1) == ""
    assert grid.at(99, 1) == grid.at(1, 99) == grid.at(0, 1) == ""


def test_error_values_are_put_back_even_beyond_the_last_row() -> None:
    grid = open_workbook(made(), "a.xlsx")[0]
    assert grid.at(5, 4) == "#DIV/0!"
    assert grid.at(9, 6) == "#N/A"


def test_merged_header_cells_are_filled_and_data_are_not() -> None:
    grid = open_workbook(made(), "a.xlsx")[0]
    assert grid.header(3, 4) == [
        ["", "学校", "专任教师", "专任教师", "专任教师", ""],
        ["", "学校", "合计", "", "", ""],
    ]
    assert grid.rows[2][3] == ""


def test_hidden_sheets_are_marked() -> None:
    assert [grid.hidden for grid in open_workbook(made(), "a.xlsx")] == [False, True]


def test_a_place_names_file_sheet_and_cell() -> None:
    place = Grid("a.xlsx", "表一", []).place(7, 2, "人数")
    assert place.in_("zh") == "文件 a.xlsx 工作表 表一 单元格 B7 「人数」"


def test_a_csv_is_one_sheet_of_text(tmp_path: Path) -> None:
    path = tmp_path / "sections.csv"
    path.write_bytes("学校,人数\n甲,1\n".encode("gb18030"))
    book = open_file(path)
    (grid,) = book.grids
    assert (grid.sheet, grid.plain_text, grid.rows[1]) == ("sections", True, ["甲", "1"])
    assert [finding.code for finding in book.findings] == ["csv_encoding"]


def test_a_renamed_workbook_is_read_with_a_note() -> None:
    book = open_file(made(), "a.xls")
    assert [(one.code, one.outcome) for one in book.findings] == [("renamed_file", Outcome.CHANGED)]
    assert len(book.grids) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (made()[:900], "truncated_zip"),
        (b"\x89PNG\0", "not_a_spreadsheet"),
        (b'a,"' + b"x" * (2**24 + 1), "not_a_spreadsheet"),
    ],
    ids=["empty", "cut", "picture", "endless cell"],
)
def test_an_unreadable_file_raises_its_finding(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        open_workbook(data, "a.xlsx")
    assert caught.value.finding.code == code
    assert caught.value.finding.place.file == "a.xlsx"


def test_a_workbook_with_torn_xml_is_damaged() -> None:

    torn = repack(made(), lambda name, part: part[: len(part) // 2] if name.endswith("workbook.xml") else part)
    with pytest.raises(Unreadable) as caught:
        open_workbook(torn, "a.xlsx")
    assert caught.value.finding.code == "damaged_workbook"
