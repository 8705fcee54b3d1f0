"""Sections under one roof: what is added to a school counts in each of its sections, by its share, and is paid once.

A county with schools of several sections is one program: the programs of its sections side by side, and for every
shared quantity of a school one equation between the amounts they add to it. The first section of the pair bears the
cost. The cones are cut as for one section (``exact``); every answer is completed section by section, the larger amount
taken at shared schools, until nothing changes.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.exact import Answered, Cuts, Standing, near, repeated
from junheng.balance.remedy.fast import rounded
from junheng.balance.remedy.problem import Changes, Floats, Ints, Problem
from junheng.balance.remedy.program import Model, Sheet, Wish
from junheng.balance.remedy.relaxed import relaxed
from junheng.balance.remedy.rounds import Rounds
from junheng.balance.remedy.sharing import together
from junheng.programs import Solver

REPEATS = 40
"""Completions after which amounts that still rise are given up."""

Plans = tuple[Changes, ...]
Stand = Standing[Plans]


@dataclass(frozen=True, eq=False)
class Joint:
    """The sections of a county.

    Attributes:
        problems: one for each section, with amounts of whole schools where they are shared.
        links: (k, 5) of every quantity that two sections share: the one section and its school, the other section and
            its school, the indicator.
    """

    problems: tuple[Problem, ...]
    links: Ints

    @cached_property
    def paid(self) -> tuple[Floats, ...]:
        """(n, m) for each section, 0 where the other section of a pair bears the cost."""
        found = tuple(np.ones(one.base.shape) for one in self.problems)
        for _, _, section, school, at in self.links.tolist():
            found[section][school, at] = 0.0
        return found

    @cached_property
    def own(self) -> tuple[frozenset[int], ...]:
        """Indicators of each section with something shared."""
        ends = np.concatenate([self.links[:, [0, 4]], self.links[:, [2, 4]]])
        return tuple(frozenset(ends[ends[:, 0] == at, 1].tolist()) for at in range(len(self.problems)))

    def equal(self, amounts: Sequence[Floats]) -> list[Floats]:
        """The amounts (n, m) of every section with the larger one at both ends of every link."""
        found = [one.copy() for one in amounts]
        for one, first, other, second, at in self.links.tolist():
            larger = max(found[one][first, at], found[other][second, at])
            found[one][first, at] = found[other][second, at] = larger
        return found

    def cost(self, plans: Plans) -> float:
        """Yuan, every action to the fen and shared ones once."""
        shared = sum(
            round(float(plans[section].added[school, at] * self.problems[section].add[at]), 2)
            for _, _, section, school, at in self.links.tolist()
        )
        whole = sum(one.cost(problem) for one, problem in zip(plans, self.problems, strict=True))
        return round(whole - shared, 2)

    def broken(self, plans: Plans) -> list[str]:
        """What the plans break; empty when they keep everything."""
        found = [name for one, each in zip(self.problems, plans, strict=True) for name in broken(one, each)]
        apart = any(
            plans[one].added[first, at] != plans[other].added[second, at]
            for one, first, other, second, at in self.links.tolist()
        )
        return [*found, *(["shared"] if apart else [])]


def solved_together(joint: Joint, solver: Solver | None, *, seconds: float, gap: float) -> Stand:
    """The cheapest plans of the sections together, proven to the ``gap`` where the ``seconds`` suffice.

    Without a solver the bound is that of ``together``: prices shared out among the sections.
    """
    search = _Search(joint, solver, time.monotonic() + seconds, gap)
    standing = search.begun()
    if solver is None or standing.impossible or standing.gap <= gap:
        return standing
    return repeated(search.linear(standing), search.whole, gap)


class JointModel:
    """One program for all sections of a county."""

    def __init__(self, joint: Joint, cuts: Sequence[Cuts]) -> None:
        self.sheet = Sheet()
        self.models = [
            Model(
                problem,
                Wish(tuple(sorted(one.cones)), one.ratios(), np.ones(problem.base.shape, bool), own, paid),
                self.sheet,
            )
            for problem, one, own, paid in zip(joint.problems, cuts, joint.own, joint.paid, strict=True)
        ]
        self.constant = sum(one.constant for one in self.models)
        for one, first, other, second, at in joint.links.tolist():
            ends = (self.models[one], first), (self.models[other], second)
            columns = np.array([model.added[at][school] for model, school in ends])
            scales = np.array([model.scale[at][school] for model, school in ends])
            row = self.sheet.rows(np.zeros(1), np.zeros(1))
            self.sheet.put(row, columns, scales / scales[0] * np.array([1.0, -1.0]))


class _Search(Rounds[Plans]):
    """Programs one after the other, each with the cuts that the answers before it lacked."""

    def __init__(self, joint: Joint, solver: Solver | None, until: float, gap: float) -> None:
        self.joint, self.solver, self.until, self.gap = joint, solver, until, gap
        self.cuts = [Cuts(one) for one in joint.problems]

    def begun(self) -> Stand:
        """Each section by the fast method, the larger amount at shared schools."""
        standing: Stand = Standing(None, np.inf, 0.0)
        found = [relaxed(one, self.gap) for one in self.joint.problems]
        for cuts, one in zip(self.cuts, found, strict=True):
            cuts.add(one.value)
        bound = together(self.joint.problems, self.joint.links, [one.bound for one in found], self.gap)
        if bound == np.inf:
            return replace(standing, bound=bound, impossible=True)
        plans = [rounded(one, each) for one, each in zip(self.joint.problems, found, strict=True)]
        lows = [one[1] for one in plans if one is not None]
        if len(lows) == len(plans):
            nothing = [Changes.of(one) for one in lows]
            standing = self.bettered(standing, self.joint.problems, lows, nothing)
        return standing.with_bound(bound)

    def bettered(
        self, standing: Stand, problems: Sequence[Problem], lows: Sequence[Floats], moves: Sequence[Changes]
    ) -> Stand:
        """With the completion of what every section needs at least, where it is feasible and cheaper."""
        added = _completed(self.joint, problems, lows)
        if added is None:
            return standing
        plans = tuple(replace(one, added=each) for one, each in zip(moves, added, strict=True))
        if self.joint.broken(plans):
            return standing
        for cuts, one, problem in zip(self.cuts, plans, self.joint.problems, strict=True):
            cuts.cones.update(near(problem, problem.base + problem.unit * one.net()))
        return standing.with_plan(plans, self.joint.cost(plans))

    def following(self, standing: Stand, *, whole: bool) -> tuple[Stand, list[Answered]]:
        """What one more program teaches; no answers when time is over or there is none."""
        standing, found = self.ask(lambda: JointModel(self.joint, self.cuts), standing, whole=whole)
        if found is None:
            return standing, []
        model, values = found
        answers = [Answered(one, values) for one in model.models]
        settled = [one.settled() for one in answers]
        problems = [one[0] for one in settled]
        moves = [Changes(one[1], one[2], one[3]) for one in settled]
        lows = [one[1] for one in settled]
        with_its = [
            np.maximum(low, self._shared(one, at)) for at, (low, one) in enumerate(zip(lows, answers, strict=True))
        ]
        its = [np.maximum(low, one.amounts()) for low, one in zip(lows, answers, strict=True)]
        for start in (lows, with_its, its):
            standing = self.bettered(standing, problems, start, moves)
        return standing, answers

    def _shared(self, answer: Answered, section: int) -> Floats:
        """(n, m) what the program itself adds of what is shared, nothing of the rest."""
        amounts, found = answer.amounts(), np.zeros(answer.problem.base.shape)
        for one, first, other, second, at in self.joint.links.tolist():
            for end, school in ((one, first), (other, second)):
                if end == section:
                    found[school, at] = amounts[school, at]
        return found


def _completed(joint: Joint, problems: Sequence[Problem], lows: Sequence[Floats]) -> list[Floats] | None:
    """The additions of every section, at least ``lows``, alike where they are shared; None when none are found."""
    now = joint.equal(lows)
    for _ in range(REPEATS):
        parts = []
        for problem, low in zip(problems, now, strict=True):
            fits = (low <= problem.most + problem.step / 2).all()
            added = completed(problem, low) if fits else None
            if added is None:
                return None
            parts.append(added)
        now = joint.equal(parts)
        if all((one == other).all() for one, other in zip(now, parts, strict=True)):
            return now
    return None
