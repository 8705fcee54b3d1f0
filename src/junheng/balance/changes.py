"""Changes to reported facts: what a plan does to schools, written into the facts, so that they can be judged again."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from junheng.balance.campuses import CAMPUS_AMOUNTS
from junheng.facts.contracts import contract
from junheng.facts.tables import Facts

OWNERS = ("teachers", "rooms", "money")
"""Tables whose amounts a plan changes; teachers are a section's, the rest is a school's."""
WHOLE = "all"
"""The section of numbers that are given for the whole school."""
ADDED = "__added"


@dataclass(frozen=True, slots=True)
class Change:
    """``amount`` more, or below 0 fewer, of ``column`` at a school; ``section`` where the table is kept by section."""

    school_code: str
    column: str
    amount: float
    section: str = ""


def changed(facts: Facts, changes: Iterable[Change]) -> Facts:
    """The facts after all changes.

    What a school has by campus is added on its campus of most pupils, so that the campuses still sum to the school.

    Raises:
        LookupError: a column no plan changes.
        ValueError: a change of something the school did not report, more taken away than there is, or a part of
            something that comes whole.
    """
    tables, todo = dict(facts.tables), list(changes)
    for column in sorted({one.column for one in todo}):
        table = _table_of(column)
        asked = _asked(facts, table, [one for one in todo if one.column == column])
        tables[table] = _added(tables[table], column, asked)
        if column in CAMPUS_AMOUNTS:
            tables["campuses"] = _on_campus(tables["campuses"], column, asked)
    return Facts(facts.year, tables, facts.cells, facts.marks)


def _table_of(column: str) -> str:
    for name in OWNERS:
        if any(one.id == column and one.numeric for one in contract(name).measures):
            return name
    raise LookupError(f"不是方案能改变的数据 no plan changes {column}")


def _asked(facts: Facts, table: str, changes: list[Change]) -> pl.DataFrame:
    """The key of the rows to change and what is added to each."""
    keys = ("school_code", "section") if "section" in contract(table).key else ("school_code",)
    rows = pl.DataFrame(
        [(one.school_code, one.section, one.amount) for one in changes],
        schema={"school_code": pl.String, "section": pl.String, ADDED: pl.Float64},
        orient="row",
    )
    if "section" in keys:
        present = facts[table].select("school_code", "section").with_columns(own=True)
        rows = rows.join(present, on=["school_code", "section"], how="left").with_columns(
            section=pl.when("own").then("section").otherwise(pl.lit(WHOLE))
        )
    return rows.group_by(keys).agg(pl.col(ADDED).sum())


def _added(frame: pl.DataFrame, column: str, asked: pl.DataFrame) -> pl.DataFrame:
    keys = [one for one in asked.columns if one != ADDED]
    joined = frame.join(asked, on=keys, how="left", maintain_order="left")
    after = joined.with_columns(after=pl.col(column) + pl.col(ADDED))
    lost = asked.join(frame.filter(pl.col(column).is_not_null()), on=keys, how="anti")
    broken = (pl.col("after") < 0) | (
        pl.lit(frame.schema[column].is_integer()) & (pl.col("after") != pl.col("after").round())
    )
    if codes := sorted({*lost["school_code"], *after.filter(broken)["school_code"]}):
        schools = ", ".join(codes)
        raise ValueError(
            f"{column}：{schools} 没有上报，或改后小于 0、不是整数 not reported, or below 0 after, or not whole"
        )
    value = pl.coalesce("after", column).cast(frame.schema[column]).alias(column)
    return after.with_columns(value).select(frame.columns)


def _on_campus(campuses: pl.DataFrame, column: str, asked: pl.DataFrame) -> pl.DataFrame:
    """The amounts of the campuses with what is added on the largest of each school."""
    if campuses.is_empty():
        return campuses
    pupils = pl.sum_horizontal(pl.col("^pupils_.*$").fill_null(0))
    largest = (
        campuses.with_columns(many=pupils)
        .sort("school_code", pl.col("many"), "campus_code", descending=[False, True, False])
        .group_by("school_code", maintain_order=True)
        .agg(pl.col("campus_code").first())
        .join(asked, on="school_code")
    )
    joined = campuses.join(largest, on=["school_code", "campus_code"], how="left", maintain_order="left")
    value = (pl.col(column) + pl.col(ADDED).fill_null(0.0)).cast(campuses.schema[column]).alias(column)
    return joined.with_columns(value).select(campuses.columns)
