"""The plans of a table whose quantities may be raised in several ways, section by section or county by county."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from junheng.balance.evaluation import Evaluation
from junheng.balance.inputs import InputError
from junheng.balance.remedy.beyond import role
from junheng.balance.remedy.conflicts import why_over_budget
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.links import links_of
from junheng.balance.remedy.plan import Plan, Status, refused, unfound
from junheng.balance.remedy.sections import Distances, Key, Section, Shares, sections
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import split_prices, ways_of
from junheng.balance.remedy.ways.setting import county_of, limits_of_county
from junheng.balance.remedy.ways.solve import Stand, solved_by_ways
from junheng.balance.remedy.ways.told import actions_by_ways
from junheng.balance.remedy.ways.unknown import unlimited, unroomed
from junheng.balance.remedy.ways.why import why_no_way
from junheng.programs import Solver

CENT = 0.005
YEAR_AT = 2
"""Where a key has its year."""


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Sections that are solved together, by position."""

    at: tuple[int, ...]
    county: County


@dataclass(frozen=True, slots=True, eq=False)
class ByWays:
    """A table, its ways, and how long and how close its plans are worked out; without a solver the fast method."""

    evaluation: Evaluation
    costs: Costs
    distances: Distances | None
    solver: Solver | None
    seconds: float
    gap: float
    shares: Shares | None = None

    def per_classes(self, key: Key) -> float | None:
        """For how many classes there is one specialist room; None where the standard does not say."""
        return role(self.evaluation, "specialist_rooms", "per_classes", key[2] if len(key) > YEAR_AT else None)

    def plans(self, progress: Callable[[int, int], None] | None = None) -> list[Plan]:
        """One plan for each county section.

        Raises:
            InputError: a limit that the ways need is not known at some school.
        """
        todo = list(sections(self.evaluation, _plain(self.costs), self.distances, self.shares))
        unknown = [*unlimited(todo, self.costs), *unroomed(todo, self.costs, self.per_classes)]
        if unknown:
            raise InputError(unknown)
        work = _Work(todo, self.costs, self.solver, self.seconds, self.gap, self.per_classes)
        held: dict[int, Plan] = {at: refused(one) for at, one in enumerate(todo) if one.problem is None}
        for county in _by_county(todo).values():
            held |= work.county(county)
            if progress:
                progress(len(held), len(todo))
        return [held[at] for at in range(len(todo))]


def _plain(costs: Costs) -> Costs:
    """One price for each quantity, which no way undercuts; limits come with the ways."""
    return replace(costs, add=split_prices(ways_of(costs)), limits=replace(costs.limits, per_section={}), ways=())


def _by_county(todo: Sequence[Section]) -> Mapping[tuple[Any, ...], list[int]]:
    """Positions of the sections that can be judged, by county and year."""
    found: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(todo):
        if one.problem is not None:
            found[one.key[0], *one.key[2:]].append(at)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """What is to be planned, with what and how long."""

    todo: Sequence[Section]
    costs: Costs
    solver: Solver | None
    seconds: float
    gap: float
    per_classes: Callable[[Key], float | None]

    def county(self, at: Sequence[int]) -> dict[int, Plan]:
        """The plans of one county: section by section, or together where something links them."""
        groups = [_Group(one, self._county([self.todo[each] for each in one])) for one in self._together(at)]
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

    def _together(self, at: Sequence[int]) -> list[tuple[int, ...]]:
        """The sections that are solved together."""
        linked = limits_of_county(self.costs) or links_of([self.todo[one] for one in at]).size
        return [tuple(at)] if linked else [(one,) for one in at]

    def _county(self, several: Sequence[Section]) -> County:
        return county_of(several, self.costs, self.per_classes)

    def _solved(self, group: _Group, gap: float) -> Stand:
        return solved_by_ways(group.county, self.solver, seconds=len(group.at) * self.seconds, gap=gap)

    def _plans(self, groups: Sequence[_Group], stands: Sequence[Stand]) -> dict[int, Plan]:
        return {
            at: plan
            for group, one in zip(groups, stands, strict=True)
            for at, plan in zip(group.at, self._of(group, one), strict=True)
        }

    def _of(self, group: _Group, standing: Stand) -> Iterator[Plan]:
        """A plan a section; the bound is shared out as the cost is.

        Raises:
            RuntimeError: a plan breaks a demand; a fault of the program, never of the input.
        """
        keys = [self.todo[at].key for at in group.at]
        if standing.changes is None:
            if not standing.impossible:
                bound = round(standing.bound, 2) if len(keys) == 1 and np.isfinite(standing.bound) else None
                yield from (replace(unfound(key), bound=bound) for key in keys)
                return
            words, conflict = why_no_way(group.county, [str(key[1]) for key in keys], self.solver)
            yield from (Plan(key, "infeasible", None, None, words=words, conflict=conflict) for key in keys)
            return
        wrong = faults_of(group.county, standing.changes)
        if wrong:
            raise RuntimeError(f"{keys[0]}: {', '.join(wrong)}")
        status: Status = "optimal" if standing.gap <= self.gap else "gap"
        shares = [self.todo[at].share for at in group.at]
        for key, actions in zip(keys, actions_by_ways(group.county, standing.changes, shares), strict=True):
            cost = round(sum(one.cost for one in actions), 2)
            yield Plan(key, status, cost, round(min(cost * (1 - standing.gap), cost), 2), actions)
