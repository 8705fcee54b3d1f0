"""Contract tables as plain tables: ids or titles, any order, units, keys."""

import polars as pl
import pytest

from junheng.facts.collect import Collector
from junheng.facts.contracts import contracts
from junheng.facts.grid import Cell, Grid
from junheng.facts.readers.tables import heading_of, read_tables
from junheng.facts.tables import Facts


def read(rows: list[list[Cell]], name: str = "表", *, text: bool = True) -> tuple[Facts, Collector]:
    collector = Collector()
    assert read_tables([Grid("a.csv", name, rows, plain_text=text)], collector)
    return collector.facts(2023), collector


def codes(collector: Collector) -> list[str]:
    return [one.code for one in collector.findings]


@pytest.mark.parametrize("table", contracts())
@pytest.mark.parametrize("language", ["id", "zh", "en"])
def test_every_contract_is_known_by_its_ids_and_titles(table: str, language: str) -> None:
    fields = contracts()[table].fields
    header: list[Cell] = [one.id if language == "id" else one.title.in_(language) for one in fields]  # type: ignore[arg-type]
    heading = heading_of(Grid("a.csv", "表", [["标题"], list(reversed(header))]))
    assert heading is not None
    assert (heading.rules.id, heading.row, heading.unknown) == (table, 2, {})
    assert len(heading.columns) == len(fields)


def test_rows_by_title_with_codes_by_name() -> None:
    facts, collector = read([["学校（机构）标识码", "学段", "在校学生人数"], ["2141000001", "小学", "540"]])
    assert facts["sections"].select("school_code", "section", "pupils").row(0) == ("2141000001", "primary", 540)
    assert codes(collector) == []
    assert facts.cells["cell"].to_list() == ["A2", "B2", "C2"]


def test_numbers_as_text_are_said_of_a_workbook_only() -> None:
    _, collector = read([["school_code", "section", "pupils"], ["2141000001", "primary", "540"]], text=False)
    assert codes(collector) == ["numbers_as_text"]


@pytest.mark.parametrize(
    ("header", "yuan"),
    [
        ("equipment_value_yuan", 12.5),
        ("教学仪器设备资产值（账面原值）", 125000.0),
        ("教学仪器设备资产值（账面原值）（元）", 12.5),
    ],
)
def test_ids_are_in_the_stored_unit_and_titles_as_reported(header: str, yuan: float) -> None:
    facts, _ = read([["school_code", header], ["2141000001", "12.5"]])
    assert facts["money"]["equipment_value_yuan"].item() == yuan


def test_an_optional_part_of_the_key_may_be_blank() -> None:
    header: list[Cell] = ["county_code", "item", "school_code", "met", "judged_by", "judged_on"]
    facts, _ = read(
        [header, ["410105", "G1", "", "是", "合成", "2023-09-01"], ["410105", "G1", "2141000001", "否", "合成", ""]]
    )
    assert facts["evidence"]["school_code"].to_list() == ["", "2141000001"]
    assert facts["evidence"]["met"].to_list() == [True, False]


def test_rows_without_key_totals_and_blank_rows() -> None:
    header: list[Cell] = ["school_code", "section", "pupils"]
    rows: list[list[Cell]] = [
        ["", "", ""],
        ["合计", "", "9"],
        ["2141000001", "", "5"],
        ["2141000001", "大学", "5"],
        ["2141000002", "小学"],
    ]
    facts, collector = read([header, *rows])
    assert codes(collector) == ["total_rows", "row_without_key", "not_in_code_list"]
    assert facts["sections"].select("school_code", "pupils").rows() == [("2141000002", None)]


def test_an_unknown_column_is_named() -> None:
    header: list[Cell] = ["school_code", "section", "pupils", "classes", "grades", "mascot"]
    _, collector = read([header, ["2141000001", "小学", "5", "1", "1", "虎"]])
    assert [(one.code, one.place.header) for one in collector.findings] == [("unknown_columns", "mascot")]


def test_a_sheet_named_like_a_table_may_hold_more_unknown_columns() -> None:
    header: list[Cell] = ["school_code", "section", "pupils", "a", "b", "c"]
    assert heading_of(Grid("a.csv", "导出", [header])) is None
    assert heading_of(Grid("a.csv", "sections", [header])) is not None


def test_other_tables_are_left_alone() -> None:
    assert not read_tables([Grid("a.csv", "b", [["菜名"], ["豆腐"]])], Collector())


def test_suppressed_and_not_applicable_survive() -> None:
    facts, _ = read([["school_code", "section", "pupils", "classes"], ["2141000001", "小学", "*", "/"]])
    states = facts.cells.filter(pl.col("field").is_in(["pupils", "classes"]))["state"].to_list()
    assert states == ["suppressed", "not_applicable"]
