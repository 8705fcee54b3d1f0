"""The whole plan of the demo city to the horizon against what a planner does by hand: nearest seats, build where short.

    python bench/plan.py [--scale 0.1] [--seconds 1] [--counties 410105 410103]

Forecast, ways, building and zones for 2026, 2030 and 2035 in one run, once building for every child of a milestone and
once with the defaults, which build only for seats that last. By hand: areas from the largest take the nearest school
with seats left; where none has, the nearest school that may add classes does, or the nearest site is built. Children,
ways, seats, land and prices are the same. Printed for every milestone: money spent by then, children above the class
norm, mean way, children whose school is not today's, zones in several pieces, and the proven gaps, which only the plan
has. Ends with 1 when the plan is better in none of these.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import polars as pl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from junheng.demo.seats_city import DemoSeats, seats_city
from junheng.seats.assignment import NOBODY, Graph
from junheng.seats.plan import SECTIONS, Base, Choices, HorizonPlan, Tables, plan
from junheng.seats.plan.costs import Prices, prices
from junheng.seats.plan.sites import Places, places
from junheng.seats.plan.tables import only
from junheng.seats.plan.touching import touching
from junheng.seats.plan.ways import Ways, ways

NEAR = 16
TEN_THOUSAND = 10_000
Goals = tuple[np.ndarray, np.ndarray]
"""Places from the nearest, and the metres to them."""


@dataclass(frozen=True)
class Line:
    """One milestone of one way of planning."""

    name: str
    year: int
    yuan: float
    above: int
    metres: float
    changed: int
    broken: int
    gaps: str = "—"

    def __str__(self) -> str:
        money = f"{self.yuan / TEN_THOUSAND:>12,.0f}"
        zones = f"{self.metres:>8,.0f} {self.changed:>9,} {self.broken:>7,}"
        return f"{self.name:26} {self.year} {money} {self.above:>9,} {zones}  {self.gaps}"

    @property
    def numbers(self) -> tuple[float, ...]:
        """All that should be small."""
        return self.yuan, self.above, self.metres, self.changed, self.broken


@dataclass
class Hand:
    """A county on its way through the milestones when planned by hand."""

    held: dict[str, Places]
    seats: dict[str, np.ndarray]
    addable: dict[str, np.ndarray]
    room: dict[str, int]
    own: dict[str, float | None]
    least: int
    price: Prices
    opened: set[str] = field(default_factory=set)
    yuan: float = 0.0

    def seat(self, section: str, children: np.ndarray, near: list[Goals], norm: int) -> tuple[np.ndarray, float]:
        """(areas,) the place of each, and pupil-metres; areas from the largest taken in turn."""
        seats, load = self.seats[section], np.zeros(len(self.seats[section]), np.int64)
        goes, metres = np.full(len(children), NOBODY), 0.0
        for area in np.argsort(-children, kind="stable").tolist():
            goals, far = near[area]
            if not goals.size:
                continue
            fits = np.flatnonzero(seats[goals] - load[goals] >= children[area])
            at = int(fits[0]) if fits.size else self._built(section, goals, load, int(children[area]), norm)
            load[goals[at]] += children[area]
            goes[area] = goals[at]
            metres += float(far[at]) * int(children[area])
        return goes, metres

    def above(self, section: str, children: np.ndarray, goes: np.ndarray) -> int:
        """Children beyond the seats of their school."""
        seats = self.seats[section]
        load = np.bincount(goes[goes != NOBODY], children[goes != NOBODY], len(seats))
        return int(np.maximum(load - seats, 0).sum())

    def _opening(self, code: str) -> float:
        return 0.0 if code in self.opened else self.price.opening(self.own.get(code))

    def _built(self, section: str, goals: np.ndarray, load: np.ndarray, wanted: int, norm: int) -> int:
        """The nearest place that can be made large enough, or the nearest with any seats."""
        held, seats = self.held[section], self.seats[section]
        for at, goal in enumerate(goals.tolist()):
            classes = -((seats[goal] - load[goal] - wanted) // norm)
            code = held.code[goal]
            if goal < held.schools and classes <= self.addable[section][goal]:
                self.addable[section][goal] -= classes
                self.yuan += self.price.cost(0, 0, classes) or 0
            elif goal >= held.schools and classes <= self.room[code]:
                classes = min(max(classes, 0 if code in self.opened else self.least), self.room[code])
                self.room[code] -= classes
                self.yuan += self.price.cost(self._opening(code), classes, 0) or 0
                self.opened.add(code)
            else:
                continue
            seats[goal] += classes * norm
            return at
        return next((at for at, goal in enumerate(goals.tolist()) if seats[goal]), 0)


@dataclass
class Sums:
    """Of one milestone over all counties."""

    yuan: float = 0.0
    above: int = 0
    metres: float = 0.0
    children: int = 0
    changed: int = 0
    broken: int = 0


def by_hand(base: Base, choices: Choices, children: pl.DataFrame) -> list[Line]:
    """``children``: year, county_code, section, area, children who go to schools with a zone."""
    norms, price, measured = choices.norms(), prices(base.costs), ways(base)
    found = {year: Sums() for year in choices.years}
    for county in base.areas["county_code"].unique(maintain_order=True):
        there = np.flatnonzero((base.areas["county_code"] == county).to_numpy())
        held = {section: places(base, measured, county, section, norms) for section in SECTIONS}
        hand = Hand(
            held,
            {section: one.seats.copy() for section, one in held.items()},
            {section: one.addable.copy() for section, one in held.items()},
            dict(base.sites.select("site", "classes_max").iter_rows()),
            dict(base.sites.select("site", "cost_yuan").iter_rows()),
            choices.least_classes,
            price,
        )
        near = {section: list(goals(measured, there, one)) for section, one in held.items()}
        beside = touching(base.areas["polygon"].gather(there).to_list())
        for year in choices.years:
            for section in SECTIONS:
                living = counted(base, children, there, year, section)
                goes, metres = hand.seat(section, living, near[section], int(norms.class_norm[section]))
                sums = found[year]
                sums.above += hand.above(section, living, goes)
                sums.metres += metres
                sums.children += int(living.sum())
                sums.changed += int(living[goes != today(base, there, section, held[section])].sum())
                sums.broken += pieces(beside, goes)
            found[year].yuan += hand.yuan
    return [
        Line("by hand", year, one.yuan, one.above, one.metres / max(one.children, 1), one.changed, one.broken)
        for year, one in found.items()
    ]


def goals(measured: Ways, there: np.ndarray, held: Places) -> Iterator[Goals]:
    """Of every area its nearest places and the metres to them."""
    arcs = measured.arcs(there, held.place, NEAR)
    for area in range(len(there)):
        mine = slice(arcs.first[area], arcs.first[area + 1])
        yield arcs.school[mine], arcs.metres[mine]


def counted(base: Base, children: pl.DataFrame, there: np.ndarray, year: int, section: str) -> np.ndarray:
    """(areas,) children of a county's areas."""
    here = children.filter((pl.col("year") == year) & (pl.col("section") == section))
    known = dict(here.select("area", "children").iter_rows())
    return np.array([known.get(name, 0) for name in base.areas["area"].gather(there)], np.int64)


