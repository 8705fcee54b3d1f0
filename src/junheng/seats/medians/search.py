"""The search for a good answer: cool, note the clusters seen, combine the best of them, cool again."""

import math
import time

import numpy as np

from junheng.seats.medians.anneal import anneal, start
from junheng.seats.medians.bound import Bound, Relaxation, lagrangian
from junheng.seats.medians.columns import Columns
from junheng.seats.medians.cover import best_cover
from junheng.seats.medians.dice import dice
from junheng.seats.medians.exact import branch_and_bound
from junheng.seats.medians.problem import Ints, Problem
from junheng.seats.medians.reduce import kept_arcs
from junheng.seats.medians.regions import trials
from junheng.seats.medians.site_sets import try_sets
from junheng.seats.medians.state import BEST, OVERLOAD, WEIGHT, keep_if_better, settle, state_of

REGIONAL = 250
"""Customers beyond which most of the time goes to regions: a cooling of everybody takes too long to be repeated."""
WARM = 0.3
"""Temperature of a region, as a share of the mean cost of a customer."""
SMALL = 8
"""Customers per site from which on clusters of different coolings meet, so that combining them beats regions."""
COMBINED = 40
"""Customers per site up to which clusters are combined; larger ones hardly ever meet twice."""
POOL, FIRST, LEAST = 120_000, 2_500, 800
"""Clusters remembered at most; combined the first time; combined at least. The number follows what the time allows."""
HEATS = (0.5, 0.2, 1.0)
"""First temperatures of the coolings in turn: from the start, from the best answer, from another start."""
ARCS = 20_000
"""Arcs that branch and bound takes on."""
GUESS = 0.02
"""An answer may be this much above the bound while none is known."""
HALF = 0.5
PATIENCE = 6
"""Coolings of one set of sites differ in length; the longest is less than two to this power times the shortest."""
SPREAD = 0.05
"""Sets of sites are looked for up to this much above the bound while no better answer is known."""
NOISE = (0.003, 0.01, 0.03, 0.1)
"""Prices are shaken by these shares to see more of the clusters that pay."""


