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
from junheng.balance.remedy.plan import Plan, Status, actions_of
from junheng.balance.remedy.sections import Distances, Section, sections
from junheng.balance.remedy.solve import GAP, SECONDS, Answer, solve
from junheng.policy.text import Text
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
        seconds: at most, for each county section.
        gap: relative, at which a plan counts as proven.
        fast: only the fast method: a plan with its proven gap in milliseconds. Nobody is moved, and the bound is one on
            plans without moves.
        progress: told how many county sections are done.

    Raises:
        InputError: the standard cannot be mended by adding.
        RuntimeError: a plan does not pass ``evaluate``; a fault of the program, never of the input.
    """
    todo = list(sections(evaluation, replace(costs, move={}) if fast else costs, distances))
    plans = []
    with nullcontext() if fast else Solver() as solver:
        for at, one in enumerate(todo):
            plans.append(_plan(one, costs, solver, seconds, gap))
            if progress:
                progress(at + 1, len(todo))
        plans = _within_budget(plans, todo, costs, solver, seconds)
    after = judged_again(evaluation, plans)
    passes = {row[:-1]: row[-1] for row in after.counties.select(*after.keys, "passes").iter_rows()}
    return Remedy(tuple(_confirmed(one, passes[one.key]) for one in plans), after)


def _plan(section: Section, costs: Costs, solver: Solver | None, seconds: float, gap: float) -> Plan:
    problem = section.problem
    if problem is None:
        zh = "；".join(one.zh for one in section.unfit)
        en = "; ".join(one.en for one in section.unfit)
        return Plan(
            section.key,
            "refused",
            None,
            None,
            words=Text(f"无法评定，不能做方案：{zh}", f"Not judgeable, no plan: {en}"),
        )
    answer = solve(problem, solver, seconds=seconds, gap=gap)
    if answer.changes is not None:
        wrong = broken(problem, answer.changes)
        if wrong:
            raise RuntimeError(f"{section.key}: {', '.join(wrong)}")
        status: Status = "optimal" if answer.gap <= gap else "gap"
        bound = round(min(answer.bound, answer.cost), 2)
        return Plan(section.key, status, answer.cost, bound, actions_of(problem, answer.changes))
    if answer.impossible:
        words, conflict = why_impossible(problem, costs.limits, solver)
        return Plan(section.key, "infeasible", None, None, words=words, conflict=conflict)
    return Plan(section.key, "gap", None, _known(answer), words=NOT_FOUND)


NOT_FOUND = Text(
    "在给定时间内没有找到方案，也没有证明不存在；可以延长 --seconds",
    "No plan was found in the time given, nor is it proven that there is none; more --seconds may help",
)


def _known(answer: Answer) -> float | None:
    return round(answer.bound, 2) if np.isfinite(answer.bound) else None


def _within_budget(
    plans: Sequence[Plan], todo: Sequence[Section], costs: Costs, solver: Solver | None, seconds: float
) -> list[Plan]:
    """The plans of counties whose sections together keep the budget; of the others, why they do not."""
    budget = costs.limits.budget
    if budget is None:
        return list(plans)
    kept = list(plans)
    for county in _by_county(plans):
        spent = sum(plans[at].cost or 0.0 for at in county)
        if spent <= budget + 0.005:
            continue
        parts = {at: problem for at in county if (problem := todo[at].problem) is not None}
        closer = {at: solve(problem, solver, seconds=seconds, gap=0.0) for at, problem in parts.items()}
        sure = sum(one.bound for one in closer.values())
        if sum(one.cost for one in closer.values()) <= budget + 0.005:
            for at, one in closer.items():
                kept[at] = _plan_of(plans[at], parts[at], one)
            continue
        least = sum(plans[at].bound or 0.0 for at in county)
        if max(sure, least) <= budget:
            kept = [
                replace(one, status="gap", cost=None, actions=(), words=NOT_FOUND) if at in county else one
                for at, one in enumerate(kept)
            ]
            continue
        words, conflict = why_over_budget(list(parts.values()), budget, max(sure, least))
        for at in parts:
            kept[at] = replace(plans[at], status="infeasible", cost=None, actions=(), words=words, conflict=conflict)
    return kept


def _plan_of(plan: Plan, problem: Any, answer: Answer) -> Plan:
    changes = answer.changes
    return (
        plan
        if changes is None
        else replace(
            plan, cost=answer.cost, bound=round(min(answer.bound, answer.cost), 2), actions=actions_of(problem, changes)
        )
    )


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
