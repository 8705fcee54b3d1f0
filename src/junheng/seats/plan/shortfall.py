"""Children against seats at every milestone, by township: with today's schools, and with what the plan builds."""

from collections.abc import Sequence

import polars as pl

from junheng.policy.seat_norms import SeatNorms
from junheng.seats.gap import seat_gap
from junheng.seats.gap.crowding import to_come
from junheng.seats.plan.people import People
from junheng.seats.plan.sites import school_rows
from junheng.seats.plan.tables import Base
from junheng.seats.plan.ways import Ways

BY = ["year", "county_code", "township", "section"]
FROM_THE_START = 0
"""Year in which schools that are there today opened, as far as a plan needs to know."""


def shortfall(
    base: Base,
    people: People,
    ways: Ways,
    built: pl.DataFrame,
    norms: SeatNorms,
    *,
    years: Sequence[int],
    closed: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The ``gap`` and ``coverage`` tables of a plan.

    Args:
        base: areas, schools, sites.
        people: children of every year.
        ways: to schools and sites.
        built: place, section, classes, year; what the plan builds.
        norms: class norms, radii and size limits.
        years: milestones.
        closed: place, section, year; schools that merge into others.
    """
    children = people.table().filter(pl.col("year").is_in(list(years))).cast({"children": pl.Float64})
    today = school_rows(base).with_columns(opens=pl.lit(FROM_THE_START, pl.Int64))
    closing = closed.select(pl.col("place").alias("school"), "section", closes="year")
    still = today.join(closing, on=["school", "section"], how="left")
    found = {
        name: seat_gap(
            children.select("year", "area", "section", "children"),
            schools,
            norms,
            distances=distances_of(ways, schools),
        ).areas.join(base.areas.select("area", "county_code", "township"), on="area")
        for name, schools in (("today", today), ("plan", pl.concat([still, _new(base, built)], how="diagonal")))
    }
    gap = (
        found["today"]
        .group_by(BY)
        .agg(
            pl.col("children").sum().cast(pl.Int64),
            seats_today=pl.col("seats").sum(),
            classes=pl.col("classes").sum(),
        )
        .with_columns(oversized=to_come(norms)["oversized"])
        .drop("classes")
        .join(found["plan"].group_by(BY).agg(pl.col("seats").sum()), on=BY)
        .with_columns(gap_today=pl.col("children") - pl.col("seats_today"), gap=pl.col("children") - pl.col("seats"))
        .sort(BY)
    )
    covered = {name: _covered(table) for name, table in found.items()}
    by = ["year", "county_code", "section"]
    coverage = covered["today"].rename({"covered": "covered_today"}).join(covered["plan"].drop("children"), on=by)
    return gap, coverage.sort(by)


def _covered(areas: pl.DataFrame) -> pl.DataFrame:
    inside = pl.col("children").filter(pl.col("within_radius")).sum().cast(pl.Int64)
    return areas.group_by("year", "county_code", "section").agg(pl.col("children").sum().cast(pl.Int64), covered=inside)


def _new(base: Base, built: pl.DataFrame) -> pl.DataFrame:
    """What is built as schools of their own, each standing where its place does."""
    area = pl.concat(
        [
            base.schools.select(pl.col("school_code").alias("place"), "area"),
            base.sites.select(pl.col("site").alias("place"), "area"),
        ]
    )
    return built.join(area, on="place").select(
        school=pl.format("{}@{}", "place", "year"),
        area="area",
        section="section",
        classes=pl.col("classes").cast(pl.Float64),
        pupils=pl.lit(0.0),
        opens="year",
    )


def distances_of(ways: Ways, schools: pl.DataFrame) -> pl.DataFrame:
    """area, school, metres; what is built at a place is as far as the place."""
    table = pl.DataFrame(
        {
            "area": pl.Series(ways.areas, dtype=pl.String).gather(ways.area),
            "place": pl.Series(ways.places, dtype=pl.String).gather(ways.place),
            "metres": ways.metres,
        }
    )
    names = schools.select("school").unique().with_columns(place=pl.col("school").str.split("@").list.first())
    return table.join(names, on="place").select("area", "school", "metres")
