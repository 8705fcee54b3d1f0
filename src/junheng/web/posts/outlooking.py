"""Teachers of the years ahead from tables: persons go in, counts come out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from junheng.teachers import Read, UnfitTablesError, read, tables
from junheng.teachers.ahead import Laws, Tables, report
from junheng.web.personnel.ground import texts_of
from junheng.web.personnel.models import RotationRound
from junheng.web.personnel.sheets import read_sheets
from junheng.web.posts.arriving import Line, banded, expected
from junheng.web.posts.given import Own, lessons_of, norms_of, retirement_of

YEARS = 10
FIRST = ("pe", "music", "fine_art", "arts", "psychology")
"""Subjects that the policy names first: 体育、艺术、心理健康 (article 6)."""
KEPT = ("year", "years", "rows", "subjects", "counties", "notes", "asked")
"""What is kept of the engine's document."""


def of_round(of: RotationRound) -> dict[str, Read]:
    """Teachers and schools of a rotation; names, identity numbers and reasons stay behind."""
    texts = texts_of(of)
    return {name: read(texts[name], tables()[name]) for name in ("teachers", "schools")}


def of_files(files: Iterable[tuple[str, bytes]], sections: Read) -> dict[str, Read]:
    """Teachers, and schools where they are given, in files that are not kept; ``sections`` stand in for schools.

    Raises:
        UnfitTablesError: with every fault of the files.
    """
    sheets = read_sheets(files)
    if sheets.faults:
        raise UnfitTablesError(sheets.faults)
    found = {name: read(one.text, tables()[name]) for name, one in sheets.found.items()}
    empty = read(pl.DataFrame(schema=dict.fromkeys(("teacher_id", "school_code"), pl.String)), tables()["teachers"])
    return {
        "schools": sections,
        "teachers": empty,
        **{one: found[one] for one in ("teachers", "schools") if one in found},
    }


def looked_ahead(
    found: Mapping[str, Read], own: Own, year: int, county: str = "", arriving: Sequence[Line] = ()
) -> dict[str, Any]:
    """The counts of ten years from 1 September of ``year`` on, with those in ``arriving`` who are expected to begin.

    ``rows`` have ``stock_low`` and ``stock_high`` where the planner gave the least or the most of a subject, else None.

    Raises:
        UnfitTablesError: with every fault of the tables.
        ValueError: a number that was filled in cannot be used.
    """
    day = date(year, 9, 1)
    laws = Laws(norms_of(own, day), retirement_of(own, day))
    hours = [
        (section, subject, f"{value:g}")
        for (section, subject), value in lessons_of(own, day).items()
        if value is not None
    ]
    lessons = pl.DataFrame(hours, schema=dict.fromkeys(("section", "subject", "hours"), pl.String), orient="row")
    hours_read = read(lessons, tables()["hours"])

    def counted(end: str) -> dict[str, Any]:
        table = expected(arriving, county, end)
        return report(Tables(found["schools"], found["teachers"], hours_read, arrivals=table), laws, year, YEARS)

    told = counted("arrive")
    if subjects := banded(arriving):
        for end in ("low", "high"):
            _add_end(told["rows"], counted(end)["rows"], subjects, f"stock_{end}")
    return {name: told[name] for name in KEPT}


def _add_end(
    rows: Iterable[dict[str, Any]], others: Iterable[Mapping[str, Any]], subjects: set[tuple[str, str]], name: str
) -> None:
    """One end of the band beside what is expected, of the subjects that have a band."""
    for row, other in zip(rows, others, strict=True):
        row[name] = other["stock"] if (row["section"], row["subject"]) in subjects else None
