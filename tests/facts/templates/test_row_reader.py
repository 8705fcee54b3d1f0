"""Rows are read by their headers; totals, blank rows and rows without a key never become schools."""

from typing import Any

import polars as pl
import pytest

from junheng.facts.checks import accept
from junheng.facts.collect import Collector
from junheng.facts.contracts import contract
from junheng.facts.findings import Finding, Outcome
from junheng.facts.grid import Grid
from junheng.facts.tables import Facts
from junheng.facts.templates.layouts import RowLayout, layout_of
from junheng.facts.templates.row_reader import cell, read, said
from junheng.facts.templates.slots import Slot
from junheng.facts.values import parse

HEAD = ["学校（机构）标识码", "学校名称", "办学类型", "在校学生人数（小学）〔人〕", "班级总数（小学）"]


def rows(*lines: list[Any], head: list[str] | None = None) -> tuple[Facts, list[Finding]]:
    grid = Grid("f.xlsx", "学校数据", [list(head or HEAD), *lines])
    layout = layout_of(grid, marked=True)
    assert isinstance(layout, RowLayout)
    collector = Collector()
    read(grid, layout, collector)
    return collector.facts(2025), collector.findings


def test_a_row_fills_every_table_its_columns_belong_to() -> None:
    facts, findings = rows(["2141000001", "甲小学", "小学", 400, 10])
    assert facts["schools"].select("school_code", "school_name", "school_type").row(0) == (
        "2141000001",
        "甲小学",
        "211",
    )
    assert facts["sections"].select("section", "pupils", "classes").rows() == [("primary", 400, 10)]
    assert not findings
    assert facts.cells.filter(pl.col("field") == "pupils").select("file", "sheet", "cell", "part").row(0) == (
        "f.xlsx",
        "学校数据",
        "D2",
        "primary",
    )


def test_blank_is_not_zero_and_a_row_of_nothing_but_its_key_is_a_school() -> None:
    facts, findings = rows(["2141000001", "", "", "", ""], ["2141000002", "", "", 0, ""])
    assert facts["schools"].height == 2
    assert facts["sections"].select("school_code", "pupils").rows() == [("2141000002", 0)]
    assert not findings


@pytest.mark.parametrize("blank", [[], [""], ["", "", ""], ["  ", "\t", "\u3000"]])
def test_blank_rows_are_no_rows(blank: list[Any]) -> None:
    facts, findings = rows(blank, ["2141000001", "甲", "", 5, ""], blank)
    assert facts["schools"].height == 1
    assert not findings


@pytest.mark.parametrize("line", [["合计", "", "", 900, 20], ["", "总计", "", 900, 20], [" 小 计 ：", "", "", 900, ""]])
def test_a_row_of_totals_is_ignored_and_nothing_of_it_is_kept(line: list[Any]) -> None:
    facts, findings = rows(["2141000001", "甲", "", 400, 10], line)
    assert facts["schools"]["school_code"].to_list() == ["2141000001"]
    assert facts["sections"]["pupils"].to_list() == [400]
    assert [(one.code, one.outcome, one.place.row) for one in findings] == [("template_total_row", Outcome.IGNORED, 3)]


def test_a_title_of_a_code_list_is_no_total() -> None:
    head = ["区县代码", "调查对象", "问卷总数", "回收有效问卷数"]
    facts, findings = rows(["金水区", "计", 1000, 980], ["410105", "家长", 600, 590], head=head)
    assert facts["surveys"].select("group", "valid").rows() == [("all", 980), ("parents", 590)]
    assert not findings


def test_a_school_called_like_a_total_is_a_school() -> None:
    facts, findings = rows(["2141000001", "合计", "", 400, 10])
    assert facts["schools"]["school_name"].to_list() == ["合计"]
    assert not findings


def test_a_row_without_its_key_is_rejected_by_name_in_both_languages() -> None:
    facts, findings = rows(["", "甲小学", "小学", 400, 10])
    assert facts["schools"].is_empty()
    assert [(one.code, one.outcome, one.place.row) for one in findings] == [
        ("template_row_without_key", Outcome.REJECTED, 2)
    ]
    assert "学校（机构）标识码" in findings[0].what("zh")
    assert "School code" in findings[0].what("en")


def test_a_key_that_cannot_be_read_is_said_once_with_its_cell() -> None:
    _, findings = rows(["2.14E+09", "甲小学", "", 400, 10])
    assert [(one.code, one.place.cell) for one in findings] == [
        ("scientific_notation_codes", "A2"),
        ("template_row_without_key", None),
    ]


