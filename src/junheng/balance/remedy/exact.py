"""Closing the gap between plan and bound by mixed-integer programs, each with more of the cones than the one before.

What the fast method has proven is not looked for again: an exemption that would, at the prices of the bound, cost more
than the gap is left out. Every answer is completed exactly (``completion``), so a plan never rests on the tolerances of
the solver; from its bound a millionth is taken off for them.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

import numpy as np

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.level import slack
from junheng.balance.remedy.moves import carried
from junheng.balance.remedy.problem import Changes, Flags, Floats, Ints, Problem
from junheng.balance.remedy.program import Model, Sheet, Wish, tangents
from junheng.balance.remedy.relaxed import Relaxed
from junheng.programs import Solved, Solver


class Written(Protocol):
    """A program written down, and the cost that does not depend on it."""

    sheet: Sheet
    constant: float


SOLVER_TOLERANCE = 1e-6
ROUNDS = 25
LINEAR_ROUNDS = 15
LOOSE = 1e-4
"""Relative excess of a mean square at which the linear rounds end."""
HALF = 0.5
FEN = 0.01
SAFE = 1e-7
"""Added to the gap before an exemption is left out, relative to the cost."""


Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Standing(Generic[Made]):
    """The best plan so far and what is proven: its cost, infinite without a plan, and the bound."""

    changes: Made | None
    cost: float
    bound: float
    impossible: bool = False

    def with_plan(self, changes: Made, cost: float) -> "Standing[Made]":
        """With this feasible plan where it is cheaper."""
        return replace(self, changes=changes, cost=cost) if cost < self.cost else self

    def with_bound(self, bound: float) -> "Standing[Made]":
        return replace(self, bound=max(self.bound, min(bound, self.cost)))

    @property
    def gap(self) -> float:
        """Share of the cost by which the plan may lie above the cheapest."""
        if not np.isfinite(self.cost):
            return float("inf")
        apart = self.cost - self.bound
        return 0.0 if apart <= FEN / 2 else apart / self.cost


Stand = Standing[Changes]


def bettered(standing: Stand, problem: Problem, changes: Changes | None) -> Stand:
    """With these changes where they are feasible and cheaper."""
    if changes is None or broken(problem, changes):
        return standing
    return standing.with_plan(changes, changes.cost(problem))


class Cuts:
    """Which cones are cut, and where."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.cones: set[int] = set()
        self.values: list[Floats] = []

    def add(self, value: Floats) -> bool:
        """Tangents at these values (n, m); whether a cone is cut for the first time."""
        over = np.flatnonzero(~slack(value, self.problem.weight, self.problem.spread)).tolist()
        new = not self.cones.issuperset(over)
        self.cones.update(over)
        self.values.append(value)
        return new

    def ratios(self) -> dict[int, Floats]:
        problem = self.problem
        found = {}
        for at in sorted(self.cones):
            values = [one[:, at] for one in self.values]
            means = [float(problem.weight[:, at] @ value) for value in values]
            lows = [
                problem.base[:, at] + problem.unit[:, at] * np.maximum(one[:, at], 0.0)
                for one in (problem.full, problem.floor)
            ]
            found[at] = tangents([*values, *lows], [*means, means[-1], means[-1]])
        return found


def closed(
    problem: Problem,
    standing: Stand,
    found: Relaxed | None,
    solver: Solver,
    *,
    until: float,
    gap: float,
) -> Stand:
    """A better plan or a better bound, until the gap or the moment ``until`` (``time.monotonic``) is reached.

    ``found`` is the relaxation without moves; None where teachers may move.
    """
    search = _Search(problem, found, solver, until, gap)
    if standing.changes is not None:
        value = problem.base + problem.unit * standing.changes.net()
        search.cuts.cones.update(near(problem, value))
        search.cuts.add(value)
    if found is None:
        standing = search.linear(standing)
    return repeated(standing, search.whole, gap)


def repeated(
    standing: Standing[Made], program: Callable[[Standing[Made]], tuple[Standing[Made], bool | None]], gap: float
) -> Standing[Made]:
    """One ``program`` after the other until the gap is closed or nothing new is learnt."""
    for _ in range(ROUNDS):
        if standing.gap <= gap or standing.impossible:
            break
        before = standing
        standing, learnt = program(standing)
        same = (before.cost, before.bound) == (standing.cost, standing.bound)
        if learnt is None or (same and not learnt):
            break
    return standing


class _Search:
    """Programs one after the other, each with the cuts that the answers before it lacked."""

    def __init__(self, problem: Problem, found: Relaxed | None, solver: Solver, until: float, gap: float) -> None:
        self.problem, self.found, self.solver = problem, found, solver
        self.until, self.gap = until, gap
        self.cuts = Cuts(problem)
        if found is not None:
            self.cuts.add(found.value)

    def linear(self, standing: Stand) -> Stand:
        """Without whole numbers: fast, and where it ends the cuts are those that matter."""
        for _ in range(LINEAR_ROUNDS):
            standing, answer = self._next(standing, whole=False)
            if answer is None or standing.gap <= self.gap:
                break
            value = answer.value()
            if slack(value, self.problem.weight, self.problem.spread * (1 + LOOSE)).all():
                break
            self.cuts.add(value)
        return standing

    def whole(self, standing: Stand) -> tuple[Stand, bool | None]:
        """One program in whole numbers; whether a cone was broken, None when there is no answer."""
        standing, answer = self._next(standing, whole=True)
        if answer is None:
            return standing, None
        value = answer.value()
        kept = slack(value, self.problem.weight, self.problem.spread).all()
        return standing, self.cuts.add(value) or not kept

    def _next(self, standing: Stand, *, whole: bool) -> "tuple[Stand, Answered | None]":
        """What one more program teaches; no answer when time is over or there is none."""
        problem, cuts = self.problem, self.cuts
        left = self.until - time.monotonic()
        if left <= 0:
            return standing, None
        wish = Wish(tuple(sorted(cuts.cones)), cuts.ratios(), allowed(problem, standing, self.found))
        model = Model(problem, wish)
        solved, bound = answered(model, standing.cost, self.solver, left, self.gap / 2 if whole else None)
        if solved.values is None:
            proven = bound == np.inf and standing.changes is None
            return replace(standing, impossible=proven), None
        answer = Answered(model, solved.values)
        return bettered(standing.with_bound(bound), problem, answer.changes()), answer


