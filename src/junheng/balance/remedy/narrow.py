"""Closing the gap by programs in exemptions and totals, each with the levels and totals of the answers before it."""

import time

import numpy as np

from junheng.balance.remedy.exact import Stand, allowed, answered, bettered, repeated
from junheng.balance.remedy.exchange import exchanged, steps
from junheng.balance.remedy.level import levels
from junheng.balance.remedy.problem import Changes, Flags, Floats, Problem
from junheng.balance.remedy.relaxed import Relaxed
from junheng.balance.remedy.totals import SAME_LEVEL, Known, TotalsModel, alike
from junheng.programs import Solver

HALF = 0.5
ROUGH = 0.25
"""Share of the gap asked for that a program may leave open."""


def narrowed(
    problem: Problem, standing: Stand, found: Relaxed | None, solver: Solver, *, until: float, gap: float
) -> Stand:
    """A better plan or a better bound, until the gap or the moment ``until`` (``time.monotonic``) is reached.

    As it came where the programs do not hold, or where no plan is known. ``found`` is the relaxation without moves;
    None where teachers may move.
    """
    if not alike(problem) or standing.changes is None:
        return standing
    search = Search(problem, found, solver, until, gap)
    return repeated(search.begun(standing), search.round, gap)


class Search:
    """Programs one after the other, each with the levels and totals that the answers before it lacked."""

    def __init__(self, problem: Problem, found: Relaxed | None, solver: Solver, until: float, gap: float) -> None:
        self.problem, self.found, self.solver = problem, found, solver
        self.until, self.gap = until, gap
        self.known = Known()

    def begun(self, standing: Stand) -> Stand:
        """With what the relaxation and the plan at hand tell."""
        problem = self.problem
        if self.found is not None:
            self.learnt(self.found.exempted)
        if standing.changes is not None:
            reached = standing.changes.net() >= problem.full - problem.step / 2
            standing, _ = self.tried(standing, ~reached)
        return standing

    def round(self, standing: Stand) -> tuple[Stand, bool | None]:
        """One program; whether its answer showed levels or totals that were not known, None without an answer."""
        problem, left = self.problem, self.until - time.monotonic()
        if left <= 0:
            return standing, None
        model = TotalsModel(problem, self.known, allowed(problem, standing, self.found), standing.cost)
        solved, bound = answered(model, standing.cost, self.solver, left, ROUGH * self.gap)
        standing = standing.with_bound(bound)
        if solved.values is None:
            return standing, None
        exempted = model.exempted(solved.values) > HALF
        new = self.separated(model, solved.values, exempted)
        standing, more = self.tried(standing, exempted)
        return standing, new or more

    def tried(self, standing: Stand, exempted: Flags) -> tuple[Stand, bool]:
        """With the best plan under these exemptions; whether its levels and totals are new."""
        problem = self.problem
        plan = self.planned(exempted)
        new = self.learnt(exempted)
        if plan is None:
            return standing, new
        for at in self.known.indicators():
            new |= self.known.total(at, float(plan.added[:, at].sum()), self.close(at))
        return bettered(standing, problem, plan), new

    def planned(self, exempted: Flags) -> Changes | None:
        """The cheapest additions and moves under these exemptions (n, m); None when none are found."""
        return exchanged(self.problem, exempted)

    def learnt(self, exempted: Floats | Flags) -> bool:
        """Whether the levels to which these exemptions lead without moves are new."""
        problem = self.problem
        low = problem.base + problem.unit * (problem.lowest - problem.saving * exempted)
        cap = problem.base + problem.unit * np.maximum(problem.most, problem.lowest)
        found = levels(low, cap, problem.weight, problem.spread)
        new = False
        for at in np.flatnonzero(found.binding & found.kept).tolist():
            level = float(found.level[at])
            new |= self.known.pair(at, (level, level if not problem.movable[at] else float(found.value[:, at].max())))
            total = float(((found.value - problem.base) / problem.unit)[:, at].sum())
            new |= self.known.total(at, total, self.close(at))
        return new

    def separated(self, model: TotalsModel, values: Floats, exempted: Flags) -> bool:
        """Whether the levels that belong to the program's own totals and moves, of what is whole, are new."""
        problem, new = self.problem, False
        whole = problem.movable | (problem.whole & np.isin(np.arange(problem.whole.size), list(self.known.pairs)))
        lows = np.where(exempted, model.less, model.full)
        for at in np.flatnonzero(whole & np.isfinite(problem.limit)).tolist():
            low = lows[:, at]
            total, moved = model.amounts(at, values)
            value, (_, takes), (_, gives) = steps(problem, at, low)
            more = round(total + moved - np.maximum(low, 0.0).sum())
            pair = _between(takes, more, value.min()), _between(gives, round(moved), value.max())
            new |= self.known.pair(at, (pair[0], max(pair)))
            new |= self.known.total(at, total, self.close(at))
        return new

    def close(self, at: int) -> float:
        """Totals closer than this are one."""
        return SAME_LEVEL / float((self.problem.weight * self.problem.unit)[0, at])


def _between(middles: Floats, count: int, none: float) -> float:
    """The level between the last of ``count`` units and the next one."""
    near = middles[max(count - 1, 0) : count + 1]
    return float(near.mean()) if near.size else none
