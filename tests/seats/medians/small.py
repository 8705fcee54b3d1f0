"""Small problems and what trying everything says about them."""

import itertools
import math

import numpy as np

from junheng.seats.medians import Problem, facility_problem, median_problem


def towns(seed: int, n: int = 7, p: int = 2, spare: float = 1.3) -> Problem:
    """``n`` points on a grid, demands 1–9, capacities that hold ``spare`` times the demand."""
    dice = np.random.default_rng(seed)
    demand = dice.integers(1, 10, n).astype(float)
    room = np.full(n, math.ceil(max(demand.max(), spare * demand.sum() / p)), float)
    return median_problem(dice.integers(0, 30, (n, 2)).astype(float), room, demand, p)


def shops(seed: int, n: int = 7, m: int = 3) -> Problem:
    """``n`` customers and ``m`` sites with opening costs; all of them together hold twice the demand."""
    dice = np.random.default_rng(seed)
    demand = dice.integers(1, 10, n).astype(float)
    room = np.full(m, math.ceil(max(demand.max(), 2 * demand.sum() / m)), float)
    return facility_problem(
        dice.integers(1, 50, (n, m)).astype(float), room, dice.integers(5, 60, m).astype(float), demand
    )


def by_trying(problem: Problem) -> float:
    """The least cost of all assignments; infinite when none fits."""
    least = math.inf
    for assignment in itertools.product(range(problem.sites), repeat=problem.customers):
        chosen = set(assignment)
        if problem.p is not None and len(chosen) != problem.p:
            continue
        if any(problem.own[site] >= 0 and assignment[problem.own[site]] != site for site in chosen):
            continue
        load = np.bincount(assignment, weights=problem.demand, minlength=problem.sites)
        if (load <= problem.capacity).all():
            served = sum(problem.cost[customer, site] for customer, site in enumerate(assignment))
            least = min(least, float(served + problem.fixed[sorted(chosen)].sum()))
    return least
