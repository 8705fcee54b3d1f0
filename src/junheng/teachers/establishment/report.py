"""Posts and shortages as one document."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from junheng.policy.establishment_norms import EstablishmentNorms, establishment_parameters
from junheng.teachers.checks import check_schools, check_teachers
from junheng.teachers.establishment.need import posts_of
from junheng.teachers.establishment.subjects import by_county, subjects_of
from junheng.teachers.faults import Fault, UnfitTablesError
from junheng.teachers.reading import Read


def report(
    schools: Read, norms: EstablishmentNorms, teachers: Read | None = None, hours: Read | None = None
) -> dict[str, Any]:
    """Schools, counties, subjects where lessons are given, the numbers used and those that are asked for.

    Raises:
        UnfitTablesError: with every fault of the tables.
    """
    faults = list(_faults(schools, teachers, hours))
    if faults:
        raise UnfitTablesError(faults)
    rows = posts_of(schools, norms)
    found: dict[str, Any] = {
        "schools": rows.to_dicts(),
        "counties": _counties(rows).to_dicts(),
        "subjects": [],
        "subjects_by_school": [],
        "parameters": _parameters(norms, known=True),
        "asked": _parameters(norms, known=False),
    }
    if teachers is not None and hours is not None:
        by_school = subjects_of(schools, teachers, hours, norms)
        found["subjects"] = by_county(by_school).to_dicts()
        found["subjects_by_school"] = by_school.to_dicts()
    return found


def _faults(schools: Read, teachers: Read | None, hours: Read | None) -> Iterator[Fault]:
    """Of every table, and between them where none lacks a column."""
    given = [one for one in (schools, teachers, hours) if one is not None]
    yield from (fault for one in given for fault in one.faults)
    if any(fault.code in {"column_absent", "no_rows"} for one in given for fault in one.faults):
        return
    yield from check_schools(schools)
    if teachers is not None:
        sections: dict[str, list[str]] = {}
        for school, section in schools.frame.select("school_code", "section").drop_nulls().iter_rows():
            sections.setdefault(school, []).append(section)
        yield from check_teachers(teachers, sections)


def _counties(rows: pl.DataFrame) -> pl.DataFrame:
    """Totals; posts and staff are null where a school reports none."""
    totals = [
        pl.when(pl.col(one).null_count() == 0).then(pl.col(one).sum()).alias(one)
        for one in ("need", "posts", "staff", "lacking", "vacant")
    ]
    moved = pl.when(pl.col("change").null_count() == 0).then(pl.col("change").clip(lower_bound=0).sum())
    return rows.group_by("county_code").agg(*totals, moved=moved).sort("county_code")


def _parameters(norms: EstablishmentNorms, *, known: bool) -> list[dict[str, Any]]:
    return [
        {
            "id": id_,
            "title": {"zh": one.title.zh, "en": one.title.en},
            "value": norms.values[id_],
            "unit": one.unit,
            "cite": one.cite,
        }
        for id_, one in establishment_parameters().items()
        if (norms.values[id_] is not None) == known
    ]
