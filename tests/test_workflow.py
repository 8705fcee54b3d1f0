"""The whole way, walked step by step on a small city."""

import shutil
from pathlib import Path

import polars as pl
import pytest

from junheng.facts import open_snapshot
from junheng.policy import load_standard
from junheng.workflow import (
    Step,
    UnreadTable,
    files_in,
    import_year,
    judge_path,
    judge_snapshot,
    read_mapped_table,
)
from tests.conftest import DemoRun

STANDARD = load_standard("jiaodu-2017-6")
MAPPING = """
id: m
title: 表
into: units
county: 区
year: 2024
rows: {school_code: 代码, school_name: 校, section: primary}
columns:
  - {fact: pupils, sum: [男, 女], unit: 人, rule: 之和}
"""


def silent(_title: str) -> Step:
    return lambda _done, _total: None


def test_files_are_found_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.csv", "说明.docx", "~$b.xlsx"):
        (tmp_path / name).touch()
    assert [path.name for path in files_in([tmp_path])] == ["a.csv", "b.xlsx"]
    assert files_in([tmp_path / "b.xlsx"]) == [tmp_path / "b.xlsx"]


def test_a_snapshot_keeps_who_had_to_report(demo_run: DemoRun) -> None:
    snapshot = open_snapshot(demo_run.snapshot(2025))
    assert snapshot.synthetic
    assert snapshot.expected is not None
    assert open_snapshot(demo_run.snapshot(2024)).expected is None


def test_a_silent_school_leaves_its_county_not_judged(demo_run: DemoRun, tmp_path: Path) -> None:
    files = tmp_path / "files"
    shutil.copytree(demo_run.workbooks(2025) / "上街区", files)
    roster = pl.read_csv(demo_run.folder / "city" / "roster.csv", infer_schema=False).filter(county_code="410106")
    silent_one = roster.head(1).with_columns(school_code=pl.lit("2141999999"), school_name=pl.lit("未报样例小学"))
    states = {}
    for name, listed in (("all", roster), ("one", pl.concat([roster, silent_one]))):
        path = tmp_path / f"{name}.csv"
        listed.write_csv(path)
        done = import_year([files], year=2025, into=tmp_path / name, step=silent, roster=path, keep_going=True)
        assert done.snapshot is not None
        (county,) = judge_path(done.snapshot, STANDARD).counties
        states[name] = (str(county.resources), [one.name for one in county.unreported])
    assert states["one"] == ("not_judged", ["未报样例小学"])
    assert states["all"][1] == []


def test_the_verdict_on_a_snapshot_is_the_flat_contract_and_more(demo_run: DemoRun) -> None:
    answer = judge_snapshot(demo_run.snapshot(2025), STANDARD)
    assert {one["section"] for one in answer["counties"]} == {"primary", "junior"}
    assert len(answer["verdicts"]) == 16


def test_the_same_snapshot_gives_the_same_verdict(demo_run: DemoRun) -> None:
    assert judge_snapshot(demo_run.snapshot(2024), STANDARD) == judge_snapshot(demo_run.snapshot(2024), STANDARD)


def test_a_table_that_its_mapping_cannot_read_is_refused_with_the_receipt(tmp_path: Path) -> None:
    mapping, table = tmp_path / "m.yaml", tmp_path / "t.csv"
    mapping.write_text(MAPPING, encoding="utf-8")
    table.write_text("代码,校,区,男\n1,甲,乙区,3\n", encoding="utf-8")
    with pytest.raises(UnreadTable, match="女"):
        read_mapped_table(table, mapping)
