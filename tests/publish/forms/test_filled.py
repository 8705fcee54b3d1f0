"""Filling a layout."""

import pytest

from junheng.publish.forms.filled import Filled, fill_layout, titled
from junheng.publish.forms.layout import load_layout


@pytest.fixture(scope="module")
def empty() -> Filled:
    return fill_layout(load_layout("application"), {})


def test_an_empty_form_has_no_number_at_all(empty: Filled) -> None:
    values = [entry.value for sheet in empty.sheets for entry in sheet.entries.values() if entry.cell.kind == "value"]
    assert set(values) == {None}


def test_every_blank_of_an_empty_form_is_listed(empty: Filled) -> None:
    asked = sum(cell.kind == "value" for sheet in empty.layout.sheets for cell in sheet.cells.values())
    assert sum("＿＿" not in gap.what for gap in empty.gaps) == asked
    assert all(gap.what for gap in empty.gaps)


def test_a_gap_is_named_by_its_headings(empty: Filled) -> None:
    named = {(gap.sheet, gap.at): gap.what for gap in empty.gaps}
    assert named["表1", "B9"] == "自然情况 农业人口数（万人）"
    assert named["表1", "V9"] == "教职工数（人） 小学 其中专任教师"
    assert named["表3", "C7"] == "初中 差异系数 每百名学生拥有高于规定学历教师数"
    assert named["表6", "E7"] == "其中：家长 问卷调查综合满意度（%）"


def test_numbers_are_rounded_by_their_cell() -> None:
    filled = fill_layout(load_layout("application"), {"county.population_10k": 66.555, "county.villages": 10})
    cells = filled.sheets[0].entries
    assert (cells["A9"].value, cells["D9"].value) == (66.56, 10.0)


def test_rows_push_the_note_down() -> None:
    rows = [{"number": at, "name": f"学校{at}", "L1": None} for at in (1, 2, 3)]
    filled = fill_layout(load_layout("application"), {}, rows)
    sheet = filled.sheets[2]
    assert sheet.note_row == 7
    assert sheet.entries["B6"].value == "学校3"
    assert str(sheet.entries["A7"].value).startswith("注：")
    assert ("表2-2", "G6", "学校3 每百名学生拥有高于规定学历教师数") in [(g.sheet, g.at, g.what) for g in filled.gaps]


def test_a_title_is_added_without_changing_the_rest(empty: Filled) -> None:
    held = titled(empty, "金水区", "合成", 2023)
    assert (held.about, held.notice, held.year) == ("金水区", "合成", 2023)
    assert held.sheets == empty.sheets
