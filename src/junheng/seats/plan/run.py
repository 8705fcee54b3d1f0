"""The whole chain in one run: forecast → gap → travel → what to build → zones, milestone by milestone."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.facts.remainders import proportional
from junheng.policy.seat_norms import SeatNorms
from junheng.programs import Solver
from junheng.seats.assignment import NOBODY, Arcs, Graph
from junheng.seats.plan.boarding import boarding
from junheng.seats.plan.building import build
from junheng.seats.plan.check import faults
from junheng.seats.plan.choices import Choices
from junheng.seats.plan.costs import Prices, asked, noted, prices
from junheng.seats.plan.fitness import settled
from junheng.seats.plan.merging import Taught, merged
from junheng.seats.plan.options import Built, Land, Limits, Need
from junheng.seats.plan.people import People, people
from junheng.seats.plan.records import Records
from junheng.seats.plan.result import HorizonPlan
from junheng.seats.plan.shortfall import shortfall
from junheng.seats.plan.sites import Places, places
from junheng.seats.plan.tables import SECTIONS, Base, only
from junheng.seats.plan.touching import touching
from junheng.seats.plan.ways import Ways, ways
from junheng.seats.plan.zoned import Drawn, Ground, zone_plan

Ints = NDArray[np.int64]


class WrongPlanError(AssertionError):
    """The plan does not stand up to the check; nothing is shown."""


Progress = Callable[[str, int, int], None]

NEAR = 16
"""Shortest ways of an area that count when places to build are chosen, beside every site."""
ZONES_NEAR = 40
"""Shortest ways of an area along which zones are drawn."""


def _silent(_step: str, _done: int, _total: int) -> None:
    pass


@dataclass(slots=True)
class County:
    """A county on its way through the years: its places, what has been built and what has closed so far."""

    code: str
    there: Ints
    touching: Graph
    places: Mapping[str, Places]
    seats: dict[str, Ints]
    classes: dict[str, Ints]
    added: dict[tuple[str, str], int] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)


class Chain:
    """What every step needs."""

    def __init__(self, base: Base, choices: Choices, progress: Progress) -> None:
        self.base, self.choices, self.progress = base, choices, progress
        self.norms: SeatNorms = choices.norms()
        self.prices: Prices = prices(base.costs)
        self.people: People = people(base, choices)
        codes = dict.fromkeys(self.people.county.tolist())
        self.done, self.total = 0, len(codes) * len(choices.years) * 2
        progress("travel", 0, self.total)
        self.ways: Ways = ways(base)
        self.records = Records(base, self.people, self.norms)
        self.counties = [self._county(code) for code in codes]

    def _county(self, code: str) -> County:
        there = np.flatnonzero(self.people.county == code)
        found = {section: places(self.base, self.ways, code, section, self.norms) for section in SECTIONS}
        return County(
            code,
            there,
            touching(self.base.areas["polygon"].gather(there).to_list()),
            found,
            {section: one.seats.copy() for section, one in found.items()},
            {section: one.classes.copy() for section, one in found.items()},
        )

    def step(self, name: str) -> None:
        """One more step done."""
        self.done += 1
        self.progress(name, self.done, self.total)

    # ---- what merges

    def merge(self, county: County, at: int) -> None:
        """Closes the schools that are too small from a milestone on, where the numbers for it are given."""
        below, metres = self.norms.merge_below, self.norms.merge_metres
        if below is None or metres is None:
            return
        to_come = self.choices.years[at:]
        sections = {
            section: Taught(
                whole.code,
                county.seats[section],
                self.records.today(section, county.there, whole.code),
                [self.zoned(county, section, year) for year in to_come],
                self.ways.arcs(county.there, whole.place, ZONES_NEAR),
            )
            for section, whole in county.places.items()
        }
        kept = {*self.base.sites["site"], *self.base.schools.filter(pl.col("boarding"))["school_code"]}
        for code in merged(sections, kept, below=below, metres=metres):
            for section, whole in county.places.items():
                if code in whole.code:
                    place = whole.code.index(code)
                    gone = int(county.classes[section][place])
                    self.records.closed(self.choices.years[at], county.code, code, section, gone)
                    county.seats[section][place] = county.classes[section][place] = 0
                    county.closed.add(code)

    # ---- what to build

    def build(self, solver: Solver, county: County, at: int, budget: float | None) -> Built:
        """Chooses what to build by a milestone and books it."""
        year = self.choices.years[at]
        needs = {section: self._need(county, section, at) for section in SECTIONS}
        land = self._land(county)
        built = build(
            solver,
            needs,
            land,
            self.prices,
            limits=Limits(budget, self.choices.least_classes, self.choices.tolerance_percent / 100),
            seconds=5 * self.choices.seconds,
        )
        for (section, code), classes in [*built.added.items(), *built.new.items()]:
            place = county.places[section].code.index(code)
            county.seats[section][place] += classes * int(self.norms.class_norm[section])
            county.classes[section][place] += classes
            county.added[section, code] = county.added.get((section, code), 0) + classes
        self.records.built(year, county.code, built)
        self.step("build")
        return built

    def _need(self, county: County, section: str, at: int) -> Need:
        whole = county.places[section]
        added = np.array([county.added.get((section, code), 0) for code in whole.code], dtype=np.int64)
        closed = np.isin(whole.code, list(county.closed))
        now = replace(
            whole,
            seats=county.seats[section],
            addable=np.maximum(np.where(whole.existing & ~closed, whole.addable - added, 0), 0),
            classes_max=np.maximum(np.where(whole.existing, 0, whole.classes_max - added), 0),
        )
        arcs = self._capped(self.ways.arcs(county.there, whole.place, NEAR))
        return Need(now, arcs, self.lasting(county, section, at), int(self.norms.class_norm[section]))

    def _land(self, county: County) -> Land:
        """The county's sites with what still fits on them."""
        sites = self.base.sites.filter(pl.col("county_code") == county.code)
        used = [sum(county.added.get((section, code), 0) for section in SECTIONS) for code in sites["site"]]
        room = sites["classes_max"].to_numpy().astype(np.int64) - np.array(used, dtype=np.int64)
        opening = np.array([self.prices.opening(own) for own in sites["cost_yuan"]], dtype=float)
        return Land(sites["site"].to_list(), room, np.array(used, dtype=np.int64) > 0, opening)

    def lasting(self, county: County, section: str, at: int) -> Ints:
        """(areas,) children to build for: no more than there are in ``needed_years`` years since the last milestone."""
        years = self.choices.years
        since = years[at - 1] if at else self.people.last
        yearly = sorted(int(self.zoned(county, section, year).sum()) for year in range(since + 1, years[-1] + 1))
        now = self.zoned(county, section, years[at])
        return proportional(min(int(now.sum()), yearly[-min(self.choices.needed_years, len(yearly))]), now)

    def _capped(self, arcs: Arcs) -> Arcs:
        """Without ways beyond the cap, but for the shortest of an area that has no other."""
        if self.choices.cap_metres is None:
            return arcs
        rank = np.arange(arcs.school.size) - arcs.first[arcs.area]
        return arcs.kept((arcs.metres <= self.choices.cap_metres) | (rank == 0))

    # ---- who goes where

    def zoned(self, county: County, section: str, year: int) -> Ints:
        """(areas,) children who go to schools with zones; the others fill the schools without, as today."""
        there = self.people.of(year, section)[county.there]
        whole = county.places[section]
        known = self.people.of(self.people.last, section)[county.there].sum()
        share = whole.elsewhere / known if known else 0.0
        away = min(round(share * int(there.sum())), whole.seats_elsewhere, int(there.sum()))
        return proportional(int(there.sum()) - away, there)

    def zone(self, county: County, section: str, year: int) -> None:
        """Draws the zones of a milestone and books them."""
        ground = self._ground(county, section)
        children = self.zoned(county, section, year)
        plan = zone_plan(
            ground,
            children,
            county.seats[section],
            keep_metres=self.choices.keep_metres,
            large=self.norms.oversized / self.norms.class_norm[section],
            seconds=self.choices.seconds,
            seed=self.choices.seed,
        )
        drawn = Drawn(
            county.there,
            county.places[section],
            county.seats[section].copy(),
            county.classes[section].copy(),
            ground,
            children,
            plan,
        )
        self.records.zoned(year, county.code, section, drawn)

    def _ground(self, county: County, section: str) -> Ground:
        whole = county.places[section]
        today = self.records.today(section, county.there, whole.code)
        arcs = self._capped(self.ways.arcs(county.there, whole.place, ZONES_NEAR, today))
        return Ground(county.touching, self._homes(county, section, today), today, arcs)

    def _homes(self, county: County, section: str, today: Ints) -> Ints:
        """The area each place stands in, as long as it is its own on today's map or nobody's who has seats."""
        whole = county.places[section]
        number = {self.people.area[one]: at for at, one in enumerate(county.there.tolist())}
        stands = self.records.stands
        homes = np.full(len(whole.code), NOBODY, dtype=np.int64)
        taken: set[int] = set()
        for place, code in enumerate(whole.code):
            area = number.get(stands[code], NOBODY)
            own = area != NOBODY and (place >= whole.schools or today[area] == place)
            if own and area not in taken and county.seats[section][place] > 0:
                homes[place] = area
                taken.add(area)
        return homes


