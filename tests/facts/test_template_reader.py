"""What a template exports is what it reads back."""

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
from junheng.facts.findings import Finding
from junheng.facts.grid import Grid, open_workbook
from junheng.facts.tables import Facts
from junheng.facts.template_reader import read
from junheng.facts.templates import KINDS, write_template
from tests.facts import strategies
from tests.facts.templates.sheets import read_grids

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
