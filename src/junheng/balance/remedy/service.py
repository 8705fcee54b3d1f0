"""From a judged table and unit costs to the cheapest plans, each checked twice before anyone sees it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from junheng.balance.evaluation import Evaluation
from junheng.balance.remedy.applied import judged_again
from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.conflicts import why_impossible, why_over_budget
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.plan import NOT_FOUND, Plan, Status, actions_of, refused, unfound
from junheng.balance.remedy.ranges import with_ends
from junheng.balance.remedy.roofs import CLASH, Roof, roofs
from junheng.balance.remedy.sections import Distances, Section, Shares, sections
from junheng.balance.remedy.solve import GAP, SECONDS, Answer, solve
from junheng.balance.remedy.ways.plans import ByWays
from junheng.balance.remedy.ways.table import set_out
from junheng.programs import Solver

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Remedy:
    """The plans of a table, in the order of its counties and sections, and the verdict after them."""

    plans: tuple[Plan, ...]
    after: Evaluation

    @property
    def answered(self) -> bool:
        """Whether every county section has its plan."""
        return all(one.cost is not None for one in self.plans)

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract: one entry per county and section (and year)."""
        entries = self.entries()
        return {"standard": self.after.standard.id, "counties": [one.to_dict(entries[one.key]) for one in self.plans]}

    def entries(self) -> Mapping[tuple[Any, ...], Mapping[str, Any]]:
        """The counties of the verdict after the plans, by key."""
        keys = self.after.keys
        return {tuple(entry[name] for name in keys): entry for entry in self.after.to_dict()["counties"]}


def remedy(
    evaluation: Evaluation,
    costs: Costs,
    *,
    distances: Distances | None = None,
    shares: Shares | None = None,
    seconds: float = SECONDS,
    gap: float = GAP,
    fast: bool = False,
    progress: Progress | None = None,
) -> Remedy:
    """The least costly changes after which every county section passes.

    Args:
        evaluation: of the flat table, by ``evaluate``.
        costs: unit costs and limits.
        distances: kilometres between schools; needed when ``costs.max_move_km`` is set.
        shares: of schools of several sections (``shares_of``): what is added to such a school is paid once and counts
            in each of its sections; cost and bound of the sections of a county are then shares of what is worked out
            for them together. None: every section by itself.
        seconds: at most, for each county section.
        gap: relative, at which a plan counts as proven.
        fast: only the fast method: a plan with its proven gap in milliseconds. Nobody is moved, and the bound is one on
            plans without moves.
        progress: told how many county sections are done.

    Raises:
        InputError: the standard cannot be mended by adding, or a limit of some way is not known.
        RuntimeError: a plan does not pass ``evaluate``; a fault of the program, never of the input.
    """
    if fast:
        costs = replace(costs, move={})
    if costs.extended:
        with nullcontext() if fast else Solver() as solver:
            table = set_out(evaluation, costs, distances, shares)
            return _remedy(evaluation, ByWays(costs, solver, seconds, gap).plans(table, progress), costs)
    todo = list(sections(evaluation, costs, distances, shares))
    together = dict(roofs(todo)) if shares else {}
    held: dict[int, Plan] = {}
    with nullcontext() if fast else Solver() as solver:
        work = _Work(todo, together, costs, solver, seconds, gap)
        for at in range(len(todo)):
            if at not in held:
                held |= work.plans(at)
            if progress:
                progress(at + 1, len(todo))
        plans = _within_budget([held[at] for at in range(len(todo))], work)
    return _remedy(evaluation, plans, costs)


def _remedy(evaluation: Evaluation, plans: Sequence[Plan], costs: Costs) -> Remedy:
    """The plans with the verdict after them, and with the ends of their costs."""
    after = judged_again(evaluation, plans)
    passes = {row[:-1]: row[-1] for row in after.counties.select(*after.keys, "passes").iter_rows()}
    return Remedy(tuple(with_ends(_confirmed(one, passes[one.key]), costs) for one in plans), after)


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """What is to be planned, with what and how long; ``together`` by the positions of its sections."""

    todo: Sequence[Section]
    together: Mapping[tuple[int, int], Roof]
    costs: Costs
    solver: Solver | None
    seconds: float
    gap: float

    def plans(self, at: int) -> dict[int, Plan]:
        """The plan of a section, or those of both sections under one roof, by position."""
        pair = next((pair for pair in self.together if at in pair), None)
        if pair is None:
            return {at: _plan(self.todo[at], self)}
        return dict(zip(pair, _plans(self.together[pair], self), strict=True))


