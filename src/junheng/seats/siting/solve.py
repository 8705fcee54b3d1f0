"""Sites and areas together: site moves and annealing on one core, the certificate rising on the other."""

import threading
import time
from dataclasses import replace

import numpy as np

from junheng.seats.assignment.clock import Clock, Stage
from junheng.seats.assignment.lagrangian import Ascent
from junheng.seats.assignment.model import NOBODY, Ints, Problem
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, region_of
from junheng.seats.assignment.repair import finish
from junheng.seats.assignment.ruin import ruin
from junheng.seats.assignment.scale import Scale, scale_of
from junheng.seats.assignment.state import COST, OVER, Table, assignment_of, plan_of, promising, seated, seatless, table
from junheng.seats.siting.begin import first_choice
from junheng.seats.siting.model import SitingPlan, SitingProblem
from junheng.seats.siting.moves import Sites, settle_sites
from junheng.seats.siting.relax import SitingAscent

WORTH, LEAST = 1.0, 4
PARTS = 150
MOVES = 0.05
"""Site moves per area move."""
DEAR_BY, QUIET = 0.5, 0.85
"""Parts of the run after which seats are as dear as they get, and sites stay as they are."""
SEARCHED = 0.9
"""Part of the run at which the search is done."""
JOURNAL = 20_000


def site(
    problem: SitingProblem, *, seconds: float = 30.0, seed: int = 0, steps: int | None = None
) -> SitingPlan | None:
    """Which sites to open at what size, and one school for each area; no school above its seats.

    Args:
        problem: sites, limits and areas.
        seconds: to spend, certificate included.
        seed: of the random numbers.
        steps: area moves to try instead of ``seconds``; the same steps and seed give the same answer.

    Returns:
        The best siting found with its certificate; None when no choice keeps budget, number and groups together.
    """
    clock = Clock(seconds, steps)
    whole = ready(replace(problem.places, seats=_most_seats(problem)))
    certificate = Certificate(problem, whole, clock)
    certificate.begin()
    chosen = first_choice(problem, certificate.ascent.liking())
    if chosen is None:
        certificate.end()
        return None
    regret = certificate.regret
    dear = 1.0 if problem.metres_per_money > 0 else seatless(whole.pupils, _at_most_open(problem))
    known = table(whole, promising(whole, regret, WORTH * scale_of(whole).area, LEAST), regret, dear)
    search = Search(problem, known, chosen, scale_of(whole))
    search.run(clock, seed, certificate)
    value = certificate.end()
    return _answer(problem, whole, search, value, clock)


def _most_seats(problem: SitingProblem) -> Ints:
    return np.asarray(np.maximum.reduceat(problem.options.seats, problem.options.first[:-1]), np.int64)


def _at_most_open(problem: SitingProblem) -> Ints:
    """The seats of every site that is no new one, and of the largest new ones that may be open together."""
    seats = _most_seats(problem)
    if problem.at_most is None:
        return seats
    return np.concatenate((seats[~problem.new], np.sort(seats[problem.new])[::-1][: problem.at_most]))


def _answer(problem: SitingProblem, whole: Problem, search: "Search", value: float, clock: Clock) -> SitingPlan:
    money = float(problem.options.money[search.chosen].sum())
    spent = problem.metres_per_money * money
    plan = plan_of(whole, assignment_of(search.known, search.at), value - spent, clock.spent, clock.done)
    objective = plan.objective + spent
    return SitingPlan(
        search.chosen, problem.options.seats[search.chosen], plan, money, objective, min(value, objective)
    )


class Certificate:
    """The siting's bound, rising in a thread of its own while the search runs."""

    def __init__(self, problem: SitingProblem, whole: Problem, clock: Clock) -> None:
        self.clock, self.target = clock, 0.0
        self.first = Ascent(whole)
        self.problem = problem
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """The first steps, with every site open and then choosing; then the thread."""
        for _ in range(6):
            self.first.rise(self.first.guess, 10)
        self.regret = self.first.regret()
        self.ascent = SitingAscent(self.problem, self.first)
        for _ in range(6):
            self.ascent.rise(self._goal, 10)
        if self.clock.steps is None:
            self.thread.start()

    @property
    def _goal(self) -> float:
        return self.target or max(self.ascent.value * 1.02, self.first.value * 1.05)

    def _run(self) -> None:
        while not self.over.is_set() and not self.ascent.settled:
            self.ascent.rise(self._goal, 5)

    def end(self) -> float:
        self.over.set()
        if self.clock.steps is None:
            self.thread.join()
        else:
            self.ascent.rise(self._goal, 200)
        return self.ascent.value


