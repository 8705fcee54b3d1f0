"""The project list: what is built where, by when, for how much, and why; for the project library."""

from collections.abc import Mapping

import polars as pl

from junheng.policy.seat_norms import SeatNorms
from junheng.policy.text import Text
from junheng.seats.plan.costs import prices
from junheng.seats.plan.sites import supply
from junheng.seats.plan.tables import SECTIONS, Base

SCHEMA = {
    "project": pl.String,
    "year": pl.Int64,
    "county_code": pl.String,
    "place": pl.String,
    "place_name": pl.String,
    "kind": pl.String,
    "primary": pl.Int64,
    "junior": pl.Int64,
    "seats": pl.Int64,
    "cost": pl.Int64,
    "why_zh": pl.String,
    "why_en": pl.String,
}
HORIZON = Text("规划期末", "to the horizon")
WORDS = {"primary": ("小学", "primary"), "junior": ("初中", "junior")}


def projects(
    base: Base, built: pl.DataFrame, norms: SeatNorms, gap: pl.DataFrame, *, closed: pl.DataFrame
) -> pl.DataFrame:
    """One row per place and milestone; a nine-year school is one project. Mergers come after what is built.

    Args:
        base: names of schools and sites, prices.
        built: year, county_code, place, section, classes.
        norms: pupils to a class.
        gap: of the plan; says why.
        closed: as ``built``, of schools that merge into others.
    """
    names = {
        **dict(base.schools.select("school_code", "school_name").iter_rows()),
        **dict(base.sites.select("site", "site_name").iter_rows()),
    }
    sites, price = dict(base.sites.select("site", "cost_yuan").iter_rows()), prices(base.costs)
    missing = {
        (year, county, section): (children, seats)
        for year, county, section, children, seats in gap.group_by("year", "county_code", "section")
        .agg(pl.col("children", "seats_today").sum())
        .iter_rows()
    }
    rows, opened = [], set()
    keys = ["year", "county_code", "place"]
    for number, ((year, county, place), part) in enumerate(
        built.sort(*keys, "section").group_by(keys, maintain_order=True), 1
    ):
        classes = dict(part.select("section", "classes").iter_rows())
        new, all_classes = place in sites, sum(classes.values())
        first = new and place not in opened
        opened.add(place)
        opening = price.opening(sites[str(place)]) if first else 0.0
        cost = price.cost(opening, all_classes * new, all_classes * (not new))
        why = [_why(str(year), section, *missing[year, county, section]) for section in SECTIONS if section in classes]
        rows.append(
            {
                **_head(number, year, county, place, names),
                "kind": "new" if first else "extend",
                **{section: classes.get(section, 0) for section in SECTIONS},
                "seats": sum(round(norms.class_norm[section]) * count for section, count in classes.items()),
                "cost": cost,
                "why_zh": "；".join(zh for zh, _ in why),
                "why_en": "; ".join(en for _, en in why),
            }
        )
    rows += _closings(base, closed, norms, names, len(rows))
    return pl.DataFrame(rows, schema=SCHEMA)


def _closings(
    base: Base, closed: pl.DataFrame, norms: SeatNorms, names: Mapping[str, str], before: int
) -> list[dict[str, object]]:
    """Schools that merge into others: classes and seats below 0, and what closing costs."""
    rows: list[dict[str, object]] = []
    taught = supply(base, norms)
    seats = {(school, section): count for school, section, count in taught.select("school", "section", "seats").rows()}
    keys = ["year", "county_code", "place"]
    parts = closed.sort(*keys, "section").group_by(keys, maintain_order=True)
    for number, ((year, county, place), part) in enumerate(parts, before + 1):
        classes = dict(part.select("section", "classes").iter_rows())
        below, metres = norms.merge_below, norms.merge_metres
        rows.append(
            {
                **_head(number, year, county, place, names),
                "kind": "close",
                **{section: -classes.get(section, 0) for section in SECTIONS},
                "seats": -sum(seats[place, section] for section in classes),
                "cost": base.costs.get("closing_yuan"),
                "why_zh": f"现行学区学生到{HORIZON.zh}不足{below:g}人，各片区{metres:g}米内另有学校",
                "why_en": f"its zone has fewer than {below:g} pupils {HORIZON.en}, another school lies within "
                f"{metres:g} m of all its areas",
            }
        )
    return rows


def _head(number: int, year: object, county: object, place: object, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "project": f"{year}-{number:04d}",
        "year": year,
        "county_code": county,
        "place": place,
        "place_name": names[str(place)],
    }


def _why(year: str, section: str, children: int, seats: float) -> tuple[str, str]:
    zh, en = WORDS[section]
    apart = children - round(seats)
    if apart > 0:
        return (
            f"{year}年全县（区）{zh}有{children:,}名儿童，现有学位{seats:,.0f}个，缺{apart:,}个",
            f"in {year} the county has {children:,} {en} children and {seats:,.0f} seats today, {apart:,} short",
        )
    return (
        f"{year}年全县（区）{zh}学位总数够，但不在儿童住处附近",
        f"in {year} the county has enough {en} seats, but not where the children live",
    )
