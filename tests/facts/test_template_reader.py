"""What a template exports is what it reads back; the official forms are read line by line."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from polars.testing import assert_frame_equal

from junheng.facts.collect import Collector
from junheng.facts.contracts import ORDER
from junheng.facts.findings import Finding, Outcome
from junheng.facts.grid import Grid, open_workbook
from junheng.facts.tables import Facts
from junheng.facts.template_reader import read
from junheng.facts.templates import KINDS, write_template
from junheng.facts.templates.forms import HEADERS, official_lines
from tests.facts import strategies

few = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def reread(facts: Facts, kind: str) -> tuple[Facts, list[Finding], list[list[list[Any]]]]:
    """Write, read back; the facts, what was said, and the content of the sheets."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.xlsx"
        write_template(kind, path, year=facts.year, rows=facts)
        grids = open_workbook(path)
    collector = Collector()
    assert read(grids, collector)
    return collector.facts(facts.year), collector.findings, [grid.rows for grid in grids]


def assert_same(left: Facts, right: Facts) -> None:
    for table in ORDER:
        assert_frame_equal(left[table], right[table])
    assert strategies.states(left) == strategies.states(right)


def only_slashes(findings: list[Finding]) -> bool:
    return all(finding.code == "slash_for_empty" for finding in findings)


@few
@given(strategies.schools())
def test_school_template_round_trip(facts: Facts) -> None:
    again, findings, content = reread(facts, "school")
    assert_same(facts, again)
    assert only_slashes(findings)
    assert reread(again, "school")[2] == content


@few
@given(strategies.schools(most=1))
def test_school_form_round_trip(facts: Facts) -> None:
    again, findings, content = reread(facts, "school-form")
    assert_same(facts, again)
    assert only_slashes(findings)
    assert reread(again, "school-form")[2] == content


@few
@given(strategies.county())
def test_county_template_round_trip(facts: Facts) -> None:
    again, findings, content = reread(facts, "county")
    assert_same(facts, again)
    assert not findings
    assert reread(again, "county")[2] == content


