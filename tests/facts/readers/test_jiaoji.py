"""The official school workbook: names of sheets, the school it is about, sums over cells, and what is missing."""

from pathlib import Path

import polars as pl
import pytest

from junheng.facts.collect import Collector
from junheng.facts.findings import Outcome
from junheng.facts.grid import Cell, Grid, open_workbook
from junheng.facts.readers.jiaoji import is_jiaoji, read_jiaoji, sheet_number
from junheng.facts.tables import Facts
from tests.fixtures.make import official

IDENTITY: list[list[Cell]] = [
    ["学校（机构）基本情况"],
    ["指标名称", "代码", "内容"],
    ["学校（机构）标识码", "01", "3141000009"],
    ["学校（机构）名称", "02", "合成九年制"],
    ["办学类型", "03", "九年一贯制学校"],
]
TITLES: list[list[Cell]] = [
    ["指标名称", "代码", "合计", "正高级", "副高级", "中级"],
    ["总计", "01", 30.0, 1.0, 4.0, 12.0],
    ["高中阶段", "02", 2.0],
    ["高中阶段以下", "03", 1.0],
]


def pupils(total: Cell, migrants: Cell) -> list[list[Cell]]:
    return [
        ["指标名称", "代码", "在校生数", "一年级", "二年级", "三年级", "四年级"],
        ["总计", "01", total, 10.0, 0.0, 9.0, ""],
        ["其中：进城务工人员随迁子女", "02", migrants],
    ]


def book(**sheets: list[list[Cell]]) -> list[Grid]:
    return [Grid("a.xlsx", name, rows) for name, rows in sheets.items()]


def read(grids: list[Grid]) -> tuple[Facts, Collector]:
    collector = Collector()
    assert read_jiaoji(grids, collector)
    return collector.facts(2023), collector


def codes(collector: Collector) -> list[str]:
    return [one.code for one in collector.findings]


@pytest.mark.parametrize(
    ("name", "number", "suffix"),
    [
        ("教基3112_小学", "3112", "小学"),
        ("教基3112", "3112", ""),
        ("3112", "3112", ""),
        (" 教基３１１２＿小学 ", "3112", "小学"),
        ("教基1102续_十二年一贯制学校", "1102续", "十二年一贯制学校"),
        ("教基1102（续表）", "1102续", ""),
        ("教基4155-九年一贯制学校", "4155", "九年一贯制学校"),
        ("教基5170(小学)", "5170", "小学"),
    ],
)
def test_sheet_number(name: str, number: str, suffix: str) -> None:
    assert sheet_number(name) == (number, suffix)


@pytest.mark.parametrize("name", ["Sheet1", "教基", "教基31", "2023年教师", "学校一览"])
def test_other_sheets_have_no_number(name: str) -> None:
    assert sheet_number(name) is None


def test_a_sheet_may_name_its_table_above_it_instead() -> None:
    grid = Grid("a.xlsx", "Sheet1", [["表 号：", "教基3112"], *pupils(5.0, "")])
    assert is_jiaoji([grid])
    assert not is_jiaoji([Grid("a.xlsx", "Sheet1", [["教基1102", "骨干教师"]])])


def test_another_workbook_is_left_alone() -> None:
    collector = Collector()
    assert not read_jiaoji([Grid("a.xlsx", "Sheet1", [["菜单"]])], collector)
    assert collector.findings == []


def test_sums_keep_every_cell_they_come_from() -> None:
    facts, _ = read(book(教基1001=IDENTITY, 教基4155=TITLES))
    row = facts["teachers"].row(0, named=True)
    assert (row["section"], row["teachers"], row["middle_title_teachers"], row["degree_secondary"]) == (
        "primary",
        30,
        17,
        3,
    )
    cells = facts.cells.filter(pl.col("field") == "middle_title_teachers")
    assert cells["cell"].to_list() == ["D2", "E2", "F2"]


def test_grades_are_the_columns_with_pupils() -> None:
    facts, _ = read(book(教基1001=IDENTITY, 教基3115=pupils(19.0, "")))
    assert facts["sections"].filter(section="junior")["grades"].item() == 2


def test_migrant_children_are_summed_over_the_sections() -> None:
    facts, _ = read(book(教基1001=IDENTITY, 教基3112=pupils(600.0, 50.0), 教基3115=pupils(400.0, 20.0)))
    assert facts["schools"]["migrant_children"].item() == 70


