"""What the run finds, row by row, until it becomes the tables of a plan."""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.policy.seat_norms import SeatNorms
from junheng.seats.assignment import NOBODY
from junheng.seats.plan.choices import Choices
from junheng.seats.plan.costs import Asked
from junheng.seats.plan.options import Built
from junheng.seats.plan.people import People
from junheng.seats.plan.projects import projects
from junheng.seats.plan.result import HorizonPlan
from junheng.seats.plan.tables import Base
from junheng.seats.plan.zoned import Drawn

Ints = NDArray[np.int64]
Row = dict[str, Any]

BUILT = {"year": pl.Int64, "county_code": pl.String, "place": pl.String, "section": pl.String, "classes": pl.Int64}
BUILDING = {
    "year": pl.Int64,
    "county_code": pl.String,
    "unserved": pl.Int64,
    "unserved_bound": pl.Float64,
    "allowed": pl.Int64,
    "cost": pl.Int64,
    "cost_bound": pl.Int64,
    "cost_gap": pl.Float64,
    "found": pl.Boolean,
}


class Records:
    """Rows as they come; ``unspent``: yuan left of the budgets so far."""

    def __init__(self, base: Base, people: People, norms: SeatNorms) -> None:
        self.base, self.people, self.norms = base, people, norms
        self.unspent = 0.0
        self.stands = {
            **dict(base.schools.select("school_code", "area").iter_rows()),
            **dict(base.sites.select("site", "area").iter_rows()),
        }
        self._today = {
            section[0]: dict(rows.select("area", "school_code").iter_rows())
            for section, rows in base.zones.group_by("section")
        }
        self._built: list[Row] = []
        self._building: list[Row] = []
        self._closed: list[Row] = []
        self._zones: list[pl.DataFrame] = []
        self._plans: list[Row] = []
        self._loads: list[pl.DataFrame] = []

    def today(self, section: str, there: Ints, codes: list[str]) -> Ints:
        """(areas,) today's place of some areas by its number in ``codes``, ``NOBODY`` where it is none of them."""
        number, zones = {code: at for at, code in enumerate(codes)}, self._today.get(section, {})
        found = [number.get(zones.get(self.people.area[one], ""), NOBODY) for one in there.tolist()]
        return np.array(found, dtype=np.int64)

    def built(self, year: int, county: str, built: Built) -> None:
        """What a county builds by a milestone."""
        for (section, code), classes in [*built.added.items(), *built.new.items()]:
            self._built.append(
                {"year": year, "county_code": county, "place": code, "section": section, "classes": classes}
            )
        self.unspent -= built.cost or 0
        self._building.append(
            {
                "year": year,
                "county_code": county,
                "unserved": built.unserved,
                "unserved_bound": built.unserved_bound,
                "allowed": built.allowed,
                "cost": built.cost,
                "cost_bound": round(built.money_bound) if built.cost is not None else None,
                "cost_gap": built.cost_gap if np.isfinite(built.cost_gap) else None,
                "found": built.found,
            }
        )

    def closed(self, year: int, county: str, code: str, section: str, classes: int) -> None:
        """A school's section closes by a milestone, with so many classes."""
        self._closed.append(
            {"year": year, "county_code": county, "place": code, "section": section, "classes": classes}
        )

    def closed_table(self) -> pl.DataFrame:
        """year, county_code, place, section, classes; schools that merge into others."""
        return pl.DataFrame(self._closed, schema=BUILT)

    def built_table(self) -> pl.DataFrame:
        """year, county_code, place, section, classes."""
        return pl.DataFrame(self._built, schema=BUILT)

    def building_table(self) -> pl.DataFrame:
        """The ``building`` table of a plan."""
        return pl.DataFrame(self._building, schema=BUILDING)

    def zoned(self, year: int, county: str, section: str, drawn: Drawn) -> None:
        """The zones of a milestone."""
        about = {"year": year, "county_code": county, "section": section}
        head = [pl.lit(value).alias(name) for name, value in about.items()]
        self._zones.append(self._zone_rows(drawn).select(*head, pl.all()))
        self._loads.append(self._load_rows(drawn).select(*head, pl.all()))
        self._plans.append({**about, **self._summary(year, section, drawn)})

    def _zone_rows(self, drawn: Drawn) -> pl.DataFrame:
        codes = np.array([*drawn.places.code, ""], dtype=object)
        return pl.DataFrame(
            {
                "area": [self.people.area[one] for one in drawn.there.tolist()],
                "place": codes[drawn.plan.assignment].tolist(),
                "children": drawn.children,
                "metres": [value if np.isfinite(value) else None for value in drawn.plan.metres.tolist()],
            },
            schema_overrides={"metres": pl.Float64},
        )

    def _load_rows(self, drawn: Drawn) -> pl.DataFrame:
        load, seats = drawn.load, drawn.seats
        open_ = np.flatnonzero((seats > 0) | (load > 0))
        return pl.DataFrame(
            {
                "place": [drawn.places.code[one] for one in open_.tolist()],
                "seats": seats[open_],
                "classes": drawn.classes[open_],
                "children": load[open_],
            },
            schema_overrides={"place": pl.String},
        )

    def _summary(self, year: int, section: str, drawn: Drawn) -> Row:
        plan, children = drawn.plan, drawn.children
        whole, zoned = int(self.people.of(year, section)[drawn.there].sum()), int(children.sum())
        moved = (plan.assignment != drawn.ground.today) & (drawn.ground.today != NOBODY)
        known = np.isfinite(plan.metres)
        near = known & (plan.metres <= self.norms.radius[section])
        return {
            "children": whole,
            "elsewhere": whole - zoned,
            "zoned": zoned,
            "seats": int(drawn.seats.sum()),
            "above": drawn.above,
            "fullest": drawn.fullest,
            "forced": plan.forced,
            "changed_areas": int(moved.sum()),
            "changed_children": int(children[moved].sum()),
            "objective": plan.objective,
            "bound": plan.bound,
            "gap": plan.gap,
            "mean_metres": float(children[known] @ plan.metres[known]) / max(int(children[known].sum()), 1),
            "within_radius": int(children[near].sum()) / max(zoned, 1),
        }

    def result(
        self,
        choices: Choices,
        *,
        gap: pl.DataFrame,
        coverage: pl.DataFrame,
        boarding: pl.DataFrame,
        asked: tuple[Asked, ...],
        straight: float,
        seconds: float,
    ) -> HorizonPlan:
        """The tables of the plan."""
        plans = pl.DataFrame(self._plans, infer_schema_length=None).cast(
            {"objective": pl.Float64, "bound": pl.Float64, "gap": pl.Float64}
        )
        return HorizonPlan(
            choices=choices,
            last=self.people.last,
            children=self.people.table().filter(pl.col("year") >= self.people.last),
            gap=gap,
            projects=projects(self.base, self.built_table(), self.norms, gap, closed=self.closed_table()),
            zones=pl.concat(self._zones),
            zone_plans=plans,
            loads=pl.concat(self._loads),
            building=self.building_table(),
            coverage=coverage,
            boarding=boarding,
            asked=asked,
            straight=straight,
            seconds=seconds,
        )
