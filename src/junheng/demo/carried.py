"""What the official workbooks already say, so that the school template asks only for the rest."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import polars as pl

from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.facts.readers.layout import Form, SchoolKind, load_layout
from junheng.facts.tables import Facts

KEPT = frozenset({"school_code", "section", "campus_code"})


def not_carried(facts: Facts) -> Facts:
    """The facts of schools with null for everything their official workbooks carry."""
    kinds = facts["schools"].select("school_code", _kind=pl.col("school_type").replace_strict(_kind_of_type()))
    tables = {
        name: _emptied(name, frame.join(kinds, on="school_code", how="left"))
        if contract(name).level != "county" and name != "campuses"
        else frame
        for name, frame in facts.tables.items()
    }
    return Facts.of(facts.year, tables)


def _emptied(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    by_section = "section" in frame.columns
    place = pl.concat_str("_kind", "section", separator="/") if by_section else pl.col("_kind")
    return frame.with_columns(
        pl.when(place.is_in(sorted(_carrying()[table, name]))).then(None).otherwise(pl.col(name)).alias(name)
        for name in contract(table).schema
        if name not in KEPT
    )


@cache
def _kind_of_type() -> Mapping[str, str]:
    return {code: one["kind"] for code, one in code_list("school_types").attributes.items()}


@cache
def _carrying() -> Mapping[tuple[str, str], set[str]]:
    """(Table, field) -> the kinds of school, or kind/section, whose workbooks carry it."""
    layout = load_layout()
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, kind in layout.kinds.items():
        for number in kind.tables:
            for table, field, section in _facts_of(layout.forms[number], kind):
                found[table, field].add(f"{name}/{section}" if section else name)
    return found


def _facts_of(form: Form, kind: SchoolKind) -> Iterator[tuple[str, str, str | None]]:
    for rule in form.rules:
        by_section = "section" in contract(rule.table).key
        for section in ((rule.section,) if rule.section else form.blocks or (None,)) if by_section else (None,):
            if section is None or section in kind.sections:
                yield rule.table, rule.field.id, section
