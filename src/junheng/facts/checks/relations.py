"""Parts against wholes: one rule each in ``relations.yaml``, all computed the same way.

A missing part counts as nothing (the parts that are there must already fit); a missing whole makes no statement.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import polars as pl

from junheng.facts.checks.model import Check, Context, Hit, Registry, Spot, keyed, shown, title
from junheng.facts.contracts import contract
from junheng.facts.findings import Outcome
from junheng.facts.tables import Facts
from junheng.policy import Text
from junheng.policy.own_yaml import own_yaml

TOLERANCE = 1e-6
"""Areas and amounts are added in binary; a difference this small is rounding."""


@dataclass(frozen=True, slots=True)
class Side:
    table: str
    fields: tuple[str, ...]

    @property
    def title(self) -> Text:
        return title(self.table, self.fields)


@dataclass(frozen=True, slots=True)
class Relation:
    id: str
    title: Text
    left: Side
    right: Side
    why: Text | None
    by_section: bool
    """Two tables by section are compared section by section instead of school by school."""
    equal: bool

    @property
    def whole_school(self) -> bool:
        return self.left.table != self.right.table and not self.by_section


@cache
def relations() -> tuple[Relation, ...]:
    raw = own_yaml(__package__, "relations.yaml")
    return tuple(_relation(one) for one in raw)


def register(registry: Registry) -> None:
    for one in relations():
        registry.put(Check(one.id, one.title, Outcome.WARNED, partial(breaches, one)))


def _relation(raw: dict[str, Any]) -> Relation:
    sides = {name: Side(raw[name]["table"], tuple(raw[name]["fields"])) for name in ("left", "right")}
    why = Text(**raw["why"]) if "why" in raw else None
    return Relation(
        raw["id"], Text(**raw["title"]), **sides, why=why, by_section="by_section" in raw, equal="equal" in raw
    )


def breaches(relation: Relation, context: Context) -> Iterator[Hit]:
    """The units where the part is more than the whole, or unlike it when both must be equal."""
    left = _added(context.facts, relation.left, relation, some=True).rename({"value": "left"})
    right = _added(context.facts, relation.right, relation, some=False).rename({"value": "right"})
    both = left.join(right.drop("complete"), on=["code", "part"], how="inner", maintain_order="left")
    over = pl.col("left") > pl.col("right") + TOLERANCE
    if relation.equal:
        over |= pl.col("complete") & ((pl.col("left") - pl.col("right")).abs() > TOLERANCE)
    for row in both.filter(over).sort("code", "part").iter_rows(named=True):
        yield Hit(_spots(relation, row["code"], row["part"]), _values(relation, context, row))


def _added(facts: Facts, side: Side, relation: Relation, *, some: bool) -> pl.DataFrame:
    """``code, part, value, complete``: the fields of each unit added up; null without ``some`` (or all) of them."""
    frame = keyed(side.table, facts[side.table])
    columns = [pl.col(one).cast(pl.Float64) for one in side.fields]
    every, any_ = pl.all_horizontal(*(one.is_not_null() for one in columns)), _any(columns)
    added = frame.select(
        "code",
        "part",
        pl.when(any_ if some else every).then(pl.sum_horizontal(columns)).alias("value"),
        every.alias("complete"),
    )
    if not relation.whole_school:
        return added.drop_nulls("value")
    return _by_school(added, some=some).drop_nulls("value")


def _any(columns: Iterable[pl.Expr]) -> pl.Expr:
    return pl.any_horizontal(*(one.is_not_null() for one in columns))


def _by_school(added: pl.DataFrame, *, some: bool) -> pl.DataFrame:
    """Sections added up; a row for the whole school counts only where there are no sections."""
    sections = added.filter((pl.col("part") != "all") | ~(pl.col("part") != "all").any().over("code"))
    known = pl.col("value").is_not_null()
    return sections.group_by("code", maintain_order=True).agg(
        pl.lit("").alias("part"),
        pl.when(known.any() if some else known.all()).then(pl.col("value").sum()).alias("value"),
        pl.col("complete").all(),
    )


def _spots(relation: Relation, code: str, part: str) -> tuple[Spot, ...]:
    where = None if relation.whole_school else part
    return tuple(Spot(side.table, side.fields, code, where) for side in (relation.left, relation.right))


def _values(relation: Relation, context: Context, row: dict[str, Any]) -> dict[str, Any]:
    left, right = relation.left.title, relation.right.title
    return {
        **context.who(row["code"], row["part"] if contract(relation.left.table).level == "section" else ""),
        "left_zh": left.zh,
        "left_en": left.en,
        "right_zh": right.zh,
        "right_en": right.en,
        "left": shown(row["left"]),
        "right": shown(row["right"]),
        "why": f"（{relation.why.zh}）" if relation.why else "",
        "why_en": f" ({relation.why.en})" if relation.why else "",
    }
