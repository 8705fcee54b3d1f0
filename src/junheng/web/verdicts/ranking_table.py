"""The progress of the counties as a table, for the page and for every file of it."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from junheng.balance.model import State
from junheng.policy.text import Text
from junheng.policy.years import year_label
from junheng.publish import SYNTHETIC, About, Column, Table
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.verdicts.ranking import MEASURES, ORDER, Measure, Progress

BEFORE, NOW, BY = Text("前次", "before"), Text("本次", "now"), Text("变化", "change")


def rule(by: str) -> Text:
    """How the rank is made, in words."""
    if by != ORDER:
        one = next(held for held in MEASURES if held.id == by)
        return Text(
            f"按“{one.title.zh}”的变化排序；相等的名次相同。",
            f"Ranked by the change of “{one.title.en}”; ties share a rank.",
        )
    zh, en = "、".join(one.title.zh for one in MEASURES), ", ".join(one.title.en.lower() for one in MEASURES)
    return Text(
        f"依次按{zh}的变化比较，前一项相等才比后一项；全部相等的名次相同。不设权重，不合成总分。",
        f"Compared by the change of {en}, one after the other: the next decides only where those before are equal; "
        "ties share a rank. Nothing is weighted or added up.",
    )


def ranking_table(before: Edition, now: Edition, found: Sequence[Progress], by: str) -> Table:
    """One row a county; full precision in the rows, official rounding in the columns."""
    standard = standard_of(now.standard)
    label = Text(
        f"{year_label(now.year)}各区县（开发区）进步情况", f"Progress of the counties, {now.year}/{now.year + 1}"
    )
    notes = [
        rule(by),
        *(Text(f"{one.title.zh}：{one.meaning.zh}", f"{one.title.en}: {one.meaning.en}") for one in MEASURES),
    ]
    return Table(
        id="ranking",
        title=label,
        columns=_columns(),
        rows=tuple(_row(one) for one in found),
        notes=(*notes, *((SYNTHETIC,) if now.synthetic else ())),
        source=f"{standard.number} · {before.permanent} {before.snapshot[:12]} → {now.permanent} {now.snapshot[:12]}",
        about=About(now.year, "county", standard.id, now.snapshot),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("rank", Text("名次", "Rank"), "number", decimals=0),
        Column("county_code", Text("代码", "Code"), "code"),
        Column("county", Text("区县（开发区）", "County")),
        Column("state", Text("本学年结论", "Verdict this year"), "state"),
        *chain.from_iterable(_three(one) for one in MEASURES),
        Column("why", Text("未排名的原因", "Why not ranked")),
    )


def _three(one: Measure) -> tuple[Column, ...]:
    share = one.unit == "%"
    kept: dict[str, Any] = {"kind": "number", "decimals": one.decimals, "description": one.meaning}
    change = Text("变化（百分点）", "change (percentage points)") if share else BY
    return (
        Column(f"{one.id}_before", _named(one, BEFORE), unit="%" if share else None, **kept),
        Column(f"{one.id}_now", _named(one, NOW), unit="%" if share else None, **kept),
        Column(f"{one.id}_change", _named(one, change), **kept),
    )


def _named(one: Measure, when: Text) -> Text:
    return Text(f"{one.title.zh}：{when.zh}", f"{one.title.en}: {when.en}")


def _row(one: Progress) -> tuple[Any, ...]:
    cells = chain.from_iterable(
        (change.before, change.now, change.by) if (change := one.changes.get(held.id)) else (None, None, None)
        for held in MEASURES
    )
    return (one.rank, one.code, Text(**one.name), State(one.state), *cells, one.why)
