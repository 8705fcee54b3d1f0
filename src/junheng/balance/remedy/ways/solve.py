"""The cheapest plan of a county by all its ways at once, with bound and gap."""

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from junheng.balance.remedy.exact import Answered, Cuts, Standing, near, repeated
from junheng.balance.remedy.fast import rounded
from junheng.balance.remedy.problem import Changes, Floats, Problem
from junheng.balance.remedy.relaxed import relaxed
from junheng.balance.remedy.rounds import Rounds
from junheng.balance.remedy.sharing import together
from junheng.balance.remedy.solve import hopeless
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.county import County, Done, Plans
from junheng.balance.remedy.ways.filling import filled
from junheng.balance.remedy.ways.program import CountyModel
from junheng.programs import Solver

Stand = Standing[Plans]


def solved_by_ways(county: County, solver: Solver | None, *, seconds: float, gap: float) -> Stand:
    """The cheapest plans of the sections together, proven to the ``gap`` where the ``seconds`` suffice.

    Without a solver: a plan that holds, and the bound of the prices shared out; nobody is moved.
    """
    if any(hopeless(one.problem).any() for one in county.parts):
        return Standing(None, np.inf, np.inf, True)
    search = _Search(county, solver, time.monotonic() + seconds, gap)
    standing = search.begun()
    if solver is None or standing.impossible or standing.gap <= gap:
        return standing
    return repeated(search.linear(standing), search.whole, gap)


class _Search(Rounds[Plans]):
    """Programs one after the other, each with the cuts that the answers before it lacked."""

    def __init__(self, county: County, solver: Solver | None, until: float, gap: float) -> None:
        self.county, self.solver, self.until, self.gap = county, solver, until, gap
        self.problems = [one.problem for one in county.parts]
        self.cuts = [Cuts(one) for one in self.problems]

    def begun(self) -> Stand:
        """A plan from what the relaxation exempts, and its bound; both for schools that move nobody."""
        standing: Stand = Standing(None, np.inf, 0.0)
        found = [relaxed(one, self.gap) for one in self.problems]
        for cuts, one in zip(self.cuts, found, strict=True):
            cuts.add(one.value)
        bound = together(self.problems, self.county.links, [one.bound for one in found], self.gap)
        if bound == np.inf:
            return replace(standing, bound=bound, impossible=True)
        starts = [rounded(one, each) for one, each in zip(self.problems, found, strict=True)]
        lows = [one[1] for one in starts if one is not None]
        if len(lows) == len(self.problems):
            nothing = [Changes.of(np.zeros_like(one)) for one in lows]
            standing = self.filled(standing, self.problems, lows, [one.least for one in self.county.parts], nothing)
        return standing.with_bound(bound)

    def filled(
        self,
        standing: Stand,
        afters: Sequence[Problem],
        lows: Sequence[Floats],
        amounts: Sequence[Floats],
        moves: Sequence[Changes],
    ) -> Stand:
        """With the plan that these amounts and moves are filled up to, where there is one and it is cheaper."""
        full = filled(self.county, afters, lows, amounts)
        if full is None:
            return standing
        added = self.county.added(full)
        plans = tuple(Done(one, replace(each, added=more)) for one, each, more in zip(full, moves, added, strict=True))
        if faults_of(self.county, plans):
            return standing
        for cuts, one in zip(self.cuts, plans, strict=True):
            cuts.cones.update(near(cuts.problem, cuts.problem.base + cuts.problem.unit * one.changes.net()))
        return standing.with_plan(plans, self.county.price(plans))

    def following(self, standing: Stand, *, whole: bool) -> tuple[Stand, list[Answered]]:
        """What one more program teaches; no answers when time is over or there is none."""
        standing, found = self.ask(lambda: CountyModel(self.county, self.cuts), standing, whole=whole)
        if found is None:
            return standing, []
        model, values = found
        answers = [Answered(one.model, values) for one in model.parts]
        settled = [one.settled() for one in answers]
        afters, lows = [one[0] for one in settled], [one[1] for one in settled]
        moves = [Changes(np.zeros_like(low), one[2], one[3]) for one, low in zip(settled, lows, strict=True)]
        amounts = [one.amounts(values) for one in model.parts]
        return self.filled(standing, afters, lows, amounts, moves), answers
