"""The Lagrangian bound: assignment rows priced, one knapsack a site, prices improved by a subgradient method.

Beasley (1993) and Cornuéjols, Sridharan & Thizy (1991) for the relaxation; Held, Wolfe & Crowder (1974) for the step;
Camerini, Fratta & Maffioli (1975) for the direction that remembers the last one.
"""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.medians.pricing import Arcs, arcs_of, cheapest_cover, exact_values, quick_values
from junheng.seats.medians.problem import Floats, Ints, Problem

PATIENCE = 30
"""Iterations without a better bound before the step is halved."""
SMALLEST_STEP = 1e-3
MEMORY = 0.7
"""Share of the last direction that is kept."""


@dataclass(slots=True)
class Bound:
    """A true lower bound and the prices that prove it.

    ``site_values`` are lower bounds of what each site adds at these prices, ``chosen`` the sites of the relaxation.
    """

    value: float
    prices: Floats
    site_values: Floats
    chosen: Ints
    rounds: int = 0


@dataclass(slots=True)
class Point:
    """The relaxation at one set of prices."""

    bound: float
    excess: Floats
    site_values: Floats
    chosen: Ints


class Relaxation:
    """The problem with its assignment rows priced."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.arcs: Arcs = arcs_of(problem)
        self.served: NDArray[np.uint8] = np.zeros((problem.sites, problem.customers), np.uint8)
        self.need = float(problem.demand.sum())

    def at(self, prices: Floats, slack: float = 0.0) -> Point:
        """The bound at ``prices`` and how much less than once each customer is served."""
        top, p = float(prices.max()), self.problem.p
        values = quick_values(self.arcs, prices, top, self.served)
        order = np.argsort(values, kind="stable")
        exact_values(self.arcs, prices, top, slack, self.served, values, order, p or values.size)
        if p is None:
            sites, chosen = cheapest_cover(values, self.arcs.room, self.need)
        else:
            chosen = np.argsort(values, kind="stable")[:p]
            sites = float(values[chosen].sum())
        excess = 1.0 - self.served[chosen].sum(axis=0, dtype=np.float64)
        return Point(float(prices.sum()) + sites, excess, values, chosen)


def first_prices(problem: Problem) -> Floats:
    """Prices to begin with: a little over each customer's cost at its ⌈sites / p⌉-th nearest site."""
    p = problem.p or max(1, problem.sites // 4)
    rank = min(problem.sites - 1, -(-problem.sites // p))
    return np.asarray(np.partition(problem.cost, rank, axis=1)[:, rank] * 1.2 + 1e-6)


def lagrangian(
    relaxation: Relaxation, target: float, until: float, prices: Floats | None = None, rounds: int = 100_000
) -> Bound:
    """Raise the bound towards ``target`` (the cost of a known answer) until ``until`` (``time.perf_counter``).

    Stops when the bound meets the target, when the step has become small, or when the time is up.
    """
    prices = first_prices(relaxation.problem) if prices is None else prices.copy()
    best = Bound(-np.inf, prices, np.zeros(0), np.zeros(0, np.int64))
    direction = np.zeros_like(prices)
    step, stale, done = 1.0, 0, 0
    for done in range(1, rounds + 1):  # noqa: B007
        slack = 1e-9 if step < 0.05 else 1e-5  # noqa: PLR2004
        point = relaxation.at(prices, slack * max(1.0, abs(target)) / max(1, point_count(relaxation.problem)))
        if point.bound > best.value + 1e-7 * abs(best.value if np.isfinite(best.value) else 1.0):
            best = Bound(point.bound, prices.copy(), point.site_values, point.chosen)
            stale = 0
        else:
            stale += 1
        if stale >= PATIENCE:
            step, stale, prices, direction = step / 2, 0, best.prices.copy(), np.zeros_like(prices)
        norm = float(point.excess @ point.excess)
        if norm == 0.0 or step < SMALLEST_STEP or best.value >= target or time.perf_counter() > until:
            break
        direction = point.excess + MEMORY * direction
        aim = max(target - point.bound, 1e-6 * abs(target))
        prices = prices + step * aim / max(float(direction @ direction), 1e-9) * direction
    best.rounds = done
    return best


def point_count(problem: Problem) -> int:
    return problem.p or problem.sites


def lower_bound(problem: Problem, target: float, seconds: float, prices: Floats | None = None) -> Bound:
    """The bound on its own: within ``seconds``, towards ``target``, the cost of a known answer (or a guess above it).

    A site's customers may be narrowed by infinite costs; a fixed cost and ``p`` go together.
    """
    return lagrangian(Relaxation(problem), target, time.perf_counter() + seconds, prices)
