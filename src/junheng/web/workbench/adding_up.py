"""How the numbers of a plan hang together: each sentence under a table is a sum a reader can redo from the tables."""

from collections.abc import Mapping
from typing import Any

from junheng.policy.text import Text

Held = Mapping[str, Any]
YUAN = 10_000


def seats_add_up(held: Held) -> list[Text]:
    """Of every milestone: seats planned are those of today and what the projects add by then."""
    sums = []
    for year in _years(held):
        added = round(sum(one["seats"] for one in held["projects"] if int(one["year"]) <= year))
        planned, today = _sum(held, "key_figures", "seats", year), _sum(held, "key_figures", "seats_today", year)
        sums.append((year, planned, today, added))
    words = _sums(sums)
    zh = f"规划后学位＝现有学位＋到该年的项目新增（小学初中合计）：{words.zh}"
    return [Text(zh, f"Seats planned = seats today + added by projects until then (both sections): {words.en}")]


def projects_add_up(held: Held) -> list[Text]:
    """Seats and money of all projects."""
    projects = held["projects"]
    if not projects:
        return []
    seats, costs = round(sum(one["seats"] for one in projects)), [one["cost"] for one in projects]
    if None in costs:
        return [Text(f"合计：新增学位 {seats:,} 个", f"In all: {seats:,} seats added")]
    money = f"{sum(costs) / YUAN:,.0f}"
    return [Text(f"合计：新增学位 {seats:,} 个，投资 {money} 万元", f"In all: {seats:,} seats, {money} × 10,000 yuan")]


def children_add_up(held: Held) -> list[Text]:
    """Of every milestone: the children of the key figures are those of zones and those in schools without one."""
    sums = [
        (
            year,
            _sum(held, "key_figures", "children", year),
            _sum(held, "zone_plans", "zoned", year),
            _sum(held, "zone_plans", "elsewhere", year),
        )
        for year in _years(held)
    ]
    words = _sums(sums)
    zh = f"主要数字的儿童＝划片学生＋未划片学校学生（小学初中合计）：{words.zh}"
    return [
        Text(zh, f"Children of the key figures = zoned + in schools without a zone (both sections): {words.en}"),
        Text(
            "学区学位只计有学区的学校，主要数字里的学位还含未划片学校",
            "Seats of zones are those of schools with a zone; the key figures hold the other schools too",
        ),
    ]


def _years(held: Held) -> list[int]:
    return sorted({row["year"] for row in held["key_figures"]})


def _sum(held: Held, table: str, name: str, year: int) -> int:
    return round(float(sum(row[name] for row in held[table] if row["year"] == year)))


def _sums(sums: list[tuple[int, int, int, int]]) -> Text:
    """Each as year, whole, part, part; a sum that does not come out says so."""
    said = [
        (year, f"{whole:,}", "＝" if whole == one + other else "≠", f"{one:,}", f"{other:,}")
        for year, whole, one, other in sums
    ]
    return Text(
        "；".join(f"{year}年 {whole}{sign}{one}＋{other}" for year, whole, sign, one, other in said),
        "; ".join(
            f"{year} {whole} {sign.replace('＝', '=')} {one} + {other}" for year, whole, sign, one, other in said
        ),
    )