@few
@given(strategies.schools())
def test_every_school_table_alone_round_trip(facts: Facts) -> None:
    for table in ("sections", "class_sizes", "teachers", "rooms", "money", "staff", "campuses"):
        assert_frame_equal(reread(facts, table)[0][table], facts[table])


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_empty_template_reads_as_nothing(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template(kind, path, year=2025)
    collector = Collector()
    assert read(open_workbook(path), collector)
    assert collector.row_counts == {}
    assert {finding.code for finding in collector.findings} <= {"form_without_code"}


def form(values: Mapping[int, Any], which: str = "school", file: str = "f.xlsx") -> Grid:
    lines = official_lines("school" if which == "school" else "county")
    rows: list[list[Any]] = [list(HEADERS)]
    rows += [
        [line.number, line.category, line.title, line.unit, values.get(line.number, ""), "是", ""] for line in lines
    ]
    return Grid(file, "填报", rows)


def read_grids(*grids: Grid) -> tuple[Facts, list[Finding]]:
    collector = Collector()
    assert read(grids, collector)
    return collector.facts(2025), collector.findings


SINGLE = {1: "甲小学", 2: "小学", 3: "2141000001", 10: 400, 15: 10, 20: 10, 34: 5, 37: 2, 51: "12.34"}


def test_official_form_of_a_single_section_school() -> None:
    facts, findings = read_grids(form(SINGLE))
    assert facts["schools"].row(0, named=True)["school_type"] == "211"
    assert facts["sections"].row(0, named=True)["classes"] == 10
    assert facts["class_sizes"].row(0, named=True)["section"] == "primary"
    assert facts["teachers"].row(0, named=True)["backbone_teachers"] == 5
    assert facts["money"].row(0, named=True)["equipment_value_yuan"] == 123400
    assert [finding.code for finding in findings] == ["numbers_as_text"]


def test_official_form_of_a_combined_school_keeps_the_whole_and_says_what_is_not_judged() -> None:
    facts, findings = read_grids(form({**SINGLE, 2: "九年一贯制", 11: 200}))
    assert facts["teachers"]["section"].to_list() == ["all"]
    assert facts["class_sizes"]["section"].to_list() == ["all"]
    assert facts["sections"]["classes"].to_list() == [None, None]
    (finding,) = (one for one in findings if one.code == "form_not_by_section")
    assert finding.values["indicators"] == "G3、G5、L2、L3"
    assert "小学、初中" in finding.what()
    assert finding.outcome is Outcome.WARNED


def test_a_combined_school_whose_junior_pupils_are_exactly_none_has_one_section() -> None:
    facts, findings = read_grids(form({**SINGLE, 2: "九年一贯制", 11: 0}))
    assert facts["teachers"]["section"].to_list() == ["primary"]
    assert not [one for one in findings if one.code == "form_not_by_section"]


def test_a_blank_is_not_zero_pupils() -> None:
    facts, _ = read_grids(form({**SINGLE, 2: "九年一贯制", 11: ""}))
    assert facts["teachers"]["section"].to_list() == ["all"]


def test_a_total_that_is_not_the_sum_of_its_sections() -> None:
    given = (("班级总数（小学）", 6), ("班级总数（初中）", 3), ("县级及以上骨干教师数（小学）", 5))
    rows: list[list[Any]] = [list(HEADERS), *([0, "", title, "", value, "", ""] for title, value in given)]
    extra = Grid("f.xlsx", "补充", rows)
    facts, findings = read_grids(form({**SINGLE, 2: "九年一贯制", 11: 200}), extra)
    assert facts["sections"]["classes"].to_list() == [3, 6]
    codes = [one.code for one in findings]
    assert "form_total_differs" in codes


def test_lines_in_another_order_and_wording_of_spaces() -> None:
    grid = form(SINGLE)
    shuffled = [grid.rows[0], *reversed(grid.rows[1:])]
    for row in shuffled[1:]:
        row[2] = f" {str(row[2]).replace('（', '(').replace('）', ')')} \n"
    facts, _ = read_grids(Grid("f.xlsx", "x", [["某某学校上报"], *shuffled]))
    assert_same(facts, read_grids(form(SINGLE))[0])


def test_a_form_without_a_code_is_rejected_as_a_whole() -> None:
    facts, findings = read_grids(form({**SINGLE, 3: ""}))
    assert facts["schools"].is_empty()
    assert [one.code for one in findings if one.outcome is Outcome.REJECTED] == ["form_without_code"]


def test_county_form_by_name_when_the_code_is_missing() -> None:
    facts, findings = read_grids(form({1: "金水区", 3: 2025, 8: 9.6, 10: 1000}, "county"))
    row = facts["counties"].row(0, named=True)
    assert (row["county_code"], row["teacher_pay_yuan"], row["rotation_eligible"]) == ("410105", 96000, 1000)
    assert not findings


def test_two_schools_on_two_sheets_of_one_file() -> None:
    second = form({**SINGLE, 1: "乙小学", 3: "2141000002"})
    facts, _ = read_grids(form(SINGLE), second)
    assert facts["schools"]["school_name"].to_list() == ["甲小学", "乙小学"]


def test_rows_without_key_totals_unknown_columns_and_foreign_sheets_are_named(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template("sections", path, year=2025)
    book = openpyxl.load_workbook(path)
    sheet = book["学段学生情况"]
    sheet.cell(2, 12, "我的备注")
    sheet.append(["", "", 7])
    sheet.append(["", "合计", 7])
    sheet.append(["2141000001", "小学", 7])
    book.create_sheet("草稿").append(["x"])
    book.save(path)
    facts, findings = read_grids(*open_workbook(path))
    assert facts["sections"]["pupils"].to_list() == [7]
    assert {one.code: one.place.in_("zh").split()[-1] for one in findings} == {
        "template_sheet_ignored": "草稿",
        "template_column_unknown": "「我的备注」",
        "template_row_without_key": "3",
        "template_total_row": "4",
        "not_in_code_list": "「学段」",
    }


def test_a_template_of_another_version_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template("staff", path, year=2025)
    grids = open_workbook(path)
    grids[-1].rows[1][1] = "000000000000"
    _, findings = read_grids(*grids)
    assert [one.code for one in findings] == ["template_other_version"]


def test_a_sheet_copied_out_of_its_template_is_still_known(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_template("school", path, year=2025, schools=pl.DataFrame({"school_code": ["2141000001"]}))
    (grid,) = (one for one in open_workbook(path) if one.sheet == "学校数据")
    assert read_grids(Grid("a.csv", "a", grid.rows))[0]["schools"].height == 1


@pytest.mark.parametrize(
    "rows", [[], [[]], [["学校代码", "学生"], ["1", 2]], [["a"] * 40] * 3, [["填报项目", "填报值"], ["别的", 1]]]
)
def test_other_sheets_are_left_alone(rows: list[list[Any]]) -> None:
    collector = Collector()
    assert not read([Grid("x.xlsx", "s", rows)], collector)
    assert not collector.findings
