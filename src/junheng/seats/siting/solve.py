"""Sites first, then areas; the certificate rises on the other core.

The certificate's prices choose sites; moves of sites and areas together look for better ones; where seats do not
suffice sites are exchanged at the prices of the flow; then the areas are assigned anew to the sites chosen, along all
of the ways that are promising with only those sites open.
"""

import threading
import time
from collections.abc import Callable, Sequence

import numpy as np

from junheng.seats.assignment.clock import Clock, Stage
from junheng.seats.assignment.lagrangian import Ascent
from junheng.seats.assignment.model import NOBODY, Floats, Ints, Problem
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, region_of
from junheng.seats.assignment.repair import finish
from junheng.seats.assignment.ruin import Heat, ruin
from junheng.seats.assignment.scale import Scale, scale_of
from junheng.seats.assignment.state import COST, OVER, Table, assignment_of, plan_of, promising, seated, seatless, table
from junheng.seats.siting.begin import Weighed, cheapest, first_choice, weighed
from junheng.seats.siting.exchange import mended
from junheng.seats.siting.model import SitingPlan, SitingProblem
from junheng.seats.siting.moves import SPENT, Sites, settle_sites
from junheng.seats.siting.prices import flow_regret
from junheng.seats.siting.relax import SitingAscent
from junheng.seats.siting.rivals import rivals, with_neighbours

WORTH, LEAST = 1.0, 4
"""Arcs whose regret is at most this part of a mean area's cost are searched, and so many of each area in any case."""
PARTS = 150
MOVES = 0.05
"""Site moves per area move."""
PRICED, WEIGHED, MOVED, MENDED, SEARCHED = 0.1, 0.15, 0.3, 0.4, 0.95
"""Parts of the run at which the prices choose sites, choices have been weighed, sites are moved no more, none is
exchanged any more, and the search is done."""
RACE = 0.1
"""Part of the rest of the run that each of the choices gets which the flow cannot tell apart."""
CHEAP, DEAR = 3.0, 300.0
"""First and last price of a pupil too many, in the mean way to the nearest school."""
FIRST_STEPS, CHOICE_STEPS, CHOICES, LAST_STEPS = 60, 50, 4, 200
"""Steps of the bound with every site open, between two choices of sites, such choices, and at the end of a run that is
counted in steps."""
AHEAD, NEXT = 1.03, 1.015
"""How far above the first and the present bound a siting is guessed to cost."""
JOURNAL = 20_000


def search(
    problem: SitingProblem, *, seconds: float = 30.0, seed: int = 0, steps: int | None = None
) -> SitingPlan | None:
    """The best siting found with its certificate; None when no beginning keeps budget, number and groups together.

    The arguments are those of ``site``.
    """
    clock = Clock(seconds, steps)
    whole = ready(problem.places_at_most)
    certificate = Certificate(problem, whole, clock)
    choices = certificate.begin()
    if not choices:
        certificate.end()
        return None
    found = _mended(problem, cheapest(problem, choices, clock, WEIGHED), clock, WEIGHED)
    moved = _moved(problem, whole, certificate.regret, found[0].chosen)
    moved.run(Stage(clock, MOVED), seed, MOVES)
    found = _mended(problem, [*found, weighed(problem, moved.chosen)], clock, MENDED)
    near = with_neighbours(problem, found, _while(clock, MENDED))
    settled = _first_of(problem, rivals(near), clock, seed)
    settled.run(Stage(clock, SEARCHED), seed + 1, 0.0)
    finish(settled.city, settled.scale, seed, clock)
    settled.note()
    value = certificate.end()
    answers = [_answer(problem, whole, one, value, clock) for one in (moved, settled) if one.best < np.inf]
    return min(answers, key=lambda one: one.objective)


def _mended(problem: SitingProblem, found: Sequence[Weighed], clock: Clock, until: float) -> list[Weighed]:
    """The choices, the cheapest first and mended where seats do not suffice, as far as part ``until`` of the run leaves
    time."""
    best, *others = sorted(found, key=lambda one: one.cost)
    return [mended(problem, best, _while(clock, until)), *others]


def _while(clock: Clock, until: float) -> Callable[[], bool]:
    """Whether part ``until`` of the run leaves time; always where steps are counted."""
    return lambda: clock.steps is not None or clock.progress < until


def _first_of(problem: SitingProblem, chosen: Sequence[Weighed], clock: Clock, seed: int) -> "Search":
    """The search with the sites of that choice which is best after a short run with whole areas."""
    searches = [_settled(problem, one) for one in chosen]
    if len(searches) == 1:
        return searches[0]
    part = RACE * (SEARCHED - clock.progress)
    for one in searches:
        one.run(Stage(clock, min(SEARCHED, clock.progress + part)), seed, 0.0)
    return min(searches, key=lambda one: one.reached)


def _moved(problem: SitingProblem, whole: Problem, regret: Floats, chosen: Ints) -> "Search":
    """Sites and areas to be moved together, along the ways that are promising with every site open."""
    dear = 1.0 if problem.metres_per_money > 0 else seatless(whole.pupils, _at_most_open(problem))
    return _begun(problem, whole, regret, chosen, dear)


def _settled(problem: SitingProblem, best: Weighed) -> "Search":
    """Areas to be moved, along the ways that are promising with the sites as chosen: at the prices of the flow, so that
    they lead to the last free seat where seats are nearly used up."""
    places = best.places
    return _begun(
        problem,
        places,
        flow_regret(places, best.flow.flow),
        best.chosen,
        seatless(places.pupils, places.seats),
    )


