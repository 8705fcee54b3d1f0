"""What a sum of money buys: the schools it brings to pass, most of them or most of their pupils, proven.

A school passes by itself, so dispersions do not count here; teachers are not moved. Bringing a school to pass costs the
same whatever other schools do, and choosing among schools is a knapsack.

Reference: S. Martello, P. Toth, Knapsack Problems, Wiley 1990.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

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
        passing: by section, (n,) schools that pass afterwards.
        added: by section, (n, m) what is added.
        cost: yuan.
        worth: sum over the schools that pass.
        bound: no additions within the budget reach more.
    """

    passing: tuple[Flags, ...]
    added: tuple[Floats, ...]
    cost: float
    worth: float
    bound: float


def bought(
    problems: Sequence[Problem],
    budget: float,
    worth: Sequence[Floats],
    solver: Solver,
    *,
    seconds: float = SECONDS,
) -> Bought | None:
    """The most worth of passing schools for a budget that all sections share.

    Args:
        problems: county sections with their limits; pinned amounts are paid first.
        budget: yuan.
        worth: by section, (n,) what a passing school counts: its pupils, or 1.
        solver: of mixed-integer programs.
        seconds: at most.

    Returns:
        The schools and what to add, or None when the budget does not pay for the pinned amounts.
    """
    left = budget - sum(_price(one, one.least) for one in problems)
    if left < -FEN:
        return None
    ways = _ways_within(problems, worth, left)
    solved = solver.solve(_program(problems, ways, left), seconds)
    taken = np.zeros(ways.owner.size, bool) if solved.values is None else solved.values > CHOSEN
    taken = ways.within(taken, left)
    passing, added = ways.carried_out(problems, taken)
    reached = float(sum(one[passes].sum() for one, passes in zip(worth, passing, strict=True)))
    _, first = np.unique(ways.owner, return_index=True)
    most = float(ways.worth[first].sum())
    bound = most if solved.values is None else min(most, -solved.bound)
    cost = round(sum(_price(one, more) for one, more in zip(problems, added, strict=True)), 2)
    return Bought(passing, added, cost, reached, max(bound, reached))


def bought_for(
    problems: Sequence[Problem],
    budgets: Iterable[float],
    worth: Sequence[Floats],
    solver: Solver,
    *,
    seconds: float = SECONDS,
) -> Iterator[Bought | None]:
    """The same for one budget after the other, the smallest first: a larger one never reaches less."""
    return never_less(bought(problems, budget, worth, solver, seconds=seconds) for budget in sorted(budgets))


Goods = TypeVar("Goods", bound=Bought)


def never_less(found: Iterable[Goods | None]) -> Iterator[Goods | None]:
    """What rising budgets buy: no less than a smaller one before."""
    before: Goods | None = None
    for here in found:
        before = before if before and (here is None or here.worth < before.worth) else here
        yield before


def enough(problems: Sequence[Problem]) -> float:
    """Yuan for which every school that can pass does, each by its cheapest way; totals of a section are not kept."""
    ways = _ways_within(problems, [np.ones(len(one.schools)) for one in problems], np.inf)
    least = np.full(sum(len(one.schools) for one in problems), np.inf)
    np.minimum.at(least, ways.owner, ways.price)
    return round(float(least[np.isfinite(least)].sum()) + sum(_price(one, one.least) for one in problems), 2)


@dataclass(frozen=True, slots=True, eq=False)
class _Ways:
    """Ways for schools to pass: section and school (ways,), what is added beyond the pinned (ways, m), yuan and worth.

    ``owner`` counts the schools of all sections on.
    """

    section: Ints
    school: Ints
    owner: Ints
    more: tuple[Floats, ...]
    price: Floats
    worth: Floats

    def within(self, taken: Flags, left: float) -> Flags:
        """The choice without the least worth, until it keeps the budget to the fen."""
        kept = taken.copy()
        while self.price[kept].sum() > left + FEN:
            kept[np.flatnonzero(kept)[np.argmin(self.worth[kept])]] = False
        return kept

    def carried_out(self, problems: Sequence[Problem], taken: Flags) -> tuple[tuple[Flags, ...], tuple[Floats, ...]]:
        """By section, which schools pass and what is added."""
        passing = tuple(np.zeros(len(one.schools), bool) for one in problems)
        added = tuple(one.least.copy() for one in problems)
        for at in np.flatnonzero(taken).tolist():
            passing[self.section[at]][self.school[at]] = True
            added[self.section[at]][self.school[at]] += self.more[at]
        return passing, added


def _ways_within(problems: Sequence[Problem], worth: Sequence[Floats], left: float) -> _Ways:
    """Every way that the money pays for."""
    begins = np.cumsum([0, *(len(one.schools) for one in problems)])
    held = []
    for at, problem in enumerate(problems):
        for school in range(len(problem.schools)):
            for added in _ways(problem, school):
                more = added - problem.least[school]
                price = float(np.round(more * problem.add, 2).sum())
                if price <= left + FEN:
                    held.append((at, school, begins[at] + school, more, price, worth[at][school]))
    return _Ways(
        section=np.array([one[0] for one in held], np.int64),
        school=np.array([one[1] for one in held], np.int64),
        owner=np.array([one[2] for one in held], np.int64),
        more=tuple(one[3] for one in held),
        price=np.array([one[4] for one in held], float),
        worth=np.array([one[5] for one in held], float),
    )


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


def _program(problems: Sequence[Problem], ways: _Ways, left: float) -> Program:
    """At most one way for each school, the budget, and what is limited in a whole section."""
    count, schools = ways.owner.size, sum(len(one.schools) for one in problems)
    column, scale = np.arange(count), FINE / max(left, 1.0)
    parts = [(ways.owner, column, np.ones(count)), (np.full(count, schools), column, ways.price * scale)]
    highest = [np.ones(schools), np.array([max(left, 0.0) * scale])]
    for section, problem in enumerate(problems):
        here = np.flatnonzero(ways.section == section)
        for at in np.flatnonzero(np.isfinite(problem.county_most)).tolist():
            line = schools + len(highest) - 1
            parts.append((np.full(here.size, line), here, np.array([ways.more[one][at] for one in here.tolist()])))
            highest.append(np.maximum(problem.county_most[[at]] - problem.least[:, at].sum(), 0.0))
    row, columns, value = (np.concatenate(one) for one in zip(*parts, strict=True))
    limits = np.concatenate(highest)
    return Program(
        cost=-ways.worth,
        upper=np.ones(count),
        whole=np.ones(count, bool),
        row=row.astype(np.int64),
        column=columns.astype(np.int64),
        value=value,
        lowest=np.full(limits.size, -np.inf),
        highest=limits,
    )


def _price(problem: Problem, added: Floats) -> float:
    return float(np.round(added * problem.add, 2).sum())
