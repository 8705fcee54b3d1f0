"""One school for every area, seats hard: annealing on one core while the certificate rises on the other."""

import time

import numpy as np

from junheng.seats.assignment.anneal import Heat, anneal
from junheng.seats.assignment.certificate import Certificate
from junheng.seats.assignment.clock import Clock
from junheng.seats.assignment.grow import grown
from junheng.seats.assignment.model import NOBODY, Flags, Floats, Ints, Plan, Problem
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, Region, free_region, hard_region, homes_of
from junheng.seats.assignment.repair import finish, mend
from junheng.seats.assignment.scale import Scale, scale_of
from junheng.seats.assignment.state import COST, OVER, Table, arcs_to, assignment_of, plan_of, promising, seated, table

WORTH = 0.6
"""Arcs whose regret is at most this part of a mean area's cost are searched; the bound knows all."""
WIDE = 2.0
"""The same where zones are in one piece: an area may go only where it touches."""
LEAST = 3
"""Arcs of each area searched in any case."""
MENDED, ROUNDS = 0.8, 200
"""Part of the run after which seats are looked for where they are short, and how often each time."""
PARTS = 120
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
    certificate = Certificate(whole, clock)
    regret = certificate.begin()
    fresh = start is None
    if start is None and contiguous:
        start = grown(whole)
    region = hard_region(whole) if contiguous else free_region(whole.pupils.size)
    known = table(whole, _searched_arcs(whole, regret, start, contiguous), regret)
    search = Search(known, region, scale_of(whole), clock=clock, seed=seed)
    at = search.run(known.first[:-1] if start is None else arcs_to(known, start), fresh, certificate)
    value = certificate.end()
    return plan_of(problem, assignment_of(known, at), value, clock.spent, clock.done)


def _searched_arcs(problem: Problem, regret: Floats, start: Ints | None, contiguous: bool) -> Flags:
    """(arcs,) those of little regret, those of the plan to begin from, and those that hold a school's own area."""
    arcs = problem.arcs
    keep = promising(problem, regret, (WIDE if contiguous else WORTH) * scale_of(problem).area, LEAST)
    if start is not None:
        keep |= start[arcs.area] == arcs.school
    if contiguous:
        homes = homes_of(problem)
        own = homes != NOBODY
        at_home = np.full(problem.pupils.size, NOBODY)
        at_home[homes[own]] = np.flatnonzero(own)
        keep |= at_home[arcs.area] == arcs.school
    return keep


class Search:
    """A run of the annealing over a table of arcs."""

    def __init__(self, known: Table, region: Region, scale: Scale, *, clock: Clock, seed: int) -> None:
        self.known, self.region, self.scale, self.clock, self.seed = known, region, scale, clock, seed
        self.best: Ints | None = None
        self.best_cost = np.inf

    def run(self, at: Ints, fresh: bool, certificate: Certificate) -> Ints:
        """(areas,) the best arcs found in the time, no school above its seats."""
        city = City(self.known, seated(self.known, at), self.region)
        part = 0
        while self.clock.progress < 1.0:
            part += 1
            heat = self.scale.heat(self.clock.progress, fresh=fresh)
            if self.clock.progress > MENDED:
                mend(city, heat, min(ROUNDS, 1 + self.clock.portion(PARTS, 2_000) // 25), self.seed + part)
            self._part(city, heat, part)
            certificate.target = city.state.tally[COST] + self.scale.metre * city.state.tally[OVER]
        finish(city, self.scale.heat(1.0, fresh=fresh), self.seed)
        self._note(city)
        return np.array(city.state.at) if self.best is None else self.best

    def _part(self, city: City, heat: Heat, part: int) -> None:
        steps = self.clock.portion(PARTS, 2_000)
        since = time.perf_counter()
        anneal(city, heat, steps, self.seed * 1_000_003 + part)
        self.clock.count(steps, time.perf_counter() - since)
        self._note(city)

    def _note(self, city: City) -> None:
        """Keeps the arcs of the state if nobody sits above the seats and they are cheaper than any before."""
        if city.state.tally[OVER] == 0 and city.state.tally[COST] < self.best_cost:
            self.best, self.best_cost = np.array(city.state.at), float(city.state.tally[COST])
