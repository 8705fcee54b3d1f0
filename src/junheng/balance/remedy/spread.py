"""A plan over the years: which school's changes are paid for when, so that most pupils gain early.

A school passes once all of its changes stand, which takes the longest of their lead times after the money is there.
What a school needs is paid for in one year. Budgets left over are carried on.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from junheng.balance.remedy.budget import CHOSEN, FEN, FINE
from junheng.balance.remedy.plan import Plan
from junheng.balance.remedy.problem import Floats, Ints
from junheng.policy.text import Text
from junheng.programs import Program, Solver

SECONDS = 10.0


Place = tuple[str, str]
"""Section and school code."""


@dataclass(frozen=True, slots=True)
class Spread:
    """When each school's changes are paid for.

    Attributes:
        years: of the budgets.
        paid: school -> year in which its changes are paid for.
        ready: school -> year in which they stand.
        spent: (years,) yuan.
        gained: pupil-years in which a school stands mended, up to the last year.
        bound: no order gains more.
    """

    years: tuple[int, ...]
    paid: Mapping[Place, int]
    ready: Mapping[Place, int]
    spent: tuple[float, ...]
    gained: float
    bound: float

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract: the schools in the order in which they are paid for."""
        order = sorted(self.paid, key=lambda one: (self.paid[one], one))
        return {
            "years": [{"year": year, "spent": spent} for year, spent in zip(self.years, self.spent, strict=True)],
            "schools": [
                {"section": one[0], "school_code": one[1], "paid": self.paid[one], "ready": self.ready[one]}
                for one in order
            ],
            "gained": self.gained,
            "bound": self.bound,
        }


def spread(
    plans: Iterable[Plan],
    budgets: Mapping[int, float],
    pupils: Mapping[Place, float],
    solver: Solver,
    *,
    lead: Mapping[str, int] | None = None,
    seconds: float = SECONDS,
) -> Spread | None:
    """The order of the plans' schools over the years that gains most.

    Args:
        plans: of one county, with their actions.
        budgets: year -> yuan that come in.
        pupils: school -> pupils who gain.
        solver: of mixed-integer programs.
        lead: indicator -> years from money to change; 0 where not given.
        seconds: at most.

    Returns:
        The order, or None when the money does not pay for the plans in time, or lead times end after the last year.
    """
    todo = _todo(plans, lead or {})
    years, schools = sorted(budgets), sorted(todo)
    money = np.cumsum([budgets[year] for year in years])
    pairs = [(one, year) for one in schools for year in years if year + todo[one].wait <= years[-1]]
    if {one for one, _ in pairs} != set(schools):
        return None
    gain = np.array([pupils[one] * (years[-1] - year - todo[one].wait + 1) for one, year in pairs])
    cost = np.array([todo[one].cost for one, _ in pairs])
    at = np.array([schools.index(one) for one, _ in pairs], np.int64)
    when = np.array([years.index(year) for _, year in pairs], np.int64)
    solved = solver.solve(_program(cost, gain, at, when, money), seconds)
    if solved.values is None:
        return None
    taken = np.flatnonzero(solved.values > CHOSEN).tolist()
    paid = dict(pairs[one] for one in taken)
    spent = tuple(sum(todo[one].cost for one, when in paid.items() if when == year) for year in years)
    if (np.cumsum(spent) > money + FEN).any():
        return None
    gained = float(gain[taken].sum())
    ready = {one: year + todo[one].wait for one, year in paid.items()}
    return Spread(tuple(years), paid, ready, spent, gained, max(gained, -solved.bound))


def why_not(plans: Iterable[Plan], budgets: Mapping[int, float], lead: Mapping[str, int] | None = None) -> list[Text]:
    """Why there is no order: for some lead time, what must be paid for early enough exceeds what has come in by then.

    What is left over is carried on, so that there is an order exactly when there is no such lead time.

    Args:
        plans, budgets, lead: as for ``spread``.

    Returns:
        Every reason; empty when there is an order, and it was only not found in the time.
    """
    todo, last = _todo(plans, lead or {}), max(budgets)
    found = []
    for wait in sorted({one.wait for one in todo.values()}):
        need = sum(one.cost for one in todo.values() if one.wait >= wait)
        money = sum(yuan for year, yuan in budgets.items() if year + wait <= last)
        if need > money + FEN or last - wait < min(budgets):
            zh = f"到 {last - wait} 年为止要付 {need:,.2f} 元，那时到位的只有 {money:,.2f} 元"
            en = f"{need:,.2f} yuan must be paid by {last - wait}, and {money:,.2f} have come in by then"
            found.append(
                Text(zh, en) if not wait else Text(f"建设要 {wait} 年的：{zh}", f"lead time {wait} years: {en}")
            )
    return found


@dataclass(slots=True)
class _Todo:
    """What a school costs, and how long its slowest change takes."""

    cost: float = 0.0
    wait: int = 0


def _todo(plans: Iterable[Plan], lead: Mapping[str, int]) -> dict[Place, _Todo]:
    """By school; one that only gives teachers away waits for nothing."""
    found: dict[Place, _Todo] = defaultdict(_Todo)
    for plan in plans:
        for one in plan.actions:
            if one.action != "move_out":
                held = found[plan.key[1], one.school_code]
                held.cost += one.cost
                held.wait = max(held.wait, lead.get(one.indicator, 0))
    return dict(found)


def _program(cost: Floats, gain: Floats, school: Ints, when: Ints, money: Floats) -> Program:
    """Each school once; what is spent up to a year is at most what came in up to it."""
    count, years = int(school.max(initial=-1)) + 1, money.size
    column = np.arange(school.size)
    scale = FINE / max(float(money[-1]), 1.0)
    early = [column[when <= year] for year in range(years)]
    return Program(
        cost=-gain.astype(float),
        upper=np.ones(school.size),
        whole=np.ones(school.size, bool),
        row=np.concatenate([school, *(np.full(one.size, count + year) for year, one in enumerate(early))]),
        column=np.concatenate([column, *early]),
        value=np.concatenate([np.ones(school.size), *(cost[one] * scale for one in early)]),
        lowest=np.concatenate([np.ones(count), np.full(years, -np.inf)]),
        highest=np.concatenate([np.ones(count), money * scale]),
    )
