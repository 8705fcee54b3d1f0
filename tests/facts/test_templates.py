"""Templates: the official layout line by line, drop-downs, protection, version, and no formula from a user's text."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.contracts import contract, contracts
from junheng.facts.findings import column_letters
from junheng.facts.grid import open_workbook
from junheng.facts.tables import Facts
from junheng.facts.templates import KINDS, template_version, write_template
from junheng.facts.templates.cells import neutral, unguarded, written
from junheng.facts.templates.forms import HEADERS, extra_lines, official_lines, sections_of, wording
from junheng.facts.templates.identity import MARK_SHEET
from junheng.facts.templates.slots import fold, school_slots


def book_of(kind: str, folder: Path, **more: Any) -> openpyxl.Workbook:
    path = folder / f"{kind}.xlsx"
    write_template(kind, path, year=2025, **more)
    return openpyxl.load_workbook(path)


def test_every_line_of_the_official_forms_has_a_field() -> None:
    lines = official_lines("school")
    assert [line.number for line in lines] == list(range(1, 69))
    assert all(line.slot for line in lines)
    assert [line.number for line in official_lines("county") if line.slot is None] == [3]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2, ("基本信息", "学校类型", "小学/初中/九年一贯制/十二年一贯制/完全中学", True, "")),
        (14, ("学生信息", "家庭住址在划片范围内的在校学生人数（初中）", "人", True, "")),
        (41, ("体育艺术教师", "体育交流轮岗/兼职/走教教师人数", "人", False, "仅50-100人乡村小规模学校填写")),
        (45, ("教学用房面积", "教学及辅助用房总面积", "平方米", True, "")),
        (51, ("教学设备", "教学仪器设备资产值（账面原值）", "万元", True, "")),
        (68, ("巩固率数据", "毕业年级三年死亡学生数", "人", True, "初中填写")),
    ],
)
def test_official_wording(number: int, expected: tuple[object, ...]) -> None:
    line = official_lines("school")[number - 1]
    assert (line.category, line.title, line.unit, line.required, line.note) == expected


def test_titles_are_unambiguous() -> None:
    for form in ("school", "county"):
        titles = [fold(line.title) for line in (*official_lines(form), *extra_lines(form))]
        assert len(titles) == len(set(titles))
    headers = [fold(slot.header) for slot in school_slots()]
    assert len(headers) == len(set(headers))


def test_the_school_form_covers_every_school_field() -> None:
    lines = [line for line in (*official_lines("school"), *extra_lines("school")) if line.slot]
    covered = {(line.slot.table, line.slot.field.id) for line in lines if line.slot}
    expected = {
        (name, field.id)
        for name, rules in contracts().items()
        for field in (rules.fields if name == "schools" else rules.measures)
        if rules.level in {"school", "section"} and name != "campuses"
    }
    assert covered == expected


def test_indicators_needed_by_section_are_fields_of_lines_for_the_whole_school() -> None:
    whole = {line.slot.field.id for line in official_lines("school") if line.slot and not line.slot.part}
    assert set(wording()["needed_by_section"]) <= whole


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
    assert "在校学生人数（小学）〔人〕*" in headers
    assert "教学仪器设备资产值（账面原值）〔万元〕" in headers
    assert "本届毕业学生人数〔人〕" in headers


def test_drop_downs_and_number_checks(tmp_path: Path) -> None:
    book = book_of("schools", tmp_path)
    rules = {str(one.sqref).split(":")[0]: one for one in book.worksheets[0].data_validations.dataValidation}
    fields = [field.id for field in contract("schools").fields]
    column = column_letters
    kinds = rules[f"{column(fields.index('school_type') + 1)}3"]
    assert kinds.type == "list"
    assert "代码表" in str(kinds.formula1)
    assert rules[f"{column(fields.index('boarding') + 1)}3"].formula1 == '"是,否"'
    migrants = rules[f"{column(fields.index('migrant_children') + 1)}3"]
    assert (migrants.type, migrants.operator, migrants.formula1) == ("whole", "greaterThanOrEqual", "0")
    year = rules[f"{column(fields.index('founded_year') + 1)}3"]
    assert (year.formula1, year.formula2) == ("1800", "2100")
    assert "小学教学点" in [cell.value for cell in book["代码表"]["A"]] + [cell.value for cell in book["代码表"]["C"]]


def test_long_codes_are_text(tmp_path: Path) -> None:
    facts = pl.DataFrame({"school_code": ["2141000001"], "school_name": ["甲"]})
    cell = book_of("school", tmp_path, schools=facts).worksheets[0]["A3"]
    assert (cell.value, cell.number_format, cell.data_type) == ("2141000001", "@", "s")


def test_the_version_is_in_the_properties_and_on_a_very_hidden_sheet(tmp_path: Path) -> None:
    book = book_of("county", tmp_path)
    assert template_version() in str(book.properties.keywords)
    properties = {one.name: one.value for one in book.custom_doc_props.props}  # type: ignore[attr-defined]
    assert properties["junheng-template"] == "county"
    assert book[MARK_SHEET].sheet_state == "veryHidden"
    assert book[MARK_SHEET]["B2"].value == template_version()


def test_synthetic_and_real_data_say_so(tmp_path: Path) -> None:
    said = {flag: str(book_of("school", tmp_path, synthetic=flag)["说明"]["A4"].value) for flag in (True, False)}
    assert "合成数据" in said[True]
    assert "真实" in said[False]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "'="])
def test_a_user_s_text_never_becomes_a_formula(start: str, tmp_path: Path) -> None:
    name = f"{start}cmd|' /C calc'!A0"
    path = tmp_path / "s.xlsx"
    write_template(
        "schools", path, year=2025, schools=pl.DataFrame({"school_code": ["2141000001"], "school_name": [name]})
    )
    with zipfile.ZipFile(path) as archive:
        assert all(b"<f>" not in archive.read(one) for one in archive.namelist() if "worksheets" in one)
    (grid, *_) = open_workbook(path)
    assert str(grid.at(3, 2)).startswith("'")
    assert unguarded(str(grid.at(3, 2))) == name


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
    ("kind", "pupils", "expected"),
    [
        ("211", {}, ("primary",)),
        ("312", {"primary": 5}, ("primary", "junior")),
        ("312", {"primary": 5, "junior": 0}, ("primary",)),
        ("211", {"junior": 3}, ("primary", "junior")),
        ("511", {"primary": 3, "junior": None}, ("primary",)),
        (None, {}, ()),
        ("345", {}, ("primary", "junior", "senior")),
    ],
)
def test_sections_of_a_school(kind: str | None, pupils: dict[str, int | None], expected: tuple[str, ...]) -> None:
    assert sections_of(kind, pupils) == expected


def test_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_template("county", tmp_path / f"{name}.xlsx", year=2025)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_unknown_kinds_and_several_units_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="school-form"):
        write_template("kindergarten", tmp_path / "t.xlsx", year=2025)
    two = Facts.of(2025, {"schools": pl.DataFrame({"school_code": ["2141000001", "2141000002"]})})
    with pytest.raises(ValueError, match="2"):
        write_template("school-form", tmp_path / "t.xlsx", year=2025, rows=two)


def test_the_official_form_is_filled_with_a_choice_of_its_own_drop_down(tmp_path: Path) -> None:
    schools = pl.DataFrame({"school_code": ["3141000002"], "school_type": ["312"]})
    sheet = book_of("school-form", tmp_path, schools=schools).worksheets[0]
    (rule,) = (one for one in sheet.data_validations.dataValidation if str(one.sqref) == "E3")
    assert sheet["E3"].value == "九年一贯制"
    assert "九年一贯制," in str(rule.formula1)


def test_every_table_has_a_template() -> None:
    assert set(KINDS) == {"school", "school-form", "county", *contracts()}
