"""The response board: which of the schools that should report have reported what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from junheng.facts.checks.model import keyed
from junheng.facts.contracts import contract
from junheng.facts.tables import Facts
from junheng.facts.templates.forms import official_lines, sections_of_type
from junheng.facts.templates.slots import SCHOOL_TABLES, WHOLE

SCHEMA: Mapping[str, pl.DataType] = {
    "county_code": pl.String(),
    "school_code": pl.String(),
    "school_name": pl.String(),
    "table": pl.String(),
    "section": pl.String(),
    "state": pl.String(),
    "given": pl.Int64(),
    "asked": pl.Int64(),
}
REPORTED, PARTLY, MISSING = "reported", "partly", "missing"

Given = Mapping[tuple[str, str, str], frozenset[str]]
"""table, school, part -> the fields that were reported or marked as not applicable."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One line of the board before it is known what was given."""

    table: str
    section: str
    fields: frozenset[str]


def response_board(facts: Facts, expected: pl.DataFrame) -> pl.DataFrame:
    """Every expected school by table and section, with what it has given of what it is asked for.

    Asked for are the lines of the official school form that must be filled in.

    Args:
        facts: of one school year.
        expected: ``school_code`` and, as far as known, ``school_name``, ``county_code``, ``school_type`` and
            ``section``; a row per school or per section. What is not known is taken from the facts.

    Returns:
        Columns of ``SCHEMA``; ``state`` is ``reported``, ``partly`` or ``missing``, ``section`` is empty for facts
        of the whole school.
    """
    given = _given(facts)
    rows = [
        (school["county_code"], school["school_code"], school["school_name"], *_line(one, school["school_code"], given))
        for school in _schools(facts, expected)
        for one in _asked(tuple(school["sections"]))
    ]
    return pl.DataFrame(rows, schema=dict(SCHEMA), orient="row")


def board_counts(board: pl.DataFrame) -> pl.DataFrame:
    """Schools by county: expected, reported in full, partly, and missing altogether."""
    state = pl.col("state")
    schools = board.group_by("county_code", "school_code", maintain_order=True).agg(
        pl.when((state == REPORTED).all())
        .then(pl.lit(REPORTED))
        .when((state == MISSING).all())
        .then(pl.lit(MISSING))
        .otherwise(pl.lit(PARTLY))
        .alias("state")
    )
    counts = [(state == one).sum().cast(pl.Int64).alias(one) for one in (REPORTED, PARTLY, MISSING)]
    return schools.group_by("county_code").agg(pl.len().cast(pl.Int64).alias("expected"), *counts).sort("county_code")


def _schools(facts: Facts, expected: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """Each expected school with its sections, filled up from what it reported."""
    known = ("school_name", "county_code", "school_type")
    listed = expected.with_columns(
        *(pl.lit(None, dtype=pl.String).alias(one) for one in (*known, "section") if one not in expected.columns)
    )
    once = listed.group_by("school_code", maintain_order=True).agg(
        *(pl.col(one).drop_nulls().first() for one in known), pl.col("section").drop_nulls().unique(maintain_order=True)
    )
    own = facts["schools"].select("school_code", *known)
    both = once.join(own, on="school_code", how="left", suffix="_own", maintain_order="left")
    for row in both.iter_rows(named=True):
        school = {one: row[one] or row[f"{one}_own"] for one in known}
        sections = row["section"] or sections_of_type(school["school_type"])
        yield {**school, "school_code": row["school_code"], "sections": sections}


@cache
def _asked(sections: tuple[str, ...]) -> tuple[_Asked, ...]:
    """What a school of these sections is asked for, in the order of the tables."""
    asked = []
    for table in SCHOOL_TABLES:
        for section in sections if "section" in contract(table).key else ("",):
            fields = _fields(table, section)
            if fields:
                asked.append(_Asked(table, section, fields))
    return tuple(asked)


def _fields(table: str, section: str) -> frozenset[str]:
    """Fields of the form's required lines; of senior sections only what the contract requires."""
    if section == "senior":
        return frozenset(one.id for one in contract(table).measures if one.required)
    key = contract(table).key
    slots = [line.slot for line in official_lines("school") if line.slot and line.required]
    wanted = [one for one in slots if one.table == table and one.part in {"", section} and one.field.id not in key]
    return frozenset(one.field.id for one in wanted)


def _given(facts: Facts) -> Given:
    said: dict[tuple[str, str, str], set[str]] = {}
    for table in SCHOOL_TABLES:
        frame = keyed(table, facts[table])
        for row in frame.iter_rows(named=True):
            fields = {one.id for one in contract(table).measures if row[one.id] is not None}
            said.setdefault((table, row["code"], row["part"]), set()).update(fields)
    marked = facts.cells.filter(pl.col("state") != "reported").select("table", "code", "part", "field")
    for table, code, part, name in marked.iter_rows():
        said.setdefault((table, code, part), set()).add(name)
    return {key: frozenset(fields) for key, fields in said.items()}


def _line(one: _Asked, code: str, given: Given) -> tuple[str, str, str, int, int]:
    """A section that was only reported for the whole school is partly reported at best."""
    own = one.fields & given.get((one.table, code, one.section), frozenset())
    whole = one.fields & given.get((one.table, code, WHOLE), frozenset()) if one.section else frozenset()
    state = REPORTED if own == one.fields else PARTLY if own or whole else MISSING
    return one.table, one.section, state, len(own), len(one.fields)
