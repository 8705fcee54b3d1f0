"""Writes one county and year of the synthetic city as workbooks."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from junheng.demo.carried import not_carried
from junheng.demo.dice import dice
from junheng.demo.untidy import make_untidy
from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.facts.tables import Facts
from junheng.facts.templates import write_template
from junheng.facts.writers import write_flat_export, write_jiaoji

WATERMARK = "合成演示数据 / synthetic"
UNTIDY_SHEET = "教基5170"


@dataclass(frozen=True, slots=True)
class Job:
    """One county and year. ``single``: a workbook for each school, otherwise one sheet with a row for each.

    ``untidy`` names the schools whose workbook gets an untidy number.
    """

    seed: int
    facts: Facts
    county: str
    folder: Path
    single: bool
    untidy: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return code_list("managing_bodies").codes[self.county].zh


def of_county(facts: Facts, county: str) -> Facts:
    """The facts of one county's schools and of the county itself."""
    codes = facts["schools"].filter(pl.col("county_code") == county)["school_code"]
    tables: Mapping[str, pl.DataFrame] = {
        name: frame.filter(
            pl.col("county_code") == county if contract(name).level == "county" else pl.col("school_code").is_in(codes)
        )
        for name, frame in facts.tables.items()
    }
    return Facts.of(facts.year, tables)


def write_county(job: Job) -> int:
    """Write everything the county reports in its year; returns the number of files."""
    job.folder.mkdir(parents=True, exist_ok=True)
    files = _write_schools(job) if job.single else _write_flat(job)
    for kind, title, rows in (
        ("school", "学校填报", _schools_only(not_carried(job.facts))),
        ("county", "区县填报", job.facts),
    ):
        path = job.folder / f"{job.name}{title}.xlsx"
        write_template(kind, path, year=job.facts.year, rows=rows, synthetic=True)
    return files + 2


def _write_schools(job: Job) -> int:
    codes = job.facts["schools"]["school_code"].to_list()
    for code in codes:
        path = job.folder / f"{code}.xlsx"
        write_jiaoji(job.facts, code, path, watermark=WATERMARK)
        if code in job.untidy:
            make_untidy(path, UNTIDY_SHEET, dice(job.seed, "untidy", code))
    return len(codes)


def _write_flat(job: Job) -> int:
    write_flat_export(job.facts, job.folder / f"{job.name}教育统计汇总.xlsx", watermark=WATERMARK)
    return 1


def _schools_only(facts: Facts) -> Facts:
    return Facts.of(
        facts.year, {name: frame for name, frame in facts.tables.items() if contract(name).level != "county"}
    )
