"""The whole solver: counting, search, bound, and the checker before anything is handed out."""

import math
import time
from dataclasses import replace
from functools import cache

import numpy as np

from junheng.seats.medians.answer import Answer, Status
from junheng.seats.medians.check import verified_cost
from junheng.seats.medians.infeasible import impossible, proven
from junheng.seats.medians.problem import Problem, median_problem
from junheng.seats.medians.search import Search

TURN = 12.0
"""Seconds of the longest cooling; ten of them fit into shorter times."""
AFRESH = 4
"""Every so many turns a large problem is cooled as a whole; in between, region by region."""
BOUND, AGAIN = 0.15, 3
"""Share of the time for one raising of the bound, and the turn that raises it again, towards a better answer, where
regions are mended. Where the bound leads the search, every turn does."""
CLOSING = 0.35
"""Share of the time for one branch and bound."""
COMBINING = 0.12
"""Share of the time for one combining of clusters."""
COMPILING = 0.05
"""Seconds of every loop while all are compiled: enough to run once on a busy machine."""


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
    search = Search(problem, seed)
    _run(search, began, seconds)
    return _answered(search, began)


def _run(search: Search, began: float, seconds: float) -> None:
    """Cooling, bound and combining in turn until the time is up or the bound is met."""
    until = began + seconds * 0.97 - 0.05
    length = min(TURN, seconds / 10)
    closing = {1: 1.0, 8: 1.0} if search.problem.p else {0: 0.2, 1: 0.6, 2: 1.0, 5: 1.0}
    turn = 0
    while time.perf_counter() < until and not search.done and not search.impossible:
        _improve(search, turn, length, until)
        if turn == 0 or search.problem.p is None or (search.regional and turn == AGAIN):
            search.raise_bound(min(time.perf_counter() + BOUND * seconds, until))
        search.try_sets(min(time.perf_counter() + 2 * length, until))
        search.shake(min(time.perf_counter() + 0.25 * length, until))
        left = until - time.perf_counter()
        if left > 2 and not search.done and (turn % 2 == 1 or not search.regional):  # noqa: PLR2004
            search.combine(min(COMBINING * seconds + 1, left - 1.5))
        left = until - time.perf_counter()
        if turn in closing and left > 2 and not search.done:  # noqa: PLR2004
            search.close(min(CLOSING * seconds, left - 1.5), closing[turn])
        turn += 1


def _improve(search: Search, turn: int, length: float, until: float) -> None:
    """One cooling, or regions for twice as long."""
    now = time.perf_counter()
    if search.regional and turn % AFRESH:
        search.try_regions(min(now + 2 * length, until))
    else:
        search.cool(turn, min(now + length, until))


@cache
def _compile() -> None:
    """Runs every compiled loop once on next to nothing."""
    line = np.arange(6.0)
    small = median_problem(np.stack((line, line), axis=1), np.full(6, 3.0), np.ones(6), 2)
    for problem in (small, replace(small, p=None)):
        search = Search(problem, 0)
        search.cool(0, time.perf_counter() + COMPILING)
        search.raise_bound(time.perf_counter() + COMPILING)
        search.try_regions(time.perf_counter() + COMPILING, 1)
        search.try_sets(time.perf_counter() + COMPILING, 1)


def _answered(search: Search, began: float) -> Answer:
    """The best answer of the search, checked."""
    if search.impossible:
        return Answer("infeasible", None, None, (), (), time.perf_counter() - began, proven())
    if not math.isfinite(search.best):
        return Answer("unknown", None, search.proven, (), (), time.perf_counter() - began)
    assignment = tuple(search.state.best.tolist())
    opened = tuple(sorted(set(assignment)))
    objective = verified_cost(search.problem, opened, assignment)
    status: Status = "optimal" if search.done else "feasible"
    bound = min(search.proven, objective)
    return Answer(status, objective, bound, opened, assignment, time.perf_counter() - began)