def _plans(roof: Roof, work: _Work) -> list[Plan]:
    standing = roof.solved(work.solver, len(roof.sections) * work.seconds, work.gap)
    if standing.changes is not None:
        return roof.plans(standing, work.gap)
    if not standing.impossible:
        return [unfound(one.key) for one in roof.sections]
    alone = [_plan(one, work) for one in roof.sections]
    if any(one.status == "infeasible" for one in alone):
        return [replace(one, status="infeasible", cost=None, bound=None, actions=()) for one in alone]
    return [Plan(one.key, "infeasible", None, None, words=CLASH) for one in roof.sections]


def _plan(section: Section, work: _Work) -> Plan:
    problem = section.problem
    if problem is None:
        return refused(section)
    answer = solve(problem, work.solver, seconds=work.seconds, gap=work.gap)
    if answer.changes is not None:
        wrong = broken(problem, answer.changes)
        if wrong:
            raise RuntimeError(f"{section.key}: {', '.join(wrong)}")
        status: Status = "optimal" if answer.gap <= work.gap else "gap"
        bound = round(min(answer.bound, answer.cost), 2)
        return Plan(section.key, status, answer.cost, bound, actions_of(problem, answer.changes, section.share))
    if answer.impossible:
        words, conflict = why_impossible(problem, work.costs.limits, work.solver)
        return Plan(section.key, "infeasible", None, None, words=words, conflict=conflict)
    return unfound(section.key, _known(answer))


def _known(answer: Answer) -> float | None:
    return round(answer.bound, 2) if np.isfinite(answer.bound) else None


def _within_budget(plans: Sequence[Plan], work: _Work) -> list[Plan]:
    """The plans of counties whose sections together keep the budget; of the others, why they do not."""
    budget, todo, together = work.costs.limits.budget, work.todo, work.together
    if budget is None:
        return list(plans)
    kept = list(plans)
    for county in _by_county(plans):
        spent = sum(plans[at].cost or 0.0 for at in county)
        if spent <= budget + 0.005:
            continue
        linked = [pair for pair in together if pair[0] in county]
        alone = [at for at in county if todo[at].problem and not any(at in pair for pair in linked)]
        closer = [_closer_together(pair, plans, work) for pair in linked] + [_closer(at, plans, work) for at in alone]
        sure = sum(one.bound for one in closer)
        if sum(one.cost for one in closer) <= budget + 0.005:
            for at, plan in (item for one in closer for item in one.plans.items()):
                kept[at] = plan
            continue
        least = sum(plans[at].bound or 0.0 for at in county)
        if max(sure, least) <= budget:
            for at in county:
                kept[at] = replace(plans[at], status="gap", cost=None, actions=(), words=NOT_FOUND)
            continue
        apart = [problem for at in alone if not linked and (problem := todo[at].problem) is not None]
        words, conflict = why_over_budget(apart, budget, max(sure, least))
        for at in (at for one in closer for at in one.plans):
            kept[at] = replace(plans[at], status="infeasible", cost=None, actions=(), words=words, conflict=conflict)
    return kept


@dataclass(frozen=True, slots=True, eq=False)
class _Closer:
    """An answer without a gap, and the plans of its sections by position."""

    cost: float
    bound: float
    plans: Mapping[int, Plan]


def _closer(at: int, plans: Sequence[Plan], work: _Work) -> _Closer:
    section = work.todo[at]
    if section.problem is None:
        raise ValueError(section.key)
    answer = solve(section.problem, work.solver, seconds=work.seconds, gap=0.0)
    if answer.changes is None:
        return _Closer(answer.cost, answer.bound, {at: plans[at]})
    actions, bound = actions_of(section.problem, answer.changes, section.share), min(answer.bound, answer.cost)
    plan = replace(plans[at], cost=answer.cost, bound=round(bound, 2), actions=actions)
    return _Closer(answer.cost, answer.bound, {at: plan})


def _closer_together(pair: tuple[int, int], plans: Sequence[Plan], work: _Work) -> _Closer:
    roof = work.together[pair]
    standing = roof.solved(work.solver, len(pair) * work.seconds, 0.0)
    before = [plans[at] for at in pair]
    if standing.changes is None:
        return _Closer(standing.cost, standing.bound, dict(zip(pair, before, strict=True)))
    found = zip(roof.plans(standing, 0.0), before, strict=True)
    closer = [replace(one, status=other.status) for one, other in found]
    return _Closer(standing.cost, standing.bound, dict(zip(pair, closer, strict=True)))


def _by_county(plans: Sequence[Plan]) -> Iterator[list[int]]:
    """Positions of the plans of one county in one year."""
    groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(plans):
        groups[one.key[0], *one.key[2:]].append(at)
    return iter(groups.values())


def _confirmed(plan: Plan, passes: bool | None) -> Plan:
    """The plan with the verdict after it.

    Raises:
        RuntimeError: the county does not pass.
    """
    if plan.cost is not None and passes is not True:
        raise RuntimeError(f"{plan.key}: the plan does not pass evaluate")
    return replace(plan, passes=passes)
