"""The cheapest plan of a county by all its ways at once, with bound and gap."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from junheng.balance.remedy.exact import Answered, Cuts, Standing, near, repeated
from junheng.balance.remedy.fast import rounded
from junheng.balance.remedy.problem import Changes, Floats
from junheng.balance.remedy.relaxed import relaxed
from junheng.balance.remedy.rounds import Rounds
from junheng.balance.remedy.solve import hopeless
from junheng.balance.remedy.ways.checker import broken_by, over_county
from junheng.balance.remedy.ways.filling import filled
from junheng.balance.remedy.ways.levers import Levers
from junheng.balance.remedy.ways.program import CountyModel, LeversModel
from junheng.programs import Solver


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """The plan of one section: amounts (n, k) of its ways, and what that changes."""

    amounts: Floats
    changes: Changes


Plans = tuple[Done, ...]
Stand = Standing[Plans]


def solved_by_ways(parts: Sequence[Levers], solver: Solver | None, *, seconds: float, gap: float) -> Stand:
    """The cheapest plans of the sections together, proven to the ``gap`` where the ``seconds`` suffice.

    Without a solver: a plan that holds, and the bound of the prices shared out; nobody is moved.
    """
    if any(hopeless(one.problem).any() for one in parts):
        return Standing(None, np.inf, np.inf, True)
    search = _Search(parts, solver, time.monotonic() + seconds, gap)
    standing = search.begun()
    if solver is None or standing.impossible or standing.gap <= gap:
        return standing
    return repeated(search.linear(standing), search.whole, gap)


def faults_of(parts: Sequence[Levers], plans: Plans) -> list[str]:
    """What the plans break; empty when they keep everything."""
    found = [
        name for one, plan in zip(parts, plans, strict=True) for name in broken_by(one, plan.amounts, plan.changes)
    ]
    return [*found, *over_county(parts, [one.amounts for one in plans], [one.changes for one in plans])]


class _Search(Rounds[Plans]):
    """Programs one after the other, each with the cuts that the answers before it lacked."""

    def __init__(self, parts: Sequence[Levers], solver: Solver | None, until: float, gap: float) -> None:
        self.parts, self.solver, self.until, self.gap = parts, solver, until, gap
        self.cuts = [Cuts(one.problem) for one in parts]

    def begun(self) -> Stand:
        """A plan from what the relaxation exempts, and its bound; both for schools that move nobody."""
        standing: Stand = Standing(None, np.inf, 0.0)
        found = [relaxed(one.problem, self.gap) for one in self.parts]
        bound = 0.0
        plans: list[Done] = []
        for levers, cuts, one in zip(self.parts, self.cuts, found, strict=True):
            cuts.add(one.value)
            if not levers.problem.movable.any():
                bound += one.bound
            start = rounded(levers.problem, one) if np.isfinite(one.bound) else None
            amounts = None if start is None else filled(levers, levers.problem, start[1], levers.least)
            if amounts is not None:
                plans.append(Done(amounts, Changes.of(levers.added(amounts))))
        if bound == np.inf:
            return replace(standing, bound=bound, impossible=True)
        return self.bettered(standing, tuple(plans)).with_bound(bound)

    def bettered(self, standing: Stand, plans: Plans) -> Stand:
        """With these plans where they hold and are cheaper."""
        if len(plans) < len(self.parts) or faults_of(self.parts, plans):
            return standing
        for cuts, one in zip(self.cuts, plans, strict=True):
            cuts.cones.update(near(cuts.problem, cuts.problem.base + cuts.problem.unit * one.changes.net()))
        cost = sum(one.price(plan.amounts, plan.changes) for one, plan in zip(self.parts, plans, strict=True))
        return standing.with_plan(plans, round(cost, 2))

    def following(self, standing: Stand, *, whole: bool) -> tuple[Stand, list[Answered]]:
        """What one more program teaches; no answers when time is over or there is none."""
        standing, found = self.ask(lambda: CountyModel(self.parts, self.cuts), standing, whole=whole)
        if found is None:
            return standing, []
        county, values = found
        answers = [Answered(one.model, values) for one in county.parts]
        plans = [_plan(one, answer, values) for one, answer in zip(county.parts, answers, strict=True)]
        return self.bettered(standing, tuple(one for one in plans if one is not None)), answers


def _plan(part: LeversModel, answer: Answered, values: Floats) -> Done | None:
    """A plan that holds beside the answer of a program; None where none is found."""
    levers = part.levers
    after, low, moves, moved = answer.settled()
    amounts = filled(levers, after, low, part.amounts(values))
    return None if amounts is None else Done(amounts, Changes(levers.added(amounts), moves, moved))
