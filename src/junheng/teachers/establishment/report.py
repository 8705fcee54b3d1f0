"""Posts and shortages as one document."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from junheng.policy.establishment_norms import EstablishmentNorms, establishment_parameters
from junheng.teachers.checks import check_schools, check_teachers, refuse_unfit, sections_of
from junheng.teachers.establishment.need import posts_of
from junheng.teachers.establishment.subjects import by_county, subjects_of
from junheng.teachers.faults import Fault
from junheng.teachers.numbers import told
from junheng.teachers.reading import Read


def report(
    schools: Read, norms: EstablishmentNorms, teachers: Read | None = None, hours: Read | None = None
) -> dict[str, Any]:
    """Schools, counties, subjects where lessons are given, the numbers used and those that are asked for.

    Raises:
        UnfitTablesError: with every fault of the tables.
    """
    refuse_unfit([schools, teachers, hours], lambda: between(schools, teachers))
    rows = posts_of(schools, norms)
    found: dict[str, Any] = {
        "schools": rows.to_dicts(),
        "counties": _counties(rows).to_dicts(),
        "subjects": [],
        "subjects_by_school": [],
        **told(establishment_parameters(), norms.values),
    }
    if teachers is not None and hours is not None:
        by_school = subjects_of(schools, teachers, hours, norms)
        found["subjects"] = by_county(by_school).to_dicts()
        found["subjects_by_school"] = by_school.to_dicts()
    return found


def between(schools: Read, teachers: Read | None) -> Iterator[Fault]:
    """What is wrong between schools and teachers."""
    yield from check_schools(schools)
    if teachers is not None:
        yield from check_teachers(teachers, sections_of(schools))


def _counties(rows: pl.DataFrame) -> pl.DataFrame:
    """Totals; posts and staff are null where a school reports none."""
    totals = [
        pl.when(pl.col(one).null_count() == 0).then(pl.col(one).sum()).alias(one)
        for one in ("need", "posts", "staff", "lacking", "vacant")
    ]
    moved = pl.when(pl.col("change").null_count() == 0).then(pl.col("change").clip(lower_bound=0).sum())
    return rows.group_by("county_code").agg(*totals, moved=moved).sort("county_code")
