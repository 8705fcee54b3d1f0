"""The independent checker of a plan: the same children from end to end, every area once, no more built than fits."""

import polars as pl

from junheng.seats.plan.result import HorizonPlan
from junheng.seats.plan.tables import Base

KEYS = ["year", "county_code", "section"]


def faults(base: Base, plan: HorizonPlan) -> list[str]:
    """Everything wrong with a plan; empty when its counts agree and its limits hold."""
    return [*_unequal(plan), *_areas(base, plan), *_loads(plan), *_land(base, plan)]


def _unequal(plan: HorizonPlan) -> list[str]:
    """Counties, sections and years whose children differ between forecast, gap, coverage and zones."""
    held = pl.col("children").sum()
    forecast = plan.children.group_by(KEYS).agg(forecast=held)
    gap = plan.gap.group_by(KEYS).agg(gap=held)
    zones = plan.zones.group_by(KEYS).agg(seated=held)
    away = plan.zone_plans.select(*KEYS, "elsewhere")
    near = plan.coverage.select(*KEYS, near="children")
    table = gap.join(forecast, on=KEYS).join(zones, on=KEYS).join(away, on=KEYS).join(near, on=KEYS)
    if table.height != len(plan.choices.years) * plan.gap.select("county_code", "section").n_unique():
        return ["a county, section or year is missing"]
    apart = table.filter(
        (pl.col("forecast") != pl.col("gap"))
        | (pl.col("forecast") != pl.col("near"))
        | (pl.col("forecast") != pl.col("seated") + pl.col("elsewhere"))
    )
    return [f"children differ: {row}" for row in apart.to_dicts()]


def _areas(base: Base, plan: HorizonPlan) -> list[str]:
    """Areas that are not in every map exactly once, or belong to nobody."""
    areas = base.areas.filter(pl.col("county_code").is_in(plan.gap["county_code"].unique().implode()))
    wanted = areas.height * len(plan.choices.years) * plan.gap["section"].n_unique()
    once = plan.zones.select("year", "section", "area").n_unique()
    nobody = plan.zones.filter(pl.col("place") == "").height
    found = [] if once == plan.zones.height == wanted else [f"{once} of {wanted} areas in {plan.zones.height} rows"]
    return found + ([f"{nobody} areas without a school"] if nobody else [])


def _loads(plan: HorizonPlan) -> list[str]:
    """Schools whose children are not those of their zone."""
    by = [*KEYS, "place"]
    zone = plan.zones.group_by(by).agg(held=pl.col("children").sum())
    apart = plan.loads.join(zone, on=by, how="full", coalesce=True).filter(
        pl.col("children").fill_null(0) != pl.col("held").fill_null(0)
    )
    return [f"load differs: {row}" for row in apart.to_dicts()]


def _land(base: Base, plan: HorizonPlan) -> list[str]:
    """Sites with more classes than fit."""
    used = plan.projects.group_by("place").agg(classes=(pl.col("primary") + pl.col("junior")).sum())
    over = used.join(base.sites, left_on="place", right_on="site").filter(pl.col("classes") > pl.col("classes_max"))
    return [f"site {row['place']} has {row['classes']} of {row['classes_max']} classes" for row in over.to_dicts()]