def _begun(problem: SitingProblem, places: Problem, regret: Floats, chosen: Ints, dear: float) -> "Search":
    scale = scale_of(places)
    known = table(places, promising(places, regret, WORTH * scale.area, LEAST), regret, dear)
    return Search(problem, known, chosen, scale)


def _at_most_open(problem: SitingProblem) -> Ints:
    """The seats of every site that is no new one, and of the largest new ones that may be open together."""
    seats = problem.most_seats
    if problem.at_most is None:
        return seats
    return np.concatenate((seats[~problem.new], np.sort(seats[problem.new])[::-1][: problem.at_most]))


def _answer(problem: SitingProblem, whole: Problem, found: "Search", value: float, clock: Clock) -> SitingPlan:
    money = problem.money_of(found.chosen)
    spent = problem.metres_per_money * money
    plan = plan_of(whole, assignment_of(found.known, found.at), value - spent, clock.spent, clock.done)
    objective = plan.objective + spent
    seats = problem.options.seats[found.chosen]
    return SitingPlan(found.chosen, seats, plan, money, objective, min(value, objective))


class Certificate:
    """The siting's bound, rising in a thread of its own while the search runs."""

    def __init__(self, problem: SitingProblem, whole: Problem, clock: Clock) -> None:
        self.problem, self.clock = problem, clock
        self.first = Ascent(whole)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def begin(self) -> list[Ints]:
        """The first steps, with every site open and then choosing; then the thread. The choices of sites met with, the
        last first; none when none keeps the limits."""
        for _ in range(FIRST_STEPS // 10):
            self.first.rise(10)
        self.regret = self.first.regret()
        self.ascent = SitingAscent(self.problem, self.first)
        choices: list[Ints] = []
        for _ in range(CHOICES):
            self._rise(CHOICE_STEPS)
            for liking in (self.ascent.liking(), self.ascent.last()):
                chosen = first_choice(self.problem, liking)
                if chosen is not None:
                    choices.insert(0, chosen)
            if self.clock.steps is None and self.clock.progress > PRICED:
                break
        if self.clock.steps is None:
            self.thread.start()
        return choices

    def _rise(self, steps: int) -> None:
        self.ascent.rise(max(NEXT * self.ascent.value, AHEAD * self.first.value), steps)

    def _run(self) -> None:
        while not self.over.is_set() and not self.ascent.settled:
            self._rise(5)

    def end(self) -> float:
        """Stops; the bound reached."""
        self.over.set()
        if self.clock.steps is None:
            self.thread.join()
        else:
            self._rise(LAST_STEPS)
        return self.ascent.value


class Search:
    """The state of a siting and the best found."""

    def __init__(self, problem: SitingProblem, known: Table, chosen: Ints, scale: Scale) -> None:
        self.problem, self.known, self.scale = problem, known, scale
        known.seats[:-1] = problem.options.seats[chosen]
        self.city = City(known, seated(known, _cheapest_open(known)), region_of(problem.places, contiguous=False))
        self.sites = sites_of(problem, known, chosen)
        self.chosen, self.at, self.best = chosen.copy(), np.array(self.city.state.at), np.inf

    def run(self, stage: Stage, seed: int, moves: float) -> None:
        """Area moves, and ``moves`` site moves for each, from hot to cold over the stage."""
        part, clock = 0, stage.clock
        while not stage.over:
            part += 1
            steps, since = clock.portion(PARTS, 1_000), time.perf_counter()
            heat = self._heat(stage.progress)
            ruin(self.city, heat, steps, seed * 1_000_003 + part)
            if moves > 0 and self.sites.free.size:
                settle_sites(self.city, self.sites, heat, int(steps * moves) + 1, seed * 1_000_003 + part)
            clock.count(steps, time.perf_counter() - since)
            self.note()

    def _heat(self, progress: float) -> Heat:
        """Seats grow dear late: areas first find their sites, then their seats."""
        price = self.scale.metre * CHEAP * (DEAR / CHEAP) ** progress
        return self.scale.heat(progress, fresh=True)._replace(price=price)

    @property
    def reached(self) -> float:
        """What the best state costs, or, where pupils are still too many, the present one with them unseated."""
        tally = self.city.state.tally
        spent = self.problem.metres_per_money * float(self.sites.tally[SPENT])
        return min(self.best, float(tally[COST] + self.problem.places.unserved_metres * tally[OVER]) + spent)

    def note(self) -> None:
        """Keeps the state if it is the best without a pupil too many; until there is one, its sites."""
        cost = float(self.city.state.tally[COST]) + self.problem.metres_per_money * float(self.sites.tally[SPENT])
        fits = self.city.state.tally[OVER] == 0
        if (fits and cost < self.best) or self.best == np.inf:
            self.best = cost if fits else np.inf
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
    opened, whole = options.seats[chosen] > 0, problem.part_of
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
        np.flatnonzero((np.diff(options.first) > 1) & (whole == np.arange(count))).astype(np.int64),
        np.full(count, NOBODY) if problem.annexe is None else problem.annexe.astype(np.int64),
        whole.astype(np.int64),
        into.astype(np.int64),
        order.astype(np.int64),
        area[order].astype(np.int64),
        np.array([at_most, problem.budget * (1 + 1e-12), problem.metres_per_money]),
        np.array([float((opened & problem.new).sum()), float(options.money[chosen].sum()), 0.0]),
        np.empty((2, JOURNAL), np.int64),
    )
