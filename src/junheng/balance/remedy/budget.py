"""What a sum of money buys: the schools it brings to pass, most of them or most of their pupils, proven.

A school passes by itself, so dispersions do not count here; teachers are not moved. Bringing a school to pass costs the
same whatever other schools do, and choosing among schools is a knapsack.

Reference: S. Martello, P. Toth, Knapsack Problems, Wiley 1990.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats, Ints, Problem
from junheng.programs import Program, Solver

SECONDS = 10.0
FINE = 1e4
"""What a budget counts as in the program, so that the solver's tolerance is less than a fen."""
FEN = 0.005
CHOSEN = 0.5
"""Above this a yes-or-no column says yes."""


@dataclass(frozen=True, slots=True, eq=False)
class Bought:
    """What a budget brings about.

    Attributes:
        passing: (n,) schools that pass afterwards.
        added: (n, m) what is added.
        cost: yuan.
        worth: sum over the schools that pass.
        bound: no additions within the budget reach more.
    """

    passing: Flags
    added: Floats
    cost: float
    worth: float
    bound: float


def bought(
    problem: Problem, budget: float, worth: Floats, solver: Solver, *, seconds: float = SECONDS
) -> Bought | None:
    """The most worth of passing schools for a budget.

    Args:
        problem: one county section with its limits; pinned amounts are paid first.
        budget: yuan.
        worth: (n,) what a passing school counts: its pupils, or 1.
        solver: of mixed-integer programs.
        seconds: at most.

    Returns:
        The schools and what to add, or None when the budget does not pay for the pinned amounts.
    """
    left = budget - _price(problem, problem.least)
    if left < -FEN:
        return None
    ways = _ways_within(problem, worth, left)
    solved = solver.solve(_program(problem, ways, left), seconds)
    taken = np.zeros(ways.owner.size, bool) if solved.values is None else solved.values > CHOSEN
    taken = ways.within(taken, left)
    added = problem.least.copy()
    np.add.at(added, ways.owner[taken], ways.more[taken])
    passing = np.zeros(len(problem.schools), bool)
    passing[ways.owner[taken]] = True
    reached = float(worth[passing].sum())
    most = float(worth[np.unique(ways.owner)].sum())
    bound = most if solved.values is None else min(most, -solved.bound)
    return Bought(passing, added, round(_price(problem, added), 2), reached, max(bound, reached))


def bought_for(
    problem: Problem, budgets: Iterable[float], worth: Floats, solver: Solver, *, seconds: float = SECONDS
) -> list[Bought | None]:
    """The same for one budget after the other, the smallest first: a larger one never reaches less."""
    found: list[Bought | None] = []
    for budget in sorted(budgets):
        here, before = bought(problem, budget, worth, solver, seconds=seconds), found[-1] if found else None
        found.append(before if before and (here is None or here.worth < before.worth) else here)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Ways:
    """Ways for schools to pass: whose they are (ways,), what is added beyond the pinned (ways, m), yuan and worth."""

    owner: Ints
    more: Floats
    price: Floats
    worth: Floats

    def within(self, taken: Flags, left: float) -> Flags:
        """The choice without the least worth, until it keeps the budget to the fen."""
        kept = taken.copy()
        while self.price[kept].sum() > left + FEN:
            kept[np.flatnonzero(kept)[np.argmin(self.worth[kept])]] = False
        return kept


def _ways_within(problem: Problem, worth: Floats, left: float) -> _Ways:
    """Every way that the money pays for."""
    pairs = [(school, added) for school in range(len(problem.schools)) for added in _ways(problem, school)]
    owner = np.array([school for school, _ in pairs], np.int64)
    added = np.array([one for _, one in pairs]).reshape(len(pairs), len(problem.indicators))
    more = added - problem.least[owner]
    price = np.round(more * problem.add, 2).sum(axis=1)
    kept = price <= left + FEN
    return _Ways(owner[kept], more[kept], price[kept], worth[owner[kept]])


def _ways(problem: Problem, school: int) -> list[Floats]:
    """(m,) each: what may be added for the school to pass; those that need more of everything are left out."""
    count = len(problem.indicators)
    full, floor = problem.lowest[school], np.maximum(problem.floor[school], problem.least[school])
    found: dict[bytes, Floats] = {}
    for exempted in combinations(range(count), problem.exempt):
        added = np.round(np.where(np.isin(np.arange(count), exempted), np.minimum(full, floor), full), 6)
        if (added <= problem.most[school] + problem.step / 2).all():
            found[added.tobytes()] = added
    several = list(found.values())
    return [one for one in several if not any((other <= one).all() and (other < one).any() for other in several)]


def _program(problem: Problem, ways: _Ways, left: float) -> Program:
    """At most one way for each school, the budget, and what is limited in the whole section."""
    count, schools = ways.owner.size, len(problem.schools)
    limited = np.flatnonzero(np.isfinite(problem.county_most))
    room = problem.county_most[limited] - problem.least[:, limited].sum(axis=0)
    scale = FINE / max(left, 1.0)
    rows = [ways.owner, np.full(count, schools)] + [np.full(count, schools + 1 + at) for at in range(limited.size)]
    values = [np.ones(count), ways.price * scale] + [ways.more[:, at] for at in limited.tolist()]
    return Program(
        cost=-ways.worth,
        upper=np.ones(count),
        whole=np.ones(count, bool),
        row=np.concatenate(rows).astype(np.int64),
        column=np.tile(np.arange(count), len(rows)),
        value=np.concatenate(values),
        lowest=np.full(schools + 1 + limited.size, -np.inf),
        highest=np.concatenate([np.ones(schools), [max(left, 0.0) * scale], np.maximum(room, 0.0)]),
    )


def _price(problem: Problem, added: Floats) -> float:
    return float(np.round(added * problem.add, 2).sum())
