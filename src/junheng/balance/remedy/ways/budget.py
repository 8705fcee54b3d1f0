"""What a sum of money buys where quantities may be raised in several ways: most schools, or most of their pupils.

One program for all counties: a column says whether a school passes, and what passing asks is asked of the schools that
do. A second program makes what was chosen cheapest. Dispersions do not count, and nobody moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from junheng.balance.remedy.budget import CHOSEN, FEN, FINE, SECONDS, Bought
from junheng.balance.remedy.problem import Changes, Flags, Floats, Ints
from junheng.balance.remedy.program import Sheet
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.county import County, Done, Plans
from junheng.balance.remedy.ways.filling import filled
from junheng.balance.remedy.ways.levers import Levers
from junheng.balance.remedy.ways.program import Held, WaysColumns, linked
from junheng.programs import Program, Solver

CLOSE = 1e-6
TRIES = 3
"""Times that a little less is spent when rounding up went over the budget."""


@dataclass(frozen=True, slots=True, eq=False)
class BoughtByWays(Bought):
    """The same, with the plans of every county."""

    plans: tuple[Plans, ...] = ()


class PassingModel(WaysColumns):
    """One section: whether each school passes, and what it exempts."""

    def __init__(self, levers: Levers, sheet: Sheet, elsewhere: Held) -> None:
        problem = levers.problem
        self.taken, self.given = {}, {}
        self.full, self.floor = np.maximum(problem.full, 0.0), np.maximum(problem.floor, 0.0)
        count = len(problem.schools)
        self.passes = sheet.columns(np.zeros(count), np.ones(count), np.ones(count, bool))
        self.school_of, self.at = np.nonzero(self.full > self.floor)
        choices = np.ones(self.school_of.size)
        self.exempt = sheet.columns(np.zeros_like(choices), choices, np.ones_like(choices, bool))
        rows = sheet.rows(np.zeros(count), np.full(count, float(problem.exempt)))
        sheet.put(rows[self.school_of], self.exempt, np.ones(1))
        size = np.where(problem.whole, 1.0, 1.0 / problem.unit)
        super().__init__(levers, sheet, dict(enumerate(size.T)), elsewhere)

    def summed(self, at: int) -> Ints:
        """What passing asks of a school, less what it exempts, is no more than what its ways add."""
        size, count = self.size[at], self.passes.size
        rows = self.sheet.rows(np.full(count, -np.inf), np.zeros(count))
        self.sheet.put(rows, self.passes, self.full[:, at] / size)
        mine = self.at == at
        school = self.school_of[mine]
        less = (self.full - self.floor)[school, at] / size[school]
        self.sheet.put(rows[school], self.exempt[mine], -less)
        return rows

    def exempted(self, values: Floats) -> Flags:
        """(n, m) what is exempted in an answer."""
        found = np.zeros(self.full.shape, bool)
        found[self.school_of, self.at] = values[self.exempt] > CHOSEN
        return found


class Market:
    """All counties in one program, to be asked for one budget after the other.

    Args:
        counties: with their limits; nobody moves.
        worth: by county and section, (n,) what a passing school counts.
        solver: of mixed-integer programs.
        seconds: at most, for each budget.
    """

    def __init__(
        self, counties: Sequence[County], worth: Sequence[Sequence[Floats]], solver: Solver, seconds: float = SECONDS
    ) -> None:
        self.counties, self.solver, self.seconds = counties, solver, seconds
        sheet = Sheet()
        self.parts = [_passing(county, sheet) for county in counties]
        self.worth = np.concatenate([one for held in worth for one in held])
        self.passes = np.concatenate([one.passes for held in self.parts for one in held])
        program = sheet.program(1.0)
        self.yuan = program.cost
        self.program = replace(program, cost=np.zeros_like(program.cost))

    def bought(self, budget: float) -> BoughtByWays | None:
        """The most worth for a budget; None when it does not pay for what must be done, or nothing was found."""
        left = budget
        best = np.inf
        for _ in range(TRIES):
            first = self.solver.solve(self._most(left), self.seconds)
            if first.values is None:
                return None
            best = min(best, -first.bound) if left == budget else best
            found = self._settled(first.values[self.passes] > CHOSEN, first.values)
            if found is None:
                return None
            if found.cost <= budget + FEN:
                return replace(found, bound=max(found.worth, min(best, float(self.worth.sum()))))
            left -= 2.0 * (found.cost - budget)
        return None

    def enough(self) -> float | None:
        """Yuan for which as many schools pass as ever can; None where they were not found in time."""
        found = self.bought(np.inf)
        return None if found is None else found.cost

    def _most(self, budget: float) -> Program:
        """As much worth as the budget pays for."""
        cost = self.program.cost.copy()
        cost[self.passes] = -self.worth
        program = replace(self.program, cost=cost)
        if not np.isfinite(budget):
            return program
        columns = np.flatnonzero(self.yuan)
        scale = FINE / max(budget, 1.0)
        return replace(
            program,
            row=np.concatenate([program.row, np.full(columns.size, program.lowest.size)]),
            column=np.concatenate([program.column, columns]),
            value=np.concatenate([program.value, self.yuan[columns] * scale]),
            lowest=np.append(program.lowest, -np.inf),
            highest=np.append(program.highest, max(budget, 0.0) * scale),
        )

    def _settled(self, chosen: Flags, before: Floats) -> BoughtByWays | None:
        """The chosen schools brought to pass at least cost; None where no plan that holds is found."""
        several = int(chosen.sum())
        program = replace(
            self.program,
            cost=self.yuan / max(float(self.yuan @ before), 1.0) * FINE,
            row=np.concatenate([self.program.row, np.arange(several) + self.program.lowest.size]),
            column=np.concatenate([self.program.column, self.passes[chosen]]),
            value=np.concatenate([self.program.value, np.ones(several)]),
            lowest=np.append(self.program.lowest, np.ones(several)),
            highest=np.append(self.program.highest, np.ones(several)),
        )
        solved = self.solver.solve(program, self.seconds)
        values = before if solved.values is None else solved.values
        plans, passing, added = [], [], []
        for county, parts in zip(self.counties, self.parts, strict=True):
            passes = [values[one.passes] > CHOSEN for one in parts]
            exempted = [one.exempted(values) for one in parts]
            done = _carried_out(county, passes, exempted, [one.amounts(values) for one in parts])
            if done is None:
                return None
            plans.append(done)
            passing += passes
            added += [one.changes.added for one in done]
        cost = round(sum(one.price(each) for one, each in zip(self.counties, plans, strict=True)), 2)
        worth = float(self.worth[np.concatenate(passing)].sum())
        return BoughtByWays(tuple(passing), tuple(added), cost, worth, worth, tuple(plans))


def _passing(county: County, sheet: Sheet) -> list[PassingModel]:
    return linked(county, lambda at, held: PassingModel(county.parts[at], sheet, held))


def _carried_out(
    county: County, passes: Sequence[Flags], exempted: Sequence[Flags], amounts: Sequence[Floats]
) -> Plans | None:
    """Plans with which these schools pass, to the last step; None where none are found."""
    asked = county.with_parts([_of_those(one, each) for one, each in zip(county.parts, passes, strict=True)])
    problems = [one.problem for one in asked.parts]
    lows = [
        np.maximum(np.where(one, np.minimum(problem.floor, problem.full), problem.full), problem.least)
        for one, problem in zip(exempted, problems, strict=True)
    ]
    full = filled(asked, problems, lows, amounts)
    if full is None:
        return None
    plans = tuple(Done(one, Changes.of(more)) for one, more in zip(full, asked.added(full), strict=True))
    return None if faults_of(asked, plans) else plans


def _of_those(levers: Levers, passes: Flags) -> Levers:
    """The section with demands on these schools alone, and none on dispersions."""
    problem = levers.problem
    full, floor = (np.where(passes[:, None], one, problem.nothing) for one in (problem.full, problem.floor))
    return replace(levers, problem=replace(problem, full=full, floor=floor, limit=np.full_like(problem.limit, np.inf)))