class Search:
    """One run: the best answer so far, the bound, the clusters seen."""

    def __init__(self, problem: Problem, seed: int) -> None:
        self.problem, self.seed = problem, seed
        self.state, self.dice = state_of(problem), dice(seed)
        self.random = np.random.default_rng(seed)
        self.relaxation = Relaxation(problem)
        self.columns = Columns(problem)
        self.impossible = False
        self.floor = 0.0
        self.most = FIRST
        self.bound = Bound(0.0, np.zeros(problem.customers), np.zeros(problem.sites), np.zeros(0, np.int64))
        start(self.state, first_assignment(problem, self.random))

    @property
    def best(self) -> float:
        """Cost of the best answer; infinite while there is none."""
        return float(self.state.totals[BEST])

    @property
    def proven(self) -> float:
        """The bound, rounded up when every cost is a whole number."""
        value = max(self.floor, self.bound.value)
        return float(math.ceil(value - 1e-6)) if self.problem.whole else value

    @property
    def done(self) -> bool:
        """Whether the bound proves the best answer optimal, to nine digits."""
        return self.proven >= self.best - 1e-9 * abs(self.best)

    def cool(self, turn: int, until: float) -> None:
        """One cooling: fresh ones and ones from the best answer take turns."""
        heat = HEATS[turn % len(HEATS)]
        if turn == 0 and self.per_site > COMBINED:
            heat = max(HEATS)
        if turn % len(HEATS) == 1 and math.isfinite(self.best):
            start(self.state, self.state.best.copy())
        elif turn:
            start(self.state, self._fresh())
        anneal(self.problem, self.state, self.dice, heat, until, self._note)
        if math.isfinite(self.best):
            self.columns.add_clusters(self.state.best)

    def _fresh(self) -> Ints:
        """Random medians, or those of the relaxation."""
        chosen = self.bound.chosen
        if chosen.size and (self.problem.p is None or self.random.random() < HALF):
            return assigned(self.problem, chosen)
        return first_assignment(self.problem, self.random)

    def _note(self, assignment: Ints) -> None:
        if self.per_site <= COMBINED and len(self.columns) < POOL:
            self.columns.add_clusters(assignment)

    @property
    def regional(self) -> bool:
        """Whether the answer is better mended region by region than made again."""
        meets = SMALL <= self.per_site <= COMBINED
        return self.problem.p is not None and self.problem.customers > REGIONAL and not meets

    @property
    def per_site(self) -> float:
        """Customers per open site."""
        return self.problem.customers / (self.problem.p or max(1, np.unique(self.state.assign).size))

    def raise_bound(self, until: float) -> None:
        """The Lagrangian bound, from the prices of last time."""
        known = self.bound.prices if self.bound.rounds else None
        aim = self.best if math.isfinite(self.best) else dearest(self.problem)
        found = lagrangian(self.relaxation, aim, until, known)
        if found.value > self.bound.value or not self.bound.rounds:
            self.bound = found

    def shake(self, until: float, count: int = 300) -> None:
        """Notes what the relaxation serves at prices a little beside the best."""
        for turn in range(count):
            if time.perf_counter() > until:
                break
            noise = self.random.normal(0.0, NOISE[turn % len(NOISE)], self.problem.customers)
            point = self.relaxation.at(self.bound.prices * (1 + noise), 1e-9 * abs(self.bound.value))
            for site in point.chosen:
                self.columns.add(int(site), np.flatnonzero(self.relaxation.served[site]).astype(np.int32))

    def combine(self, seconds: float) -> None:
        """The best answer made of clusters seen, if it beats the best so far."""
        if not math.isfinite(self.best) or self.per_site > COMBINED:
            return
        known = np.array(self.columns.add_clusters(self.state.best))
        reduced = self.columns.reduced_costs(self.bound.prices, self._site_price())
        order = np.argsort(reduced, kind="stable")
        within = int((reduced < self.best - self.bound.value).sum())
        if within == POOL:
            self.columns.keep(np.union1d(order[: POOL // 2], known))
            return
        wanted = np.union1d(order[: min(within, self.most)], known)
        began, before = time.perf_counter(), self.best
        found = best_cover(self.columns, wanted, known, seconds)
        if found is not None:
            self._take(found)
        quick = time.perf_counter() - began < seconds * HALF
        if quick:
            self.most = int(self.most * 1.6)
        elif self.best >= before:
            self.most = max(LEAST, int(self.most * 0.6))

    def close(self, seconds: float, share: float) -> None:
        """Branch and bound over the arcs of answers up to a target, when they are few enough.

        The target is the bound and ``share`` of the way to the best answer. What is found below it is optimal; when
        nothing is, the target itself is proven. Arcs are always judged by the Lagrangian bound and its own prices.
        """
        known, low = math.isfinite(self.best), self.proven
        target = low + share * ((self.best if known else dearest(self.problem)) - low)
        if not known and share < 1:
            target = min(target, low * (1 + GUESS))
        kept = kept_arcs(self.problem, self.bound, target)
        if kept.sites.size > (ARCS if self.problem.p is None else ARCS // 4):
            return
        whole = share == 1
        found = branch_and_bound(self.problem, kept, self.state.best.copy() if known and whole else None, seconds)
        if found is None:
            return
        if found.assignment is not None:
            start(self.state, found.assignment)
            keep_if_better(self.state)
        self.impossible = found.infeasible and not known and whole
        self.floor = max(self.floor, min(found.bound, target, self.best))

    def _site_price(self) -> float:
        values, p = self.bound.site_values, self.problem.p
        return 0.0 if p is None or not values.size else float(np.partition(values, p - 1)[p - 1])

    def _take(self, chosen: Ints) -> None:
        """Goes on from the clusters; a customer in two goes to the cheaper, its own site first."""
        assignment, paid = np.full(self.problem.customers, -1, np.int64), np.full(self.problem.customers, np.inf)
        for at in chosen.tolist():
            site, members = self.columns.sites[at], self.columns.members[at]
            cost = self.problem.cost[members, site].copy()
            cost[members == self.problem.own[site]] = -np.inf
            better = cost < paid[members]
            assignment[members[better]], paid[members[better]] = site, cost[better]
        if (assignment >= 0).all():
            start(self.state, assignment)
            keep_if_better(self.state)

    def try_regions(self, until: float, count: int = 20) -> None:
        """Moves medians region by region from the best answer, until the time is up."""
        if self.problem.p is None or not math.isfinite(self.best):
            return
        start(self.state, self.state.best.copy())
        mean = self.best / self.problem.customers
        while time.perf_counter() < until:
            trials(self.state, self.dice, count, mean * WARM, 40)
            self.state.totals[WEIGHT] *= 1.1 if self.state.totals[OVERLOAD] > 0.0 else 0.98
            settle(self.state, self.state.assign.copy())
            self._note(self.state.assign)

    def try_sets(self, until: float, effort: int = 100) -> None:
        """Walks over sets of sites whose bound is below the best answer, until the time is up."""
        if self.problem.p is not None or not self.bound.rounds:
            return
        base = float(self.bound.prices.sum())
        self._begin_again()
        while True:
            gap = min(self.best - self.bound.value, SPREAD * abs(self.bound.value))
            heat = float(self.state.paid.mean()) * HALF
            steps = effort * 2 ** int(self.random.integers(PATIENCE))
            if try_sets(self.state, self.dice, self.bound.site_values, base, 1, HALF * gap, heat, steps):
                self._note(self.state.assign)
            settle(self.state, self.state.assign.copy())
            if self.done or time.perf_counter() > until:
                break

    def _begin_again(self) -> None:
        """From the best answer, or from the sites of the relaxation."""
        known = math.isfinite(self.best)
        start(self.state, self.state.best.copy() if known else assigned(self.problem, self.bound.chosen))


def assigned(problem: Problem, opened: Ints) -> Ints:
    """Each customer at the nearest of ``opened``, the sites' own customers at theirs; capacities are not looked at."""
    nearest: Ints = opened[problem.cost[:, opened].argmin(axis=1)].astype(np.int64)
    standing = opened[problem.own[opened] >= 0]
    nearest[problem.own[standing]] = standing
    return nearest


def first_assignment(problem: Problem, random: np.random.Generator) -> Ints:
    """Random medians, or every site, and each customer at the nearest."""
    sites = np.arange(problem.sites)
    return assigned(problem, sites if problem.p is None else random.permutation(sites)[: problem.p])


def dearest(problem: Problem) -> float:
    """More than any answer costs."""
    return float(problem.cost.max(axis=1).sum() + problem.fixed.sum()) + 1.0
