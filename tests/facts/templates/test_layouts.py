"""Sheets are known by their headers, wherever these stand, and others are left alone."""

from typing import Any

import pytest

from junheng.facts.grid import Grid
from junheng.facts.templates.forms import extra_lines, official_lines
from junheng.facts.templates.layouts import SEARCHED_ROWS, FormLayout, RowLayout, form_lines, layout_of
from junheng.facts.templates.slots import fold, school_slots, table_slots
from tests.facts.templates.sheets import form


def grid(*rows: list[Any]) -> Grid:
    return Grid("f.xlsx", "表", list(rows))


STAFF = ["学校（机构）标识码", "教职工总人数〔人〕", "专任教师总人数", "持有教师资格证的专任教师人数"]


def test_a_table_is_known_by_its_headers_with_and_without_unit() -> None:
    layout = layout_of(grid(["某校上报"], STAFF), marked=False)
    assert isinstance(layout, RowLayout)
    assert layout.header_row == 2
    assert [(slot.table, slot.field.id) for slot in layout.columns.values()] == [
        ("staff", "school_code"),
        ("staff", "staff_total"),
        ("staff", "teachers_total"),
        ("staff", "certified"),
    ]


def test_columns_may_move_and_gaps_and_foreign_ones_are_remembered() -> None:
    layout = layout_of(grid(["我的备注", STAFF[2], "", STAFF[0], STAFF[3], STAFF[1]]), marked=False)
    assert isinstance(layout, RowLayout)
    assert sorted(layout.columns) == [2, 4, 5, 6]
    assert layout.unknown == {1: "我的备注"}


def test_a_sheet_without_the_key_is_not_ours() -> None:
    assert layout_of(grid(STAFF[1:]), marked=True) is None


def test_too_few_headers_are_no_layout_even_in_a_template() -> None:
    assert layout_of(grid(STAFF[:2]), marked=True) is None
    assert layout_of(grid(STAFF[:3]), marked=True) is not None


def test_many_foreign_headers_need_the_mark_of_a_template() -> None:
    mixed = grid([*STAFF, "甲", "乙"])
    assert layout_of(mixed, marked=False) is None
    assert isinstance(layout_of(mixed, marked=True), RowLayout)
    assert layout_of(grid([*STAFF, "甲"]), marked=False) is not None


@pytest.mark.parametrize(("above", "found"), [(SEARCHED_ROWS - 1, True), (SEARCHED_ROWS, False)])
def test_the_header_is_looked_for_near_the_top(above: int, found: bool) -> None:
    assert (layout_of(grid(*[["说明"]] * above, STAFF), marked=True) is not None) is found


def test_the_school_template_is_told_from_the_table_of_schools() -> None:
    schools = [slot.header for slot in table_slots("schools")]
    whole = [slot.header for slot in school_slots()]
    for headers in (schools, whole):
        layout = layout_of(grid(headers), marked=True)
        assert isinstance(layout, RowLayout)
        assert len(layout.columns) == len(headers)


def test_the_forms_are_told_apart_by_their_lines() -> None:
    for which in ("school", "county"):
        layout = layout_of(form({}, which), marked=False)
        assert isinstance(layout, FormLayout)
        assert (layout.form, layout.header_row, layout.item_column, layout.value_column) == (which, 1, 3, 5)


def test_a_form_needs_a_few_lines_of_ours() -> None:
    heads = ["填报值", "填报项目"]
    two = grid(heads, [1, "学校代码"], [2, "学校类型"], [3, "别的"])
    assert layout_of(two, marked=True) is None
    two.rows.append(["", "学校名称"])
    assert layout_of(two, marked=True) == FormLayout(1, "school", 2, 1)


def test_official_wording_wins_over_our_own() -> None:
    lines = form_lines("school")
    assert all(lines[fold(line.title)] is line for line in official_lines("school"))
    assert len(lines) == len(official_lines("school")) + len(extra_lines("school"))


@pytest.mark.parametrize("rows", [[], [[]], [[None]], [[1.5, True]], [["", "", ""]]])
def test_odd_sheets_have_no_layout(rows: list[list[Any]]) -> None:
    assert layout_of(grid(*rows), marked=True) is None
