"""The cheapest plan of one county section: fast first, then as exact as the time allows."""

import time
from dataclasses import dataclass

import numpy as np

from junheng.balance.remedy.exact import Stand, Standing, bettered, closed
from junheng.balance.remedy.fast import rounded, swapped
from junheng.balance.remedy.narrow import narrowed
from junheng.balance.remedy.nearby import neared
from junheng.balance.remedy.problem import Changes, Flags, Problem
from junheng.balance.remedy.relaxed import Relaxed, relaxed
from junheng.programs import Solver

GAP = 1e-3
"""Relative gap at which a plan counts as proven."""
SECONDS = 30.0
EXACT = 1e-6
SMALL = 15
"""Up to so many schools a gap that is good enough is closed all the same: it takes no time."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A plan with its proof.

    Attributes:
        changes: what to do; None without a plan.
        cost: yuan; infinite without a plan.
        bound: no plan costs less.
        impossible: it is proven that there is no plan.
    """

    changes: Changes | None
    cost: float
    bound: float
    impossible: bool

    @property
    def gap(self) -> float:
        return Standing(self.changes, self.cost, self.bound).gap


def solve(problem: Problem, solver: Solver | None = None, *, seconds: float = SECONDS, gap: float = GAP) -> Answer:
    """The cheapest plan, proven to the ``gap`` where the ``seconds`` suffice.

    Args:
        problem: one county section.
        solver: of mixed-integer programs; None: the fast method only.
        seconds: for the whole.
        gap: relative, at which to stop.
    """
    begun = time.monotonic()
    if hopeless(problem).any():
        return Answer(None, np.inf, np.inf, True)
    goal = min(gap, EXACT) if len(problem.schools) <= SMALL else gap
    standing, found = fast(problem, goal)
    if found is not None and found.bound == np.inf:
        return Answer(None, np.inf, np.inf, True)
    if solver is not None and standing.gap > goal:
        standing = _searched(problem, standing, found, solver, until=begun + seconds, gap=goal)
    return Answer(standing.changes, standing.cost, standing.bound, standing.impossible)


def _searched(
    problem: Problem, standing: Stand, found: Relaxed | None, solver: Solver, *, until: float, gap: float
) -> Stand:
    """By programs: in totals first, then with every school for itself."""
    search = narrowed if problem.reach is None else neared
    standing = search(problem, standing, found, solver, until=until, gap=gap)
    if standing.gap <= gap:
        return standing
    return closed(problem, standing, found, solver, until=until, gap=gap)


def hopeless(problem: Problem) -> Flags:
    """(n,) schools that no plan can bring to pass under their own limits."""
    if problem.movable.any():
        return np.zeros(len(problem.schools), bool)
    never = (np.maximum(problem.floor, problem.least) > problem.most + problem.step / 2).any(axis=1)
    return np.asarray(never | (problem.forced.sum(axis=1) > problem.exempt))


def fast(problem: Problem, goal: float) -> tuple[Stand, Relaxed | None]:
    """The plan of the fast method, as good as the ``goal`` where it can be, and its bound where nothing is moved."""
    found = relaxed(problem, goal)
    standing: Stand = Standing(None, np.inf, 0.0)
    enough = found.bound / (1.0 - goal)
    plan = rounded(problem, found, enough) if np.isfinite(found.bound) else None
    if plan is not None:
        added = swapped(problem, found, *plan, enough)[1]
        standing = bettered(standing, problem, Changes.of(added))
    if problem.movable.any():
        return standing, None
    return standing.with_bound(found.bound), found
