"""Sheets in the layout of the official forms."""

from pathlib import Path

import openpyxl
import polars as pl
import pytest

from junheng.facts.codes import code_list
from junheng.facts.templates.forms import HEADERS, official_lines, wording
from junheng.facts.templates.vertical import write_form
from tests.facts.templates.sheets import book_at, book_of


def test_the_vertical_layout(tmp_path: Path) -> None:
    sheet = book_of("school-form", tmp_path).worksheets[0]
    assert tuple(cell.value for cell in sheet[1]) == HEADERS
    assert sheet.max_row == 69
    assert sheet.title == "学校填报数据"
    assert [cell.value for cell in sheet[11]] == [10, "学生信息", "小学学生人数", "人", None, "是", None]


@pytest.mark.parametrize("kind", ["school-form", "county"])
def test_lines_are_locked_and_values_are_open(kind: str, tmp_path: Path) -> None:
    sheet = book_of(kind, tmp_path).worksheets[0]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[2]] == [True] * 4 + [False] + [True] * 2


def test_the_official_form_is_filled_with_a_choice_of_its_own_drop_down(tmp_path: Path) -> None:
    schools = pl.DataFrame({"school_code": ["3141000002"], "school_type": ["312"]})
    sheet = book_of("school-form", tmp_path, schools=schools).worksheets[0]
    (rule,) = (one for one in sheet.data_validations.dataValidation if str(one.sqref) == "E3")
    assert sheet["E3"].value == "九年一贯制"
    assert "九年一贯制," in str(rule.formula1)


def test_every_line_is_written_with_its_value(tmp_path: Path) -> None:
    lines = official_lines("county")[:4]
    values: dict[int, str | float | int | None] = {1: "金水区", 2: "410105", 3: 2025, 4: None}
    with book_at(tmp_path / "v.xlsx") as book:
        write_form(book, "表", lines, lambda line: values[line.number])
    sheet = openpyxl.load_workbook(tmp_path / "v.xlsx")["表"]
    assert [cell.value for cell in sheet["E"]] == ["填报值", "金水区", "410105", 2025, None]
    assert [cell.value for cell in sheet["C"]][1:] == [line.title for line in lines]
    assert sheet["E3"].number_format == "@"
    assert sheet["E5"].number_format == "General"
    assert sheet.freeze_panes == "A2"


def test_an_optional_line_says_so(tmp_path: Path) -> None:
    sheet = book_of("school-form", tmp_path).worksheets[0]
    assert [sheet[f"F{number + 1}"].value for number in (40, 41, 45)] == ["是", "否", "是"]
    assert sheet["G42"].value == "仅50-100人乡村小规模学校填写"


def test_the_drop_down_of_types_offers_short_names_first_and_leaves_no_type_out(tmp_path: Path) -> None:
    sheet = book_of("school-form", tmp_path).worksheets[0]
    (rule,) = (one for one in sheet.data_validations.dataValidation if str(one.sqref) == "E3")
    offered = str(rule.formula1).strip('"').split(",")
    assert offered[:5] == ["小学", "初中", "九年一贯制", "十二年一贯制", "完全中学"]
    known = code_list("school_types")
    short = wording()["school_types"]
    assert {short.get(one) or known.code_of(one) for one in offered} == set(known.codes)
    assert len(str(rule.formula1)) <= 257, "a spreadsheet takes 255 characters between the quotes"


def test_the_line_for_the_year_has_no_check(tmp_path: Path) -> None:
    sheet = book_of("county", tmp_path).worksheets[0]
    checked = {str(one.sqref) for one in sheet.data_validations.dataValidation}
    assert "E4" not in checked
    assert "E5" in checked
