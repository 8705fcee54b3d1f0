"""What each demand costs: how much cheaper the plan would be without it.

Every demand of the standard, and every limit on what is added, is lifted by itself and the plan made again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.solve import Answer, solve
from junheng.programs import Solver

Kind = Literal["threshold", "dispersion", "count", "total"]


@dataclass(frozen=True, slots=True)
class DemandPrice:
    """What one demand costs.

    Attributes:
        kind: ``threshold`` of an indicator at every school, its ``dispersion``, the ``count`` of indicators a school
            may miss (one more is allowed), the ``total`` that may be added of it.
        indicator: its id; None for the count.
        without: yuan of the plan without the demand; None where none was found.
        saved: yuan, at the least by the bound of the whole plan and at the most by that of the plan without.
    """

    kind: Kind
    indicator: str | None
    without: float | None
    saved: tuple[float, float]


def demand_prices(
    problem: Problem, answer: Answer, solver: Solver | None = None, *, seconds: float = 5.0
) -> tuple[DemandPrice, ...]:
    """The price of every demand, the dearest first; demands that cost nothing are left out.

    Args:
        problem: one county section.
        answer: its plan.
        solver: of mixed-integer programs; None for the fast method.
        seconds: for each demand.
    """
    found = []
    for kind, indicator, eased in _eased(problem):
        other = solve(eased, solver, seconds=seconds)
        least = max(0.0, answer.bound - other.cost)
        most = max(0.0, answer.cost - other.bound)
        if other.cost < answer.cost:
            found.append(DemandPrice(kind, indicator, other.cost, (least, most)))
    return tuple(sorted(found, key=lambda one: one.without if one.without is not None else np.inf))


def _eased(problem: Problem) -> Iterator[tuple[Kind, str | None, Problem]]:
    """The problem without each demand in turn."""
    for at, id_ in enumerate(problem.indicators):
        full, floor = problem.full.copy(), problem.floor.copy()
        full[:, at], floor[:, at] = np.minimum(full[:, at], 0.0), np.minimum(floor[:, at], 0.0)
        yield "threshold", id_, replace(problem, full=full, floor=floor)
        if np.isfinite(problem.limit[at]):
            yield "dispersion", id_, replace(problem, limit=_lifted(problem.limit, at))
        if np.isfinite(problem.county_most[at]):
            yield "total", id_, replace(problem, county_most=_lifted(problem.county_most, at))
    yield "count", None, replace(problem, exempt=problem.exempt + 1)


def _lifted(limits: np.ndarray, at: int) -> np.ndarray:
    free = limits.copy()
    free[at] = np.inf
    return free