def test_half_a_sum_over_sections_is_no_sum() -> None:
    facts, _ = read(book(教基1001=IDENTITY, 教基3112=pupils(600.0, 50.0), 教基3115=pupils(400.0, "")))
    assert facts["schools"]["migrant_children"].item() is None


def test_sections_of_the_type_are_there_even_if_nothing_is_reported() -> None:
    facts, collector = read(book(教基1001=IDENTITY))
    assert facts["sections"].select("section", "pupils").rows() == [("junior", None), ("primary", None)]
    missing = next(one for one in collector.findings if one.code == "missing_sheet")
    assert missing.outcome is Outcome.WARNED
    assert "教基3112" in missing.what("zh")


def test_without_a_code_nothing_is_kept() -> None:
    facts, collector = read(book(教基3112=pupils(5.0, "")))
    assert codes(collector) == ["no_school_code"]
    assert facts["sections"].is_empty()


@pytest.mark.parametrize(
    ("cell", "code"),
    [("214100", "bad_school_code"), ("2.1E+09", "scientific_notation_codes"), (1.23e17, "scientific_notation_codes")],
)
def test_a_code_that_is_none(cell: Cell, code: str) -> None:
    rows = [list(row) for row in IDENTITY]
    rows[2][2] = cell
    facts, collector = read(book(教基1001=rows, 教基3112=pupils(5.0, "")))
    assert codes(collector) == [code]
    assert facts["schools"].is_empty()


def test_a_code_read_as_a_number() -> None:
    rows = [list(row) for row in IDENTITY]
    rows[2][2] = 3141000009.0
    facts, collector = read(book(教基1001=rows))
    assert facts["schools"]["school_code"].item() == "3141000009"
    assert "code_as_number" in codes(collector)


def test_the_code_above_a_table_is_enough() -> None:
    line: list[list[Cell]] = [["学校（机构）标识码：2141000007　合成小学"], *pupils(5.0, "")]
    facts, _ = read(book(教基3112_小学=line))
    assert facts["sections"].select("school_code", "section", "pupils").row(0) == ("2141000007", "primary", 5)


def test_two_schools_in_one_workbook() -> None:
    line: list[list[Cell]] = [["学校（机构）标识码：2141000007"], *pupils(5.0, "")]
    facts, collector = read(book(教基1001=IDENTITY, 教基3112=line))
    (finding,) = collector.findings
    assert finding.code == "two_schools_in_one_workbook"
    assert {"3141000009", "2141000007"} <= {finding.values["code"], finding.values["other"]}
    assert facts["schools"].is_empty()


def test_unknown_sheets_and_unused_cells_are_said() -> None:
    used: list[list[Cell]] = [*pupils(600.0, 50.0), ["其中：女", "03", 280.0]]
    grids = book(教基1001=IDENTITY, 教基3112=used, 教基4149=[["x"]], Sheet9=[["y"]], 空=[[]])
    _, collector = read(grids)
    assert [one.place.sheet for one in collector.findings if one.code == "unknown_sheet"] == ["教基4149", "Sheet9"]
    unused = next(one for one in collector.findings if one.code == "cells_not_needed")
    assert unused.values["count"] == 2


def test_a_sheet_with_a_wrong_name() -> None:
    _, collector = read(book(教基1001=IDENTITY, 教基5170=[["菜单", "价格"], ["豆腐", 3.0]]))
    assert "form_not_recognised" in codes(collector)


def test_a_wrong_cell_spoils_itself_only() -> None:
    facts, collector = read(book(教基1001=IDENTITY, 教基3112=pupils("很多", 1.0)))
    finding = next(one for one in collector.findings if one.code == "not_a_number")
    assert (finding.place.cell, finding.place.header) == ("C2", "总计/在校生数")
    assert facts["sections"].filter(section="primary").select("pupils", "grades").row(0) == (None, 2)


def test_whitespace_and_bare_names_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(official())
    grids = open_workbook(path)
    bare = [Grid(one.file, f" {one.sheet[2:].partition('_')[0]} ", one.rows, one.merged) for one in grids]
    facts, _ = read(grids)
    other, _ = read(bare)
    assert all(frame.equals(other[table]) for table, frame in facts.tables.items())
