"""Schools that do not count as schools (不计校数) become part of the school they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from junheng.facts.contracts import contract
from junheng.facts.tables import Facts

SUMMED = ("sections", "class_sizes", "teachers", "staff", "rooms", "money")
NONE_COUNTS = ("class_sizes", "teachers", "staff", "rooms")
"""Tables in which a fact that does not apply to a school is a count of none."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Facts by counting school. ``members`` names the codes each school was put together from, its own first."""

    facts: Facts
    members: Mapping[str, tuple[str, ...]]


def merged(facts: Facts) -> Merged:
    """Adds the rows of uncounted schools to their parent's; a null in any of them leaves the sum not reported.

    An uncounted school without a row in a table adds nothing there: its parent reports for it. One whose parent is
    not among the schools stays as it is.
    """
    owners = _owners(facts["schools"])
    moved = {code: owner for code, owner in owners.items() if code != owner}
    members: dict[str, tuple[str, ...]] = {}
    for code, owner in sorted(owners.items(), key=lambda pair: (pair[1], pair[0] != pair[1], pair[0])):
        members[owner] = (*members.get(owner, ()), code)
    tables = dict(settled(facts).tables)
    if moved:
        tables |= {name: _added(tables[name], name, moved) for name in SUMMED}
        tables["schools"] = tables["schools"].filter(~pl.col("school_code").is_in(list(moved)))
        tables["campuses"] = tables["campuses"].filter(~pl.col("school_code").is_in(list(moved)))
    return Merged(Facts(facts.year, tables, facts.cells), members)


def settled(facts: Facts) -> Facts:
    """Facts school by school, with *not applicable* as none and whole-school numbers in the only section."""
    tables = {name: with_none(facts, name) if name in NONE_COUNTS else frame for name, frame in facts.tables.items()}
    tables |= {name: placed(tables[name], facts["sections"], name) for name in ("class_sizes", "teachers")}
    return Facts(facts.year, tables, facts.cells)


def placed(frame: pl.DataFrame, sections: pl.DataFrame, table: str) -> pl.DataFrame:
    """A number given for the whole school (section ``all``) is its section's when the school has just one.

    Where both are given, the section's own number holds.
    """
    present = sections.filter(pl.col("pupils").is_null() | (pl.col("pupils") > 0))
    alone = present.group_by("school_code").agg(pl.len(), only=pl.col("section").first()).filter(pl.col("len") == 1)
    named = frame.join(alone.select("school_code", "only"), on="school_code", how="left", maintain_order="left")
    whole = pl.col("section") == "all"
    ranked = named.sort(whole).with_columns(
        section=pl.when(whole).then(pl.coalesce("only", "section")).otherwise("section")
    )
    measures = [one.id for one in contract(table).measures]
    first = ranked.group_by("school_code", "section", maintain_order=True).agg(pl.col(measures).drop_nulls().first())
    return first.select(frame.columns).sort("school_code", "section")


def _owners(schools: pl.DataFrame) -> Mapping[str, str]:
    """Code of every school -> code of the school that counts for it."""
    rows = schools.select("school_code", "counted", "parent_code").rows()
    parents = {code: parent for code, counted, parent in rows if counted is False and parent}
    known = {code for code, _, _ in rows}
    return {code: _root(code, parents, known) for code in sorted(known)}


def _root(code: str, parents: Mapping[str, str], known: set[str]) -> str:
    seen = [code]
    while (above := parents.get(seen[-1])) is not None and above in known and above not in seen:
        seen.append(above)
    return seen[-1]


def _added(frame: pl.DataFrame, table: str, moved: Mapping[str, str]) -> pl.DataFrame:
    rules = contract(table)
    measures = [one.id for one in rules.measures]
    owned = frame.with_columns(pl.col("school_code").replace(dict(moved)))
    summed = (pl.when(pl.col(one).null_count() == 0).then(pl.col(one).sum()).alias(one) for one in measures)
    whole: pl.DataFrame = owned.group_by(rules.key).agg(summed).select(frame.columns).sort(rules.key)
    return whole


def with_none(facts: Facts, table: str) -> pl.DataFrame:
    """The table with a zero for every fact that was reported as not applicable."""
    marked = facts.cells.filter(pl.col("state") == "not_applicable", pl.col("table") == table)
    frame = facts[table]
    if marked.is_empty():
        return frame
    rest = [name for name in contract(table).key if name != "school_code"]
    for (field,), cells in marked.partition_by("field", as_dict=True).items():
        if field in frame.columns and field not in contract(table).key:
            frame = _zeroed(frame, str(field), cells, rest)
    return frame


def _zeroed(frame: pl.DataFrame, field: str, cells: pl.DataFrame, rest: Sequence[str]) -> pl.DataFrame:
    keys = cells.select(pl.concat_str("code", "part", separator="|")).to_series().implode()
    part = pl.concat_str(rest) if rest else pl.lit("")
    here = pl.concat_str("school_code", part, separator="|").is_in(keys)
    zero = pl.when(pl.col(field).is_null() & here).then(0).otherwise(pl.col(field))
    return frame.with_columns(zero.cast(frame.schema[field]).alias(field))