class Search:
    """The state of a siting and the best found."""

    def __init__(self, problem: SitingProblem, known: Table, chosen: Ints, scale: Scale) -> None:
        self.problem, self.known, self.scale = problem, known, scale
        known.seats[:-1] = problem.options.seats[chosen]
        self.city = City(known, seated(known, _cheapest_open(known)), region_of(problem.places, contiguous=False))
        self.sites = sites_of(problem, known, chosen)
        self.chosen, self.at, self.best = chosen.copy(), np.array(self.city.state.at), np.inf

    def run(self, clock: Clock, seed: int, certificate: Certificate) -> None:
        part = 0
        stage = Stage(clock, SEARCHED)
        while not stage.over:
            part += 1
            steps, since = clock.portion(PARTS, 1_000), time.perf_counter()
            dear = self.scale.heat(min(1.0, stage.progress / DEAR_BY), fresh=True).price
            heat = self.scale.heat(stage.progress, fresh=True)._replace(price=dear)
            ruin(self.city, heat, steps, seed * 1_000_003 + part)
            if stage.progress < QUIET and self.sites.free.size:
                tries = int(steps * MOVES) + 1
                settle_sites(self.city, self.sites, heat, tries, seed * 1_000_003 + part)
            clock.count(steps, time.perf_counter() - since)
            self._note()
            certificate.target = self._cost() + self.scale.metre * float(self.city.state.tally[OVER])
        finish(self.city, self.scale, seed, clock)
        self._note()

    def _cost(self) -> float:
        return float(self.city.state.tally[COST]) + self.problem.metres_per_money * float(self.sites.tally[1])

    def _note(self) -> None:
        if self.city.state.tally[OVER] == 0 and self._cost() < self.best:
            self.best = self._cost()
            self.chosen, self.at = self.sites.chosen.copy(), np.array(self.city.state.at)


def _cheapest_open(known: Table) -> Ints:
    """(areas,) the first arc of each area that leads to an open site."""
    closed = known.seats[known.school] == 0
    area = np.repeat(np.arange(known.pupils.size), np.diff(known.first))
    order = np.lexsort((np.arange(closed.size), closed, area))
    return np.asarray(order[known.first[:-1]], np.int64)


def sites_of(problem: SitingProblem, known: Table, chosen: Ints) -> Sites:
    """The sites as the moves see them."""
    options = problem.options
    count = options.first.size - 1
    order = np.argsort(known.school, kind="stable")
    area = np.repeat(np.arange(known.pupils.size), np.diff(known.first))
    into = np.concatenate(([0], np.cumsum(np.bincount(known.school, minlength=count + 1))))[: count + 1]
    group = np.full(count, NOBODY) if problem.group is None else problem.group
    opened = options.seats[chosen] > 0
    group_open = np.bincount(group[opened & (group >= 0)], minlength=int(group.max(initial=-1)) + 1)
    present = np.bincount(group[group >= 0], minlength=group_open.size)
    group_open[present == 0] = 1
    at_most = np.inf if problem.at_most is None else float(problem.at_most)
    return Sites(
        options.first,
        options.site,
        options.seats,
        options.money,
        chosen.copy(),
        problem.new.astype(np.int64),
        group.astype(np.int64),
        group_open.astype(np.int64),
        np.flatnonzero(np.diff(options.first) > 1).astype(np.int64),
        into.astype(np.int64),
        order.astype(np.int64),
        area[order].astype(np.int64),
        np.array([at_most, problem.budget * (1 + 1e-12), problem.metres_per_money]),
        np.array([float((opened & problem.new).sum()), float(options.money[chosen].sum()), 0.0]),
        np.empty((2, JOURNAL), np.int64),
    )
