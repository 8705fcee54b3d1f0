"""What each demand costs: how much cheaper the plan would be without it, and who drives a dispersion.

Every demand of the standard, every limit on what is added and every school is lifted by itself and the plan made again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from junheng.balance.remedy.problem import Changes, Floats, Problem
from junheng.balance.remedy.sections import Key, Section, named
from junheng.balance.remedy.solve import Answer, solve
from junheng.programs import Solver

Kind = Literal["threshold", "dispersion", "count", "total", "school", "way", "posts"]


@dataclass(frozen=True, slots=True)
class DemandPrice:
    """What one demand costs.

    Attributes:
        kind: ``threshold`` of an indicator at every school, its ``dispersion``, the ``count`` of indicators a school
            may miss (one more is allowed), the ``total`` that may be added of it, or a whole ``school``: the others are
            planned for without it, in dispersions too; with several ways also the limits on a ``way`` or on ``posts``.
        indicator: its id; None for the count, a school, a way and posts.
        without: yuan of the plan without the demand; None where none was found.
        saved: yuan, at the least by the bound of the whole plan and at the most by that of the plan without.
        school: its code; None but for a school.
        way: means and name of a way (``train L1``); None but for a way.
        section: whose dispersion it is, where sections are planned together.
    """

    kind: Kind
    indicator: str | None
    without: float | None
    saved: tuple[float, float]
    school: str | None = None
    way: str | None = None
    section: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "indicator": self.indicator,
            "school_code": self.school,
            "without": self.without,
            "saved_least": self.saved[0],
            "saved_most": self.saved[1],
            **({"way": self.way} if self.way else {}),
            **({"section": self.section} if self.section else {}),
        }


def demand_prices(
    problem: Problem,
    answer: Answer,
    solver: Solver | None = None,
    *,
    seconds: float = 5.0,
    schools: bool = False,
    progress: Callable[[], None] = lambda: None,
) -> tuple[DemandPrice, ...]:
    """The price of every demand, the dearest first; demands that cost nothing are left out.

    Args:
        problem: one county section.
        answer: its plan.
        solver: of mixed-integer programs; None for the fast method.
        seconds: for each demand.
        schools: whether each school is left out in turn as well.
        progress: called after each.
    """
    found = []
    for kind, name, eased in (*_eased(problem), *(_left_out(problem) if schools else ())):
        other = solve(eased, solver, seconds=seconds)
        least = max(0.0, answer.bound - other.cost)
        most = max(0.0, answer.cost - other.bound)
        if other.cost < answer.cost:
            indicator, school = (None, name) if kind == "school" else (name, None)
            found.append(DemandPrice(kind, indicator, other.cost, (least, most), school))
        progress()
    return tuple(sorted(found, key=lambda one: one.without if one.without is not None else np.inf))


def demands(problem: Problem, *, schools: bool) -> int:
    """How many ``demand_prices`` looks at."""
    several = len(problem.indicators) + 1
    more = np.isfinite(problem.limit).sum() + np.isfinite(problem.county_most).sum()
    return int(several + more) + (len(problem.schools) if schools and len(problem.schools) > 1 else 0)


@dataclass(frozen=True, slots=True)
class Driver:
    """A school that drives a dispersion.

    Attributes:
        indicator: its id.
        school: its code.
        share: of the weighted squared distances from the mean, 0 to 1.
        level: its value in means: above one it lies above.
    """

    indicator: str
    school: str
    share: float
    level: float

    def to_dict(self) -> dict[str, Any]:
        return {"indicator": self.indicator, "school_code": self.school, "share": self.share, "level": self.level}


def drivers(problem: Problem, changes: Changes, *, most: int = 3) -> tuple[Driver, ...]:
    """For each dispersion that has a limit, the schools with the largest share in it once the plan is carried out."""
    value = problem.base + problem.unit * changes.net()
    mean = (problem.weight * value).sum(axis=0)
    apart = problem.weight * (value - mean) ** 2
    found = []
    for at in np.flatnonzero(np.isfinite(problem.limit) & (apart.sum(axis=0) > 0)).tolist():
        share = apart[:, at] / apart[:, at].sum()
        for school in np.argsort(-share, kind="stable")[:most].tolist():
            level = float(value[school, at] / mean[at])
            found.append(Driver(problem.indicators[at], problem.schools[school], float(share[school]), level))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Priced:
    """The demands of a county section that has a plan of the fast method: its cost and bound in yuan, the price of
    every demand and school, and who drives its dispersions."""

    key: Key
    cost: float
    bound: float
    prices: tuple[DemandPrice, ...]
    drivers: tuple[Driver, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            **named(self.key),
            "cost": self.cost,
            "bound": self.bound,
            "demands": [one.to_dict() for one in self.prices],
            "drivers": [one.to_dict() for one in self.drivers],
        }


def priced(section: Section, *, progress: Callable[[], None] = lambda: None) -> Priced | None:
    """Prices and drivers by the fast method, nobody moved; None where the section has no plan.

    Args:
        section: its problem without moves.
        progress: called after each of ``demands``.
    """
    if section.problem is None:
        return None
    answer = solve(section.problem)
    if answer.changes is None:
        return None
    prices = demand_prices(section.problem, answer, schools=True, progress=progress)
    return Priced(section.key, answer.cost, answer.bound, prices, drivers(section.problem, answer.changes))


Eased = Iterator[tuple[Kind, str | None, Problem]]


def _eased(problem: Problem) -> Eased:
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


def _left_out(problem: Problem) -> Eased:
    """The problem without each school in turn."""
    if len(problem.schools) > 1:
        yield from (("school", code, without(problem, at)) for at, code in enumerate(problem.schools))


def without(problem: Problem, school: int) -> Problem:
    """The same county section without a school: it needs nothing, and no dispersion counts it."""
    kept = np.arange(len(problem.schools)) != school
    weight = problem.weight[kept]
    rows = {name: getattr(problem, name)[kept] for name in ("base", "unit", "full", "floor", "least", "most")}
    return replace(
        problem,
        schools=tuple(code for code, stays in zip(problem.schools, kept.tolist(), strict=True) if stays),
        weight=weight / weight.sum(axis=0),
        reach=None if problem.reach is None else problem.reach[np.ix_(kept, kept)],
        **rows,
    )


def _lifted(limits: Floats, at: int) -> Floats:
    free = limits.copy()
    free[at] = np.inf
    return free
