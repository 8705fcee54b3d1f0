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
from junheng.facts.writers.rows import index_facts

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

    @property
    def files(self) -> int:
        """How many files the job writes."""
        schools = self.facts["schools"].height + 1 if self.single else 1 + (not self.facts["campuses"].is_empty())
        return schools + 1


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
    files = _write_single(job) if job.single else _write_flat(job)
    _template(job, "county", "区县填报", job.facts)
    return files + 1


def _write_single(job: Job) -> int:
    """A workbook for each school, and the template with what those workbooks have no place for."""
    schools = index_facts(job.facts)
    for code, facts in schools.items():
        path = job.folder / f"{code}.xlsx"
        write_jiaoji(facts, code, path, year=job.facts.year, watermark=WATERMARK)
        if code in job.untidy:
            make_untidy(path, UNTIDY_SHEET, dice(job.seed, "untidy", code))
    _template(job, "school", "学校填报", _schools_only(not_carried(job.facts)))
    return len(schools) + 1


def _write_flat(job: Job) -> int:
    """One sheet with a row for each school; campuses have no place there."""
    write_flat_export(job.facts, job.folder / f"{job.name}{job.facts.year}教育统计汇总.xlsx", watermark=WATERMARK)
    if job.facts["campuses"].is_empty():
        return 1
    _template(job, "campuses", "校区填报", job.facts)
    return 2


def _template(job: Job, kind: str, title: str, rows: Facts) -> None:
    path = job.folder / f"{job.name}{job.facts.year}{title}.xlsx"
    write_template(kind, path, year=job.facts.year, rows=rows, synthetic=True)


def _schools_only(facts: Facts) -> Facts:
    return Facts.of(
        facts.year, {name: frame for name, frame in facts.tables.items() if contract(name).level != "county"}
    )