def plan(base: Base, choices: Choices, progress: Progress = _silent) -> HorizonPlan:
    """The plan to the horizon.

    Args:
        base: what is planned on.
        choices: years, scenario, money.
        progress: told ``(step, done, total)``; may raise to end the run.

    Raises:
        UnfitInputError: with everything that makes the base one that cannot be planned on.
        TornZonesError, WrongPlanError: an answer did not pass its checker.
    """
    begun = time.perf_counter()
    progress("check", 0, 1)
    known = set(base.areas["county_code"].drop_nulls())
    inside = only(base, choices.counties) if known >= set(choices.counties) else base
    notes = settled(inside, choices)
    with Solver() as solver:
        chain = Chain(inside, choices, progress)
        for at, year in enumerate(choices.years):
            money = _budgets(chain, at)
            for county in chain.counties:
                chain.merge(county, at)
                chain.build(solver, county, at, money.get(county.code))
            for county in chain.counties:
                for section in SECTIONS:
                    chain.zone(county, section, year)
                chain.step("zones")
    gap, coverage = shortfall(
        chain.base,
        chain.people,
        chain.ways,
        chain.records.built_table(),
        chain.norms,
        years=choices.years,
        closed=chain.records.closed_table(),
    )
    found = chain.records.result(
        choices,
        gap=gap,
        coverage=coverage,
        boarding=boarding(chain.base, chain.norms.boarding),
        asked=(*asked(chain.base, choices, chain.prices, chain.records.building_table()), *noted(notes)),
        straight=float(chain.ways.straight.mean()) if chain.ways.area.size else 1.0,
        seconds=time.perf_counter() - begun,
    )
    wrong = faults(chain.base, found)
    if wrong:
        raise WrongPlanError("; ".join(wrong[:5]))
    return found


def _budgets(chain: Chain, at: int) -> Mapping[str, float]:
    """Yuan of each county until a milestone: by the seats it misses; empty without a limit."""
    choices = chain.choices
    if choices.budget_per_year is None:
        return {}
    since = choices.years[at - 1] if at else chain.people.last
    money = float(choices.budget_per_year * max(1, choices.years[at] - since)) + chain.records.unspent
    missing = {
        county.code: sum(
            max(0, int(chain.lasting(county, section, at).sum() - county.seats[section].sum())) for section in SECTIONS
        )
        for county in chain.counties
    }
    whole = sum(missing.values())
    shares = {code: money * count / whole if whole else 0.0 for code, count in missing.items()}
    chain.records.unspent = money
    return shares
