"""The plans of a table whose quantities may be raised in several ways, section by section or county by county."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from junheng.balance.remedy.conflicts import why_over_budget
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.plan import Plan, Status, refused, unfound
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.solve import Stand, solved_by_ways
from junheng.balance.remedy.ways.table import Group, SetOut
from junheng.balance.remedy.ways.told import actions_by_ways
from junheng.balance.remedy.ways.why import why_no_way
from junheng.programs import Solver

CENT = 0.005


@dataclass(frozen=True, slots=True, eq=False)
class ByWays:
    """How long and how close the plans of a table are worked out by all its ways; without a solver, fast."""

    costs: Costs
    solver: Solver | None
    seconds: float
    gap: float

    def plans(self, table: SetOut, progress: Callable[[int, int], None] | None = None) -> list[Plan]:
        """One plan for each county section."""
        held: dict[int, Plan] = {at: refused(one) for at, one in enumerate(table.todo) if one.problem is None}
        for county in table.counties:
            held |= self.county(county)
            if progress:
                progress(len(held), len(table.todo))
        return [held[at] for at in range(len(table.todo))]

    def county(self, groups: Sequence[Group]) -> dict[int, Plan]:
        """The plans of one county by position."""
        stands = [self._solved(one, self.gap) for one in groups]
        plans = self._plans(groups, stands)
        budget = self.costs.limits.budget
        if budget is None or sum(one.cost or 0.0 for one in plans.values()) <= budget + CENT:
            return plans
        closer = [self._solved(one, 0.0) for one in groups]
        if sum(one.cost for one in closer) <= budget + CENT:
            return self._plans(groups, closer)
        least = sum(one.bound for one in closer)
        if least <= budget:
            return {one: unfound(plan.key) for one, plan in plans.items()}
        words, conflict = why_over_budget([], budget, least)
        return {
            one: Plan(plan.key, "infeasible", None, plan.bound, words=words, conflict=conflict)
            for one, plan in plans.items()
        }

    def _solved(self, group: Group, gap: float) -> Stand:
        return solved_by_ways(group.county, self.solver, seconds=len(group.at) * self.seconds, gap=gap)

    def _plans(self, groups: Sequence[Group], stands: Sequence[Stand]) -> dict[int, Plan]:
        return {
            at: plan
            for group, one in zip(groups, stands, strict=True)
            for at, plan in zip(group.at, self._of(group, one), strict=True)
        }

    def _of(self, group: Group, standing: Stand) -> Iterator[Plan]:
        """A plan a section; the bound is shared out as the cost is.

        Raises:
            RuntimeError: a plan breaks a demand; a fault of the program, never of the input.
        """
        keys = group.keys
        if standing.changes is None:
            if not standing.impossible:
                bound = round(standing.bound, 2) if len(keys) == 1 and np.isfinite(standing.bound) else None
                yield from (replace(unfound(key), bound=bound) for key in keys)
                return
            words, conflict = why_no_way(group.county, group.levels, self.solver)
            yield from (Plan(key, "infeasible", None, None, words=words, conflict=conflict) for key in keys)
            return
        wrong = faults_of(group.county, standing.changes)
        if wrong:
            raise RuntimeError(f"{keys[0]}: {', '.join(wrong)}")
        status: Status = "optimal" if standing.gap <= self.gap else "gap"
        shares = [one.share for one in group.sections]
        for key, actions in zip(keys, actions_by_ways(group.county, standing.changes, shares), strict=True):
            cost = round(sum(one.cost for one in actions), 2)
            yield Plan(key, status, cost, round(min(cost * (1 - standing.gap), cost), 2), actions)
