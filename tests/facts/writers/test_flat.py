"""What the flat export writes, its reader reads back."""

from pathlib import Path

import polars as pl
from hypothesis import HealthCheck, Phase, given, settings

from junheng.facts.grid import open_workbook
from junheng.facts.intake import read_files
from junheng.facts.tables import Facts
from junheng.facts.writers import write_flat_export
from tests.facts.strategies import schools
from tests.fixtures.make import CODE, one_school

ABSENT = {"campuses", "counties", "surveys", "assessments", "evidence"}


def counted(facts: Facts) -> Facts:
    """The same with every school counted: uncounted ones are merged by the reader, on purpose."""
    tables = dict(facts.tables)
    tables["schools"] = tables["schools"].with_columns(counted=pl.lit(value=True))
    return Facts.of(facts.year, tables, facts.cells.filter(~pl.col("field").is_in(["counted", "school_type"])))


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(schools())
def test_write_then_read_gives_the_same_facts(tmp_path: Path, facts: Facts) -> None:
    facts = counted(facts)
    path = tmp_path / "flat.xlsx"
    write_flat_export(facts, path)
    intake = read_files(path, year=facts.year)
    assert {one.code for one in intake.receipt.findings} <= {"total_rows", "slash_for_empty"}
    for table, frame in facts.tables.items():
        if table not in ABSENT:
            assert intake.facts[table].equals(frame), table
    states = intake.facts.cells.filter(pl.col("state") != "reported").select("table", "code", "part", "field", "state")
    wanted = facts.cells.filter(pl.col("state") != "reported").select("table", "code", "part", "field", "state")
    kept = wanted.filter(~pl.col("table").is_in(list(ABSENT)))
    assert set(states.rows()) == set(kept.rows())


def test_the_watermark_stands_on_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "flat.xlsx"
    write_flat_export(one_school(), path, watermark="合成数据，仅用于演示")
    grid = open_workbook(path)[0]
    assert grid.at(1, 1) == "2023学年义务教育学校基本情况导出表"
    assert grid.at(2, 1) == "合成数据，仅用于演示"
    assert read_files(path, year=2023).facts["sections"]["pupils"].to_list() == [540]


def test_money_is_written_in_ten_thousands_and_totals_below(tmp_path: Path) -> None:
    path = tmp_path / "flat.xlsx"
    write_flat_export(one_school(), path)
    grid = open_workbook(path)[0]
    first = next(number for number, row in enumerate(grid.rows, 1) if row[0] == CODE)
    labels = grid.header(3, first - 1)[-1]
    column = labels.index("教学仪器设备资产值（万元）") + 1
    assert (grid.at(first, column), grid.at(first + 1, column), grid.at(first + 1, 1)) == (120.5, 120.5, "合计")


def test_a_formula_in_a_name_stays_a_text(tmp_path: Path) -> None:
    facts = one_school()
    tables = dict(facts.tables)
    tables["schools"] = tables["schools"].with_columns(school_name=pl.lit("=1+1"))
    path = tmp_path / "flat.xlsx"
    write_flat_export(Facts.of(2023, tables), path)
    assert read_files(path, year=2023).facts["schools"]["school_name"].to_list() == ["=1+1"]
