"""Tables as Excel: full precision, official formats, text that stays text."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from junheng.balance.model import CityVerdict
from junheng.policy import Text
from junheng.publish import tables
from junheng.publish.display import cell_text
from junheng.publish.rounding import shown
from junheng.publish.table import Column, Table
from junheng.publish.workbook import CELL_LIMIT, fitted, fixed_moment, moment, number_format, to_xlsx, width
from tests.publish.conftest import COUNTY


def test_every_cell_shows_what_the_page_shows(city: CityVerdict, tmp_path: Path) -> None:
    table = tables.dispersions(city, COUNTY)
    sheet = load_workbook(to_xlsx([table], tmp_path / "t.xlsx")).worksheets[0]
    for at, row in enumerate(table.rows, 3):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            cell = sheet.cell(at, place)
            if isinstance(cell.value, int | float):
                assert cell.value == pytest.approx(value, rel=1e-14)
                assert cell.number_format == f"#,##{number_format(column.decimals)}"
                assert shown(float(cell.value), column.decimals or 0) == cell_text(column, value, "zh")
            else:
                assert cell.value == cell_text(column, value, "zh")


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "http://x", "3141000003", "007"])
def test_text_is_never_a_formula_a_link_or_a_number(text: str, tmp_path: Path) -> None:
    table = Table("t", Text("表", "T"), (Column("a", Text("甲", "A"), "code"),), ((text,),))
    cell = load_workbook(to_xlsx([table], tmp_path / "t.xlsx")).worksheets[0]["A3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_sheets_of_one_name_are_told_apart(tmp_path: Path) -> None:
    table = Table("t", Text("很长的表名/带斜线" * 5, "T"), (Column("a", Text("甲", "A")),), ())
    names = load_workbook(to_xlsx([table, table, table], tmp_path / "t.xlsx")).sheetnames
    assert len({name.lower() for name in names}) == 3
    assert all(len(name) <= 31 and "/" not in name for name in names)


def test_the_same_table_gives_the_same_bytes(city: CityVerdict, tmp_path: Path) -> None:
    first, second = (
        to_xlsx([tables.items(city, COUNTY)], tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx")
    )
    assert first == second


def test_groups_stand_above_their_columns(city: CityVerdict, tmp_path: Path) -> None:
    sheet = load_workbook(to_xlsx([tables.school_values(city, COUNTY)], tmp_path / "t.xlsx")).worksheets[0]
    assert "E2:K2" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet["E2"].value == "资源配置指标"
    assert sheet.freeze_panes == "B4"


def test_a_text_too_long_for_a_cell_says_that_it_is_cut() -> None:
    assert fitted("短") == "短"
    cut = fitted("长" * 40_000)
    assert len(cut) == CELL_LIMIT
    assert cut.endswith("see the CSV file）")


def test_dates_inside_depend_on_the_school_year() -> None:
    assert moment(2023).isoformat() == "2023-09-01T00:00:00"
    assert fixed_moment([Table("t", Text("", ""), (), ())]).year == 2000


def test_chinese_counts_twice() -> None:
    assert width("A中1") == 4
    assert [number_format(one) for one in (None, 0, 3)] == ["General", "0", "0.000"]
