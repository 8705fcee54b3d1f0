"""The workbook of a template: lists, checks and formats of cells, and no formula from a user's text."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

from junheng.facts.contracts import contract
from junheng.facts.findings import column_letters
from junheng.facts.grid import open_workbook
from junheng.facts.templates import template_version, write_template
from junheng.facts.templates.book import put
from junheng.facts.templates.cells import unguarded
from junheng.facts.templates.identity import MARK_SHEET
from tests.facts.templates.sheets import book_at, book_of


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


def test_text_is_written_as_text_and_numbers_as_numbers(tmp_path: Path) -> None:
    with book_at(tmp_path / "b.xlsx") as book:
        sheet = book.sheet("表")
        for column, value in enumerate(("=1+1", "2141000001", 7, 2.5, None, "", "http://x.y")):
            put(sheet, 0, column, value, book.fixed)
    cells = openpyxl.load_workbook(tmp_path / "b.xlsx")["表"][1]
    assert [cell.value for cell in cells] == ["=1+1", "2141000001", 7, 2.5, None, None, "http://x.y"]
    with zipfile.ZipFile(tmp_path / "b.xlsx") as archive:
        content = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in content
    assert b"hyperlink" not in content


def test_a_fault_while_writing_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with pytest.raises(TypeError, match="NAN/INF"), book_at(path) as book:
        put(book.sheet("表"), 0, 0, float("inf"), book.fixed)
    assert not path.exists()


@pytest.mark.parametrize(
    ("table", "name", "expected"),
    [
        ("sections", "pupils", ("integer", ">=", 0)),
        ("rooms", "land_area", ("decimal", ">=", 0)),
        ("schools", "founded_year", ("integer", "between", (1800, 2100))),
        ("schools", "longitude", ("decimal", "between", (73, 136))),
        ("schools", "boarding", ("list", None, ["是", "否"])),
        ("schools", "school_type", ("list", None, "='代码表'!$A$2:$A$14")),
        ("schools", "school_name", None),
        ("schools", "school_code", None),
        ("evidence", "judged_on", None),
    ],
)
def test_the_check_of_a_cell_follows_its_field(
    table: str, name: str, expected: tuple[Any, ...] | None, tmp_path: Path
) -> None:
    with book_at(tmp_path / "b.xlsx") as book:
        book.sheet("表")
        rule = book.validation(contract(table).field(name))
    if expected is None or rule is None:
        assert (rule, expected) == (None, None)
        return
    kind, criteria, value = expected
    limits = rule.get("value", rule.get("source", (rule.get("minimum"), rule.get("maximum"))))
    assert (rule["validate"], rule.get("criteria"), limits) == (kind, criteria, value)
    assert rule["error_type"] == "warning", "a slash must stay possible"


def test_limits_are_in_the_unit_that_is_reported(tmp_path: Path) -> None:
    field = replace(contract("money").field("equipment_value_yuan"), min=5000, max=20000)
    with book_at(tmp_path / "b.xlsx") as book:
        book.sheet("表")
        rule = book.validation(field)
    assert rule is not None
    assert (rule["minimum"], rule["maximum"]) == (0.5, 2)


def test_a_list_is_written_once_however_many_columns_use_it(tmp_path: Path) -> None:
    with book_at(tmp_path / "b.xlsx") as book:
        book.sheet("表")
        ranges = [book.validation(contract("schools").field(one)) for one in ("organiser", "urban_rural", "organiser")]
    sources = [one["source"] for one in ranges if one]
    assert sources == ["='代码表'!$A$2:$A$11", "='代码表'!$B$2:$B$8", "='代码表'!$A$2:$A$11"]
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["代码表"]
    assert [cell.value for cell in sheet[1]] == ["举办者类型", "驻地城乡类型"]
    assert sheet["A11"].value == "民办"
    assert sheet.protection.sheet


def test_without_lists_there_is_no_sheet_of_lists(tmp_path: Path) -> None:
    with book_at(tmp_path / "b.xlsx") as book:
        book.sheet("表")
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").sheetnames == ["表", MARK_SHEET]


def test_codes_are_typed_as_text_and_quantities_are_not(tmp_path: Path) -> None:
    with book_at(tmp_path / "b.xlsx") as book:
        book.sheet("表")
        assert book.open(contract("schools").field("school_code")) is book.open_text
        assert book.open(contract("sections").field("pupils")) is book.open_number
        assert book.open(None) is book.open_text
