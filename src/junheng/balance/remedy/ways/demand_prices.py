"""What each demand costs where quantities may be raised in several ways: each is lifted, and the plan made again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from junheng.balance.remedy.demand_prices import DemandPrice, Kind, Priced, drivers, without
from junheng.balance.remedy.problem import Ints, Problem
from junheng.balance.remedy.solve import GAP
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import Levers
from junheng.balance.remedy.ways.solve import solved_by_ways
from junheng.balance.remedy.ways.table import Group
from junheng.programs import Solver

SECONDS = 5.0
"""For each demand."""
TOGETHER = "+"
"""Between the names of sections that are planned together."""


@dataclass(frozen=True, slots=True, eq=False)
class _Eased:
    """A county without one of its demands."""

    kind: Kind
    name: str | None
    county: County
    section: str | None = None


def priced_by_ways(
    group: Group, solver: Solver | None, *, seconds: float = SECONDS, progress: Callable[[], None] = lambda: None
) -> Priced | None:
    """Prices and drivers of sections that are planned together; None where they have no plan.

    Args:
        group: the sections, in whose problems nobody moves.
        solver: of mixed-integer programs; None for the fast method.
        seconds: for each demand.
        progress: called after each of ``demands_by_ways``.
    """
    whole = solved_by_ways(group.county, solver, seconds=seconds, gap=GAP)
    if whole.changes is None:
        return None
    found = []
    for one in _eased(group):
        other = solved_by_ways(one.county, solver, seconds=seconds, gap=GAP)
        if other.cost < whole.cost:
            saved = max(0.0, whole.bound - other.cost), max(0.0, whole.cost - other.bound)
            found.append(_price(one, other.cost, saved))
        progress()
    parts = zip(group.county.parts, whole.changes, strict=True)
    driving = tuple(driver for levers, plan in parts for driver in drivers(levers.problem, plan.changes))
    first = group.keys[0]
    key = (first[0], TOGETHER.join(group.levels), *first[2:])
    cheapest_first = tuple(sorted(found, key=lambda one: one.without or 0.0))
    return Priced(key, whole.cost, round(min(whole.bound, whole.cost), 2), cheapest_first, driving)


def demands_by_ways(group: Group) -> int:
    """How many ``priced_by_ways`` looks at."""
    return sum(1 for _ in _eased(group))


def _price(one: _Eased, without: float, saved: tuple[float, float]) -> DemandPrice:
    names = {"school": one.name} if one.kind == "school" else {"way": one.name} if one.kind == "way" else {}
    return DemandPrice(one.kind, None if names else one.name, without, saved, **names, section=one.section)


def _eased(group: Group) -> Iterator[_Eased]:
    """The county without each demand in turn."""
    county = group.county
    first = county.parts[0]
    for at, id_ in enumerate(first.problem.indicators):
        yield _Eased("threshold", id_, _each(county, partial(_no_threshold, at=at)))
        for section, (levers, level) in enumerate(zip(county.parts, group.levels, strict=True)):
            if np.isfinite(levers.problem.limit[at]):
                limit = levers.problem.limit.copy()
                limit[at] = np.inf
                parts = list(county.parts)
                parts[section] = replace(levers, problem=replace(levers.problem, limit=limit))
                yield _Eased("dispersion", id_, county.with_parts(parts), level if len(parts) > 1 else None)
    yield _Eased("count", None, _each(county, lambda one: replace(one, exempt=one.exempt + 1)))
    yield from _limits(county)
    for code in sorted({code for one in county.parts for code in one.problem.schools}):
        rest = without_school(county, code)
        if rest is not None:
            yield _Eased("school", code, rest)


def _each(county: County, change: Callable[[Problem], Problem]) -> County:
    return county.with_parts([replace(one, problem=change(one.problem)) for one in county.parts])


def _no_threshold(problem: Problem, at: int) -> Problem:
    full, floor = problem.full.copy(), problem.floor.copy()
    full[:, at], floor[:, at] = np.minimum(full[:, at], 0.0), np.minimum(floor[:, at], 0.0)
    return replace(problem, full=full, floor=floor)


def _limits(county: County) -> Iterator[_Eased]:
    """Without the limits on one way, or on posts."""
    for at, way in enumerate(county.parts[0].ways):
        if any(np.isfinite(one.most[:, at]).any() or np.isfinite(one.total[:, at]).any() for one in county.parts):
            free = county.with_parts([_unlimited(one, at) for one in county.parts])
            yield _Eased("way", f"{way.means} {way.name}", free)
    if any(one.posts is not None for one in county.parts):
        parts = [replace(one, posts=None, posts_total=(np.inf, np.inf)) for one in county.parts]
        yield _Eased("posts", None, county.with_parts(parts))


def _unlimited(levers: Levers, way: int) -> Levers:
    least, most, total = levers.least.copy(), levers.most.copy(), levers.total.copy()
    least[:, way], most[:, way], total[:, way] = 0.0, np.inf, np.inf
    return replace(levers, least=least, most=most, total=total)


def without_school(county: County, code: str) -> County | None:
    """The county without a school in any of its sections; None where a section would be empty."""
    parts, moved = [], []
    for levers in county.parts:
        kept = np.array([one != code for one in levers.problem.schools])
        if not kept.any():
            return None
        moved.append(np.where(kept, np.cumsum(kept) - 1, -1))
        parts.append(levers if kept.all() else _without(levers, int(np.flatnonzero(~kept)[0])))
    return County.of(parts, _links_left(county.links, moved))


def _links_left(links: Ints, moved: list[Ints]) -> Ints:
    """The links between schools that are left, at their new places."""
    rows = [
        (one, moved[one][first], other, moved[other][second], at) for one, first, other, second, at in links.tolist()
    ]
    return np.array([row for row in rows if row[1] >= 0 and row[3] >= 0], np.int64).reshape(-1, 5)


def _without(levers: Levers, school: int) -> Levers:
    return replace(
        levers,
        problem=without(levers.problem, school),
        least=np.delete(levers.least, school, axis=0),
        most=np.delete(levers.most, school, axis=0),
        posts=None if levers.posts is None else np.delete(levers.posts, school),
        leaving=np.delete(levers.leaving, school, axis=0),
    )
