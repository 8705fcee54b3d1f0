"""The whole solver: counting, search, bound, and the checker before anything is handed out."""

import math
import time
from dataclasses import replace
from functools import cache

import numpy as np

from junheng.seats.medians.anneal import anneal, start
from junheng.seats.medians.answer import Answer, Status
from junheng.seats.medians.bound import Relaxation, lagrangian
from junheng.seats.medians.check import verified_cost
from junheng.seats.medians.dice import dice
from junheng.seats.medians.infeasible import impossible
from junheng.seats.medians.problem import Ints, Problem, median_problem
from junheng.seats.medians.state import BEST, State, state_of

SEARCH, BOUND = 0.3, 0.3
"""Shares of the time for the first search and the bound; the rest goes to searching on."""


def solve(problem: Problem, seconds: float, seed: int = 0) -> Answer:
    """The best answer found in ``seconds``, with a proven bound.

    The same seed walks the same way; how far depends on the machine's speed. Compiling the loops, once per
    installation, is not counted.
    """
    _compile()
    began = time.perf_counter()
    reason = impossible(problem)
    if reason is not None:
        return Answer("infeasible", None, None, (), (), time.perf_counter() - began, reason)
    until = began + seconds * 0.97 - 0.05
    state, luck = state_of(problem), dice(seed)
    start(state, first_assignment(problem, seed))
    fixed_count = problem.p is not None
    anneal(state, luck, fixed_count=fixed_count, until=began + seconds * SEARCH)
    target = float(state.totals[BEST])
    aim = target if math.isfinite(target) else _ceiling(problem)
    bound = lagrangian(Relaxation(problem), aim, began + seconds * (SEARCH + BOUND)).value
    if not met(problem, bound, target):
        if math.isfinite(target):
            start(state, state.best.copy())
        anneal(state, luck, fixed_count=fixed_count, until=until, hot=0.1)
    return answered(problem, state, bound, began)


@cache
def _compile() -> None:
    """Runs every compiled loop once on next to nothing."""
    line = np.arange(6.0)
    small = median_problem(np.stack((line, line), axis=1), np.full(6, 3.0), np.ones(6), 2)
    state = state_of(small)
    start(state, first_assignment(small, 0))
    anneal(state, dice(0), fixed_count=True, until=time.perf_counter() + 1e-6)
    lagrangian(Relaxation(small), 9.0, np.inf, rounds=2)
    lagrangian(Relaxation(replace(small, p=None)), 9.0, np.inf, rounds=1)


def first_assignment(problem: Problem, seed: int) -> Ints:
    """Random medians, or every site, and each customer at the nearest; capacities are not looked at."""
    sites = np.arange(problem.sites)
    if problem.p is not None:
        sites = np.random.default_rng(seed).permutation(problem.sites)[: problem.p]
    nearest: Ints = sites[problem.cost[:, sites].argmin(axis=1)].astype(np.int64)
    standing = sites[problem.own[sites] >= 0]
    nearest[problem.own[standing]] = standing
    return nearest


def _ceiling(problem: Problem) -> float:
    """More than any answer costs."""
    return float(problem.cost.max(axis=1).sum() + problem.fixed.sum()) + 1.0


def lifted(problem: Problem, bound: float) -> float:
    """The bound, rounded up when every cost is a whole number."""
    return float(math.ceil(bound - 1e-6)) if problem.whole else bound


def met(problem: Problem, bound: float, objective: float) -> bool:
    """Whether the bound proves the objective optimal, to nine digits."""
    return lifted(problem, bound) >= objective - 1e-9 * abs(objective)


def answered(problem: Problem, state: State, bound: float, began: float) -> Answer:
    """The best answer of the search, checked."""
    bound = max(0.0, lifted(problem, bound))
    if not math.isfinite(state.totals[BEST]):
        return Answer("unknown", None, bound, (), (), time.perf_counter() - began)
    assignment = tuple(state.best.tolist())
    opened = tuple(sorted(set(assignment)))
    objective = verified_cost(problem, opened, assignment)
    status: Status = "optimal" if met(problem, bound, objective) else "feasible"
    return Answer(status, objective, min(bound, objective), opened, assignment, time.perf_counter() - began)