def near(problem: Problem, value: Floats) -> list[int]:
    """Cones that a plan only just keeps."""
    mean = (problem.weight * value).sum(axis=0)
    square = (problem.weight * value**2).sum(axis=0)
    return np.flatnonzero(np.isfinite(problem.limit) & (square > problem.spread * mean**2 * (1 - NEAR))).tolist()


NEAR = 1e-3


def allowed(problem: Problem, standing: Stand, found: Relaxed | None) -> Flags:
    """(n, m) exemptions that could belong to a cheaper plan."""
    if found is None or not np.isfinite(standing.cost) or problem.exempt != 1:
        return np.ones(problem.base.shape, bool)
    loss = found.gain.max(axis=1, keepdims=True, initial=0.0) - found.gain
    room = standing.cost - found.bound + SAFE * standing.cost
    return np.asarray((loss <= room) | problem.forced)


def answered(model: Written, cost: float, solver: Solver, left: float, gap: float | None) -> tuple[Solved, float]:
    """The answer of the program and its bound in yuan, infinite when it has no solution; ``gap`` None: as linear."""
    if model.sheet.width == 0:
        return Solved(np.empty(0), 0.0, 0.0), model.constant
    scale = max(cost if np.isfinite(cost) else 1e7, 1.0) / 1e3
    program = model.sheet.program(scale)
    if gap is None:
        program = replace(program, whole=np.zeros_like(program.whole))
    solved = solver.solve(program, left, gap or 0.0)
    if solved.values is None:
        return solved, np.inf if solved.infeasible else -np.inf
    bound = solved.bound * scale + model.constant
    return solved, bound - SOLVER_TOLERANCE * abs(bound)


class Answered:
    """The values of a program as exemptions, moves and additions."""

    def __init__(self, model: Model, values: Floats) -> None:
        self.model, self.problem, self.values = model, model.problem, values
        shape = model.problem.base.shape
        has = model.exempt >= 0
        self.share = np.zeros(shape)
        self.share[has] = values[model.exempt[has]]
        self.exempted = self.share > HALF

    def amounts(self) -> Floats:
        """(n, m) what the program itself adds."""
        problem = self.problem
        added = problem.lowest - problem.saving * self.exempted
        for at, columns in self.model.added.items():
            raw = self.values[columns] * self.model.scale[at]
            step = problem.step[at]
            added[:, at] = np.round(np.ceil(raw / step - 1e-4) * step, 6)
        return np.clip(added, problem.least, problem.most)

    def moves(self) -> tuple[Ints, Floats]:
        """Who gives to whom, (k, 3), and how much (k,)."""
        rows: list[Floats] = []
        for at, column in self.model.taken.items():
            given, taken = (np.rint(self.values[one]) for one in (self.model.given[at], column))
            rows.append(carried(at, given, taken, np.zeros_like(given), self.problem.reach))
        whole = np.concatenate([np.empty((0, 4)), *rows])
        return whole[:, :3].astype(np.int64), whole[:, 3]

    def value(self) -> Floats:
        """(n, m) values the program arrives at, in its own real numbers."""
        problem = self.problem
        change = problem.lowest - problem.saving * self.share
        for at, columns in self.model.added.items():
            change[:, at] = self.values[columns] * self.model.scale[at]
            if at in self.model.taken:
                change[:, at] += self.values[self.model.taken[at]] - self.values[self.model.given[at]]
        return np.asarray(problem.base + problem.unit * change)

    def settled(self) -> tuple[Problem, Floats, Ints, Floats]:
        """The problem after its moves, what every school must be added under its exemptions, the moves and amounts."""
        problem = self.problem
        moves, moved = self.moves()
        net = Changes(np.zeros_like(problem.base), moves, moved).net()
        need = np.where(self.exempted, problem.floor, problem.full) - net
        after = replace(problem, base=problem.base + problem.unit * net)
        return after, np.maximum(need, problem.least), moves, moved

    def changes(self) -> Changes:
        """The cheapest additions for its exemptions and moves; what it adds itself where totals are limited."""
        problem = self.problem
        after, low, moves, moved = self.settled()
        added = completed(after, low) if (low <= problem.most + problem.step / 2).all() else None
        if added is not None and (added.sum(axis=0) <= problem.county_most + 1e-6).all():
            return Changes(added, moves, moved)
        return Changes(np.maximum(self.amounts(), np.minimum(low, problem.most)), moves, moved)
