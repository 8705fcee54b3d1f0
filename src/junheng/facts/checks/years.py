"""This year against last year: questions of plausibility, never a judgement."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from junheng.facts.checks.model import Context, Hit, Registry, Spot, keyed, shown, title
from junheng.facts.checks.settings import settings
from junheng.facts.codes import code_list

REGISTRY = Registry()


@REGISTRY.add("jump_from_last_year", "与上年相比变化过大", "A large change from last year")
def jumps(context: Context) -> Iterator[Hit]:
    """Fields of ``plausibility.yaml`` whose value left the limits around last year's value."""
    if context.previous is None:
        return
    for limit in settings()["jumps"]:
        yield from _jumps(context, context.previous.tables[limit["table"]], limit)


def _jumps(context: Context, before: pl.DataFrame, limit: Mapping[str, Any]) -> Iterator[Hit]:
    table, name = limit["table"], limit["field"]
    both = _both(table, context.facts[table], before, name)
    now, then = pl.col("now"), pl.col("then")
    outside = ~now.is_between(then * limit["low"], then * limit["high"]) & ((now - then).abs() > limit["slack"])
    text = title(table, (name,))
    for row in both.filter(outside).iter_rows(named=True):
        change = f"{(row['now'] / row['then'] - 1) * 100:+.0f}%" if row["then"] else "—"
        yield Hit(
            (Spot(table, (name,), row["code"], row["part"]),),
            {
                **context.who(row["code"], row["part"]),
                "field": text.zh,
                "field_en": text.en,
                "now": shown(row["now"]),
                "then": shown(row["then"]),
                "change": change,
                "low": limit["low"],
                "high": limit["high"],
                "why": limit["why"]["zh"],
                "why_en": limit["why"]["en"],
            },
        )


def _both(table: str, now: pl.DataFrame, then: pl.DataFrame, name: str) -> pl.DataFrame:
    """``code, part, now, then`` of the rows reported in both years."""
    this, last = (keyed(table, one).select("code", "part", name).drop_nulls(name) for one in (now, then))
    return this.rename({name: "now"}).join(last.rename({name: "then"}), on=["code", "part"], maintain_order="left")


@REGISTRY.add("type_changed", "办学类型与上年不同", "The school type differs from last year")
def types(context: Context) -> Iterator[Hit]:
    """A change of type is rare; a change of category asks for a new code."""
    if context.previous is None:
        return
    titles = code_list("school_types").codes
    both = _both("schools", context.facts["schools"], context.previous["schools"], "school_type")
    for row in both.filter(pl.col("now") != pl.col("then")).iter_rows(named=True):
        now, then = (titles.get(row[one]) for one in ("now", "then"))
        yield Hit(
            (Spot("schools", ("school_type",), row["code"]),),
            {
                **context.who(row["code"]),
                "now": now.zh if now else row["now"],
                "now_en": now.en if now else row["now"],
                "then": then.zh if then else row["then"],
                "then_en": then.en if then else row["then"],
            },
        )