def today(base: Base, there: np.ndarray, section: str, held: Places) -> np.ndarray:
    """(areas,) the place each goes to now."""
    number = {code: at for at, code in enumerate(held.code)}
    zones = dict(base.zones.filter(pl.col("section") == section).select("area", "school_code").iter_rows())
    return np.array([number.get(zones.get(name, ""), NOBODY) for name in base.areas["area"].gather(there)])


def pieces(beside: Graph, goes: np.ndarray) -> int:
    """Zones that do not hang together."""
    one = np.repeat(np.arange(len(goes)), np.diff(beside.first))
    same = goes[one] == goes[beside.area]
    shape = (len(goes), len(goes))
    graph = coo_array((np.ones(int(same.sum()), np.int8), (one[same], beside.area[same])), shape=shape)
    label = connected_components(graph, directed=False)[1]
    return sum(len(set(label[goes == place].tolist())) > 1 for place in set(goes[goes != NOBODY].tolist()))


def lines(name: str, found: HorizonPlan) -> Iterator[Line]:
    """A plan's own numbers."""
    for year in found.choices.years:
        zones = found.zone_plans.filter(pl.col("year") == year)
        spent = found.projects.filter(pl.col("year").cast(pl.Int64) <= year)["cost"].sum() or 0
        children = zones["zoned"].to_numpy()
        metres = float(zones["mean_metres"].fill_null(0.0).to_numpy() @ children) / max(int(children.sum()), 1)
        built = found.building.filter(pl.col("year") == year)["cost_gap"].max()
        mean, most = zones["gap"].mean(), zones["gap"].max()
        gaps = f"building {_share(built)}, zones {_share(mean)} on average, {_share(most)} at most"
        changed = int(zones["changed_children"].sum())
        yield Line(name, year, float(spent), int(zones["above"].sum()), metres, changed, 0, gaps)


def _share(value: object) -> str:
    return f"{value:.2%}" if isinstance(value, float) else "—"


def of(whole: DemoSeats, counties: tuple[str, ...]) -> Base:
    base = Tables(**{name: getattr(whole, name) for name in Tables.__dataclass_fields__})
    return only(base, counties) if counties else base


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--scale", type=float, default=1.0)
    asked.add_argument("--seconds", type=float, default=2.0)
    asked.add_argument("--counties", nargs="*", default=())
    given = asked.parse_args()
    base = of(seats_city(scale=given.scale), tuple(given.counties))
    print(f"{base.areas.height:,} areas, {base.schools.height:,} schools, {base.sites.height:,} sites", flush=True)
    lasting = Choices(seconds=given.seconds)
    every = replace(lasting, needed_years=1, tolerance_percent=0.0)
    told: list[Line] = []
    for name, choices in (("plan, for every child", every), ("plan, for seats that last", lasting)):
        begun, busy = time.perf_counter(), time.process_time()
        found = plan(base, choices)
        told += lines(name, found)
        print(
            f"{name}: {time.perf_counter() - begun:.0f} s, {time.process_time() - busy:.0f} s of processor time",
            flush=True,
        )
    begun = time.perf_counter()
    told += by_hand(base, every, found.zones)
    print(f"by hand: {time.perf_counter() - begun:.0f} s")
    print(f"{'':26} year  10,000 yuan     above   metres   changed  broken  gaps proven")
    for line in told:
        print(line)
    last = {line.name: line.numbers for line in told if line.year == every.years[-1]}
    better = [ours < hand for ours, hand in zip(last["plan, for every child"], last["by hand"], strict=True)]
    return int(not any(better))


if __name__ == "__main__":
    sys.exit(main())
