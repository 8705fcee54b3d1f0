"""Sheets of rows: two lines of header, locked; open rows below, with their checks."""

from pathlib import Path

import openpyxl
import polars as pl
import pytest

from junheng.facts.contracts import contract
from junheng.facts.templates.horizontal import SPARE_ROWS, write_rows
from junheng.facts.templates.slots import Slot, table_slots
from tests.facts.templates.sheets import book_at, book_of


def test_headers_are_locked_and_rows_are_open(tmp_path: Path) -> None:
    sheet = book_of("school", tmp_path, schools=pl.DataFrame({"school_code": ["2141000001"]})).worksheets[0]
    assert sheet.protection.sheet
    assert sheet["C2"].protection.locked
    assert not sheet["C3"].protection.locked


def test_a_school_row_has_a_frozen_header_of_two_lines_with_units_and_marks(tmp_path: Path) -> None:
    sheet = book_of("school", tmp_path).worksheets[0]
    headers = [cell.value for cell in sheet[2]]
    assert sheet.freeze_panes == "C3"
    assert sheet["A1"].value == "学校基本情况"
    assert "学校名称*" in headers
    assert "在校学生人数（小学）〔人〕" in headers, "required only of schools that have the section"
    assert "教学仪器设备资产值（账面原值）〔万元〕" in headers
    assert "本届毕业学生人数〔人〕" in headers


def test_categories_span_their_columns_and_a_single_one_is_not_merged(tmp_path: Path) -> None:
    rules = contract("schools")
    slots = (*(Slot("schools", one) for one in rules.fields[:3]), Slot("staff", contract("staff").field("staff_total")))
    with book_at(tmp_path / "h.xlsx") as book:
        write_rows(book, "表", slots, [])
    sheet = openpyxl.load_workbook(tmp_path / "h.xlsx")["表"]
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:C1"]
    assert (sheet["A1"].value, sheet["D1"].value) == ("学校基本情况", "教师持证与培训")


def test_values_stand_under_their_headers_and_blanks_stay_blank(tmp_path: Path) -> None:
    with book_at(tmp_path / "h.xlsx") as book:
        write_rows(book, "表", table_slots("staff"), [["2141000001", 26, None, 0, "/"]])
    sheet = openpyxl.load_workbook(tmp_path / "h.xlsx")["表"]
    assert [cell.value for cell in sheet[3]] == ["2141000001", 26, None, 0, "/"]
    assert [str(cell.value).endswith("*") for cell in sheet[2]] == [True, False, False, False, False]
    assert [cell.number_format for cell in sheet[3]] == ["@", "General", "General", "General", "General"]


def test_checks_reach_the_spare_rows_below_the_filled_ones(tmp_path: Path) -> None:
    rows: list[list[str | float | int | None]] = [["2141000001", 26, None, 0, None]] * 3
    with book_at(tmp_path / "h.xlsx") as book:
        write_rows(book, "表", table_slots("staff"), rows)
    sheet = openpyxl.load_workbook(tmp_path / "h.xlsx")["表"]
    ranges = {str(one.sqref) for one in sheet.data_validations.dataValidation}
    assert f"B3:B{2 + 3 + SPARE_ROWS}" in ranges


@pytest.mark.parametrize("cells", [["2141000001"], ["2141000001", 1, 2, 3, 4, 5]])
def test_a_row_of_another_length_is_refused(cells: list[str | float | int | None], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zip"), book_at(tmp_path / "h.xlsx") as book:
        write_rows(book, "表", table_slots("staff"), [cells])
    assert not (tmp_path / "h.xlsx").exists()


def test_the_key_columns_stay_in_view(tmp_path: Path) -> None:
    with book_at(tmp_path / "h.xlsx") as book:
        write_rows(book, "甲", table_slots("staff"), [], frozen=1)
        write_rows(book, "乙", table_slots("evidence"), [], frozen=3)
    book_ = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert (book_["甲"].freeze_panes, book_["乙"].freeze_panes) == ("B3", "D3")
