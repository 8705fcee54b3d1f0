"""Closing the gap where teachers move within reach only: programs in exemptions and totals, plans by flows."""

from dataclasses import replace

import numpy as np

from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.exact import Stand, repeated
from junheng.balance.remedy.fast import lowest_for
from junheng.balance.remedy.flows import LateError
from junheng.balance.remedy.narrow import Search, narrowed
from junheng.balance.remedy.problem import Changes, Flags, Floats, Problem
from junheng.balance.remedy.relaxed import Relaxed
from junheng.balance.remedy.totals import TotalsModel, alike
from junheng.balance.remedy.within import Column
from junheng.programs import Solver


def neared(
    problem: Problem, standing: Stand, found: Relaxed | None, solver: Solver, *, until: float, gap: float
) -> Stand:
    """A better plan or a better bound, until the gap or the moment ``until`` (``time.monotonic``) is reached.

    First as if teachers went to every school: what that proves holds for all plans, and its exemptions are a start.
    """
    free = narrowed(replace(problem, reach=None), standing, found, solver, until=until, gap=gap)
    standing = standing.with_bound(free.bound)
    if free.changes is None or not alike(problem) or not problem.whole[problem.movable].all():
        return standing
    search = Nearby(problem, solver, until, gap)
    standing, _ = search.tried(standing, free.changes.net() < problem.full - problem.step / 2)
    return repeated(standing, search.round, gap)


class Nearby(Search):
    """Programs one after the other, each with what units are worth in the plans before it."""

    def __init__(self, problem: Problem, solver: Solver, until: float, gap: float) -> None:
        super().__init__(problem, None, solver, until, gap)
        self.columns: dict[tuple[int, bytes], Column] = {}

    def planned(self, exempted: Flags) -> Changes | None:
        """The cheapest additions and moves under these exemptions (n, m); None when none are found.

        Where time was over before, additions make up for the moves that are missing.
        """
        problem = self.problem
        low: Floats = np.where(problem.movable, 0.0, lowest_for(problem, exempted))
        rows, rough = [np.empty((0, 4))], ~problem.movable
        for at in np.flatnonzero(problem.movable).tolist():
            column = self.column(at, exempted)
            flow, rough[at] = column.best or column.flow, column.best is None
            if flow.owed.any():
                return None
            low[:, at] = flow.added
            giver, taker = np.nonzero(flow.carried)
            rows.append(np.column_stack([np.full(giver.size, at), giver, taker, flow.carried[giver, taker]]))
        moves = np.concatenate(rows)
        moved = Changes(np.zeros_like(low), moves[:, :3].astype(np.int64), moves[:, 3])
        added = completed(replace(problem, base=problem.base + problem.unit * moved.net()), low, rough)
        return None if added is None else replace(moved, added=added)

    def column(self, at: int, exempted: Flags) -> Column:
        """One indicator under these exemptions; what its units are worth is known from then on."""
        low = np.where(exempted[:, at], self.problem.floor[:, at], self.problem.full[:, at])
        key = at, low.tobytes()
        if key not in self.columns:
            self.columns[key] = Column(self.problem, at, low, self.until)
            self._known(at, self.columns[key], 0)
        return self.columns[key]

    def separated(self, model: TotalsModel, values: Floats, exempted: Flags) -> bool:
        """Whether the program's own totals are new; what units are worth there is known from then on."""
        new = super().separated(model, values, exempted)
        try:
            return self._at_totals(model, values, exempted) or new
        except LateError:
            return new

    def _at_totals(self, model: TotalsModel, values: Floats, exempted: Flags) -> bool:
        new = False
        for at in np.flatnonzero(self.problem.movable & np.isfinite(self.problem.limit)).tolist():
            column, total = self.column(at, exempted), round(model.amounts(at, values)[0])
            if column.best is not None and column.step > 0 and total not in column.tried:
                known = len(column.worths)
                column.at_total(column.best, total)
                new |= self._known(at, column, known)
        return new

    def _known(self, at: int, column: Column, since: int) -> bool:
        for one in column.worths[since:]:
            self.known.worth(at, one)
        return len(column.worths) > since
