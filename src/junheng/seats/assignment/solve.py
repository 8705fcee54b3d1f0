"""One school for every area, seats hard: ruin and recreate on one core while the certificate rises on the other."""

import time

import numpy as np

from junheng.seats.assignment.certificate import Certificate
from junheng.seats.assignment.clock import Clock, Stage
from junheng.seats.assignment.model import NOBODY, Flags, Ints, Plan, Problem
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, Region, region_of, without_homes
from junheng.seats.assignment.repair import begin, finish, right
from junheng.seats.assignment.ruin import ruin
from junheng.seats.assignment.scale import Scale, scale_of
from junheng.seats.assignment.state import (
    COST,
    Table,
    arcs_to,
    assignment_of,
    plan_of,
    promising,
    seated,
    seatless,
    table,
)

WORTH, WIDE = 0.4, 1.2
"""Arcs whose regret is at most this part of a mean area's cost are searched, the second where zones are in one piece;
the bound knows all."""
LEAST = 3
"""Arcs of each area searched in any case."""
SEARCHED = 0.92
"""Part of the run at which the search is done and mending begins."""
PARTS = 400
"""Temperatures of one run."""


def assign(
    problem: Problem,
    *,
    seconds: float = 10.0,
    contiguous: bool = False,
    start: Ints | None = None,
    seed: int = 0,
    steps: int | None = None,
) -> Plan:
    """One school for each area, no school above its seats, as little way as possible, with a certificate.

    Args:
        problem: areas, schools, arcs and demands.
        seconds: to spend, certificate included.
        contiguous: every zone in one piece on ``problem.touching``, around the area its school stands in.
        start: (areas,) a plan to begin from; the search then begins cooler.
        seed: of the random numbers.
        steps: moves to try instead of ``seconds``; the same steps and seed give the same plan.
    """
    clock = Clock(seconds, steps)
    whole = ready(problem)
    region = region_of(whole, contiguous=contiguous)
    rest, fixed = without_homes(whole, region)
    certificate = Certificate(rest, clock, fixed)
    regret, scale = certificate.begin(), scale_of(whole)
    keep = promising(whole, regret, (WIDE if contiguous else WORTH) * scale.area, LEAST) | _wanted(whole, start, region)
    known = table(whole, keep, regret, seatless(whole.pupils, whole.seats))
    city = City(known, seated(known, _first_arcs(known, start, region)), region)
    search = Search(city, certificate, clock, scale, seed)
    assignment = search.run(fresh=start is None)
    return plan_of(problem, assignment, certificate.end(), clock.spent, clock.done)


def _wanted(problem: Problem, start: Ints | None, region: Region) -> Flags:
    """(arcs,) those of the plan to begin from, and those from fixed areas to the schools that stand in them."""
    arcs = problem.arcs
    wanted: Flags = region.home[arcs.school] == arcs.area
    return wanted if start is None else wanted | (start[arcs.area] == arcs.school)


def _first_arcs(known: Table, start: Ints | None, region: Region) -> Ints:
    """(areas,) the arc each area begins on: as in the plan given, else the one of least regret; fixed areas at home."""
    assignment = known.school[known.first[:-1]].copy() if start is None else start.copy()
    assignment[assignment == known.seats.size - 1] = NOBODY
    held = np.flatnonzero(region.home != NOBODY)
    assignment[region.home[held]] = held
    return arcs_to(known, assignment)


class Search:
    """One run, with the certificate beside it."""

    def __init__(self, city: City, certificate: Certificate, clock: Clock, scale: Scale, seed: int) -> None:
        self.city, self.certificate, self.clock, self.scale, self.seed = city, certificate, clock, scale, seed

    def run(self, *, fresh: bool) -> Ints:
        """(areas,) the best assignment of the run with nothing wrong."""
        city, stage = self.city, Stage(self.clock, SEARCHED)
        begin(city, self.scale.heat(0.0, fresh=fresh))
        best, part = Best(city), 0
        while not stage.over:
            part += 1
            heat = self.scale.heat(stage.progress, fresh=fresh)
            steps = self.clock.portion(PARTS, 1_000)
            since = time.perf_counter()
            ruin(city, heat, steps, self.seed * 1_000_003 + part)
            self.clock.count(steps, time.perf_counter() - since)
            best.note()
        finish(city, self.scale, self.seed, self.clock)
        best.note()
        return assignment_of(city.known, city.state.at if best.at is None else best.at)


class Best:
    """The cheapest arcs of a run with nothing wrong."""

    def __init__(self, city: City) -> None:
        self.city, self.cost = city, np.inf
        self.at: Ints | None = None

    def note(self) -> None:
        """Keeps the arcs of the state if they are better than any before."""
        if self.city.state.tally[COST] < self.cost and right(self.city):
            self.at, self.cost = np.array(self.city.state.at), float(self.city.state.tally[COST])