def test_an_optional_key_may_be_empty() -> None:
    head = ["区县代码", "指标编号", "学校（机构）标识码", "是否达标", "认定日期"]
    facts, findings = rows(["410105", "G1", "", "是", "2025-11-03"], head=head)
    assert facts["evidence"].select("item", "school_code", "met").row(0) == ("G1", "", True)
    assert not findings


def test_two_rows_of_one_school_that_differ_spoil_each_other_only_where_they_differ() -> None:
    facts, findings = rows(["2141000001", "甲", "", 400, 10], ["2141000001", "甲", "", 401, ""])
    assert facts["sections"].select("pupils", "classes").row(0) == (None, 10)
    assert {one.code for one in findings} == {"same_value_twice", "conflicting_values"}


def test_the_guard_against_formulas_is_taken_off_text_only() -> None:
    name, pupils = (
        Slot("schools", contract("schools").field("school_name")),
        Slot("sections", contract("sections").field("pupils")),
    )
    assert cell("'=1+1", name).value == "=1+1"
    assert cell("'引号学校", name).value == "'引号学校"
    assert cell("'-5", pupils).problem == "not_a_number"


@pytest.mark.parametrize(
    ("raw", "expected"), [("", False), (None, False), (0, True), ("/", True), ("-", True), ("x", True)]
)
def test_what_says_something(raw: Any, expected: bool) -> None:
    assert said(parse(raw, contract("sections").field("pupils"))) is expected


def test_a_sheet_of_one_table_makes_no_school() -> None:
    """A mistyped code among the teachers must not become a school without a name."""
    head = ["学校（机构）标识码", "教职工总人数", "专任教师总人数", "持有教师资格证的专任教师人数"]
    facts, findings = rows(["2141000001", 26, 24, 24], head=head)
    assert facts["staff"].select("staff_total", "certified").row(0) == (26, 24)
    assert facts["schools"].is_empty()
    assert not findings


BY_SECTION = [
    "学校（机构）标识码",
    "在校学生人数（小学）",
    "在校学生人数（初中）",
    "班级总数（初中）",
    "音乐专任教师人数（初中）",
    "在校学生人数（高中）",
]


@pytest.mark.parametrize("absent", ["/", "", "—", "不适用"])
def test_a_section_the_school_does_not_have_gives_no_row_and_nothing_to_say(absent: str) -> None:
    facts, findings = rows(["2141000001", 486, absent, absent, absent, absent], head=BY_SECTION)
    assert facts["sections"].select("section", "pupils").rows() == [("primary", 486)]
    assert facts["teachers"].is_empty()
    assert facts["class_sizes"].is_empty()
    assert not findings
    assert not accept(facts).facts["sections"].filter(pl.col("section") != "primary").height


@pytest.mark.parametrize("said_by", [12, 0, "*", "x"])
def test_a_section_that_says_anything_is_there(said_by: Any) -> None:
    facts, _ = rows(["2141000001", 486, "/", said_by, "", "/"], head=BY_SECTION)
    assert facts["sections"]["section"].to_list() == ["junior", "primary"]
    assert "contract_required" in {one.code for one in accept(facts).findings}


def refused(line: list[Any], head: list[str] | None = None) -> list[tuple[str, str | None]]:
    """Code and cell of everything that is rejected, on reading or by the checks."""
    facts, findings = rows(line, head=head)
    said_ = (*findings, *accept(facts).findings)
    return [(one.code, one.place.cell) for one in said_ if one.outcome is Outcome.REJECTED]


WHOLE = [*HEAD[:3], "管理主体代码", "城乡分类代码", *BY_SECTION[1:]]


def test_a_required_cell_that_is_empty_is_named() -> None:
    line = ["2141000001", "", "小学", "410105", "111", "", "", 3, "", ""]
    assert refused(line, WHOLE) == [("contract_required", "B2"), ("contract_required", "G2")]


def test_a_bad_code_is_said_once_at_its_cell() -> None:
    line = ["21410", "甲小学", "小学", "410105", "111", 486, 12, 3, 4, ""]
    assert refused(line, WHOLE) == [("contract_pattern", "A2")]


def test_what_is_rejected_on_reading_is_not_called_missing_as_well() -> None:
    line = ["2141000001", "甲小学", "小学校", "金木区", "111", "很多", "", "", "", ""]
    assert refused(line, WHOLE) == [("not_in_code_list", "C2"), ("not_in_code_list", "D2"), ("not_a_number", "F2")]
