"""One school for every area, seats hard: annealing on one core while the certificate rises on the other."""

import time

import numpy as np

from junheng.seats.assignment.anneal import anneal
from junheng.seats.assignment.certificate import Certificate
from junheng.seats.assignment.clock import Clock, Stage
from junheng.seats.assignment.grow import grown
from junheng.seats.assignment.model import Ints, Plan, Problem
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, free_region, hard_region
from junheng.seats.assignment.repair import finish, mend
from junheng.seats.assignment.scale import scale_of
from junheng.seats.assignment.state import (
    COST,
    OVER,
    State,
    Table,
    arcs_to,
    assignment_of,
    plan_of,
    promising,
    seated,
    table,
)

WORTH = 0.6
"""Arcs whose regret is at most this part of a mean area's cost are searched; the bound knows all."""
WIDE = 2.0
"""The same where zones are in one piece: an area may go only where it touches."""
LEAST = 3
"""Arcs of each area searched in any case."""
MENDED, ROUNDS = 0.8, 200
"""Part of the run after which seats are looked for where they are short, and how often each time."""
ROUGH, SEARCHED = 0.35, 0.95
"""Parts of the run at which the plan that zones in one piece begin from, and the search, are done."""
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
    search = Search(whole, certificate, clock, seed)
    assignment = search.free(start, ROUGH if contiguous else SEARCHED) if start is None or not contiguous else start
    if contiguous:
        assignment = search.in_pieces(grown(whole, assignment))
    value = certificate.end()
    return plan_of(problem, assignment, value, clock.spent, clock.done)


class Search:
    """The runs of one problem, with the certificate beside them."""

    def __init__(self, problem: Problem, certificate: Certificate, clock: Clock, seed: int) -> None:
        self.problem, self.certificate, self.clock, self.seed = problem, certificate, clock, seed
        self.regret, self.scale = certificate.begin(), scale_of(problem)

    def free(self, start: Ints | None, end: float) -> Ints:
        """(areas,) a school each, zones in any number of pieces; the run ends at that part of the time."""
        known = self._table(start, WORTH)
        city = City(known, self._seated(known, start), free_region(self.problem.pupils.size))
        return self._run(city, Stage(self.clock, end), fresh=start is None)

    def in_pieces(self, start: Ints) -> Ints:
        """(areas,) a school each, zones in one piece, from such a plan."""
        known = self._table(start, WIDE)
        return self._run(
            City(known, self._seated(known, start), hard_region(self.problem)), Stage(self.clock, SEARCHED), fresh=False
        )

    def _table(self, start: Ints | None, worth: float) -> Table:
        """The arcs of little regret and those of the plan to begin from."""
        arcs = self.problem.arcs
        keep = promising(self.problem, self.regret, worth * self.scale.area, LEAST)
        if start is not None:
            keep |= start[arcs.area] == arcs.school
        return table(self.problem, keep, self.regret)

    def _seated(self, known: Table, start: Ints | None) -> State:
        return seated(known, known.first[:-1] if start is None else arcs_to(known, start))

    def _run(self, city: City, stage: Stage, *, fresh: bool) -> Ints:
        """The best assignment of the stage, no school above its seats."""
        best = Best(city)
        part = 0
        while not stage.over:
            part += 1
            heat, steps = self.scale.heat(stage.progress, fresh=fresh), self.clock.portion(PARTS, 1_000)
            if stage.progress > MENDED:
                mend(city, heat, min(ROUNDS, 1 + steps // 25), self.seed + part)
            since = time.perf_counter()
            anneal(city, heat, steps, self.seed * 1_000_003 + part)
            self.clock.count(steps, time.perf_counter() - since)
            best.note()
            self.certificate.target = city.state.tally[COST] + self.scale.metre * city.state.tally[OVER]
        finish(city, self.scale.heat(1.0, fresh=fresh), self.seed, self.clock)
        best.note()
        return assignment_of(city.known, city.state.at if best.at is None else best.at)


class Best:
    """The cheapest arcs of a run with nobody above the seats."""

    def __init__(self, city: City) -> None:
        self.city, self.cost = city, np.inf
        self.at: Ints | None = None

    def note(self) -> None:
        """Keeps the arcs of the state if they are better than any before."""
        tally = self.city.state.tally
        if tally[OVER] == 0 and tally[COST] < self.cost:
            self.at, self.cost = np.array(self.city.state.at), float(tally[COST])
