"""What a plan to the horizon gives back: tables with the same children from end to end, and what was not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from junheng.seats.plan.choices import Choices
from junheng.seats.plan.costs import Asked


@dataclass(frozen=True, slots=True, eq=False)
class HorizonPlan:
    """The tables, rows by ``year`` (milestones) unless said otherwise; money in yuan, ways in metres.

    children: area, county_code, year (every year from the last known), section, children
    gap: year, county_code, township, section, children, seats_today, seats, gap_today, gap (children less seats; with
        today's schools, and with what the plan builds), oversized (classes of 56 and more if nothing is built and all
        children sat in the classes of their township)
    projects: project, year, county_code, place, place_name, kind (new, extend, close), primary, junior (classes), seats
        (below 0 where a school closes), cost (null without prices), why_zh, why_en
    zones: year, county_code, section, area, place (school or site), children, metres
    zone_plans: year, county_code, section, children, elsewhere (who go to schools without a zone), zoned, seats,
        above (children above the class norm), fullest (children to a class in the fullest school), forced (areas
        without any way to a seat), changed_areas, changed_children, objective, bound, gap,
        mean_metres, within_radius (share)
    loads: year, county_code, section, place, seats, classes, children
    building: year, county_code, unserved, unserved_bound, allowed (so many may be left unserved: as few as there can
        be, or the tolerance), cost, cost_bound, cost_gap, found
    boarding: county_code, township, boarding, needed, school_code, school_name, pupils; rural townships with too few
        boarding schools today and a school to look at first
    coverage: year, county_code, section, children, covered_today, covered (children within the service radius)
    """

    choices: Choices
    last: int
    children: pl.DataFrame
    gap: pl.DataFrame
    projects: pl.DataFrame
    zones: pl.DataFrame
    zone_plans: pl.DataFrame
    loads: pl.DataFrame
    building: pl.DataFrame
    coverage: pl.DataFrame
    boarding: pl.DataFrame
    asked: tuple[Asked, ...]
    straight: float
    seconds: float

    @property
    def tables(self) -> Mapping[str, pl.DataFrame]:
        """All tables by name."""
        names = ("children", "gap", "projects", "zones", "zone_plans", "loads", "building", "coverage", "boarding")
        return {name: getattr(self, name) for name in names}

    def key_figures(self) -> pl.DataFrame:
        """One row per milestone and section: the sums a reader asks for first.

        year, section, children, seats_today, missing_today, seats, missing (seats short in the counties that are short,
        with today's schools and with the plan), changed_children, covered_today, covered, mean_metres, above
        (children above the class norm in their school), fullest (children to a class in the fullest school).
        """
        by = ["year", "section"]
        counties = self.gap.group_by(*by, "county_code").agg(
            pl.col("children", "seats_today", "seats", "gap_today", "gap").sum()
        )
        short = counties.group_by(by).agg(
            pl.col("children", "seats_today", "seats").sum(),
            missing_today=pl.col("gap_today").clip(lower_bound=0).sum(),
            missing=pl.col("gap").clip(lower_bound=0).sum(),
        )
        zones = self.zone_plans.group_by(by).agg(
            pl.col("changed_children", "above").sum(),
            pl.col("fullest").max(),
            mean_metres=(pl.col("mean_metres") * pl.col("zoned")).sum() / pl.col("zoned").sum(),
        )
        near = self.coverage.group_by(by).agg(
            pl.col("covered_today", "covered").sum() / pl.col("children").sum(),
        )
        whole = short.join(zones, on=by).join(near, on=by).sort("year", pl.col("section") == "junior")
        return whole.with_columns(pl.col(pl.Float64).fill_nan(None))

    def to_dict(self) -> dict[str, Any]:
        """JSON form without the children and zones of single areas."""
        small = {name: table.to_dicts() for name, table in self.tables.items() if name not in {"children", "zones"}}
        return {
            "parameters": self.choices.to_dict(),
            "last_year": self.last,
            "key_figures": self.key_figures().to_dicts(),
            **small,
            "asked": [{"code": one.code, "zh": one.what.zh, "en": one.what.en} for one in self.asked],
            "straight_share": self.straight,
            "seconds": round(self.seconds, 1),
        }
