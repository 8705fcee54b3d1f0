"""Why no plan keeps the limits: the smallest set of schools, indicators and limits that cannot be kept, in words."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

import numpy as np

from junheng.balance.remedy.costs import Limits
from junheng.balance.remedy.plan import Demand
from junheng.balance.remedy.problem import Flags, Problem
from junheng.balance.remedy.relaxed import relaxed
from junheng.balance.remedy.solve import hopeless, solve
from junheng.policy.text import Text
from junheng.programs import Solver, smallest_clash

SECONDS = 60.0
"""For the whole filter; what is not decided by then stays among the demands."""
EACH = 5.0
BLOCK = 12
"""Schools are first left out so many at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A demand and how a problem looks without it."""

    demand: Demand
    school: int = -1
    columns: tuple[int, ...] = ()
    where: Flags = field(default_factory=lambda: np.empty((0, 0), bool))


def why_impossible(problem: Problem, limits: Limits, solver: Solver | None) -> tuple[Text, tuple[Demand, ...]]:
    """The conflict in words, and its demands."""
    lost = np.flatnonzero(hopeless(problem))
    parts = list(_parts(problem, limits))
    if lost.size:
        own = [one for one in parts if one.school == lost[0] or (one.where.size and one.where[lost[0]].any())]
        left = smallest_clash(softest_first(own), lambda kept: bool(hopeless(_only(problem, own, kept))[lost[0]]))
        return in_words(left)
    until = time.monotonic() + SECONDS

    def fails(kept: list[_Part]) -> bool:
        return time.monotonic() < until and solve(_only(problem, parts, kept), solver, seconds=EACH).impossible

    less: list[_Part] = softest_first(without_blocks(parts, fails))
    left = smallest_clash(less, fails)
    return in_words(left)


class Demanding(Protocol):
    """Something with a demand."""

    @property
    def demand(self) -> Demand: ...


Asked = TypeVar("Asked", bound=Demanding)


def softest_first(parts: Sequence[Asked]) -> list[Asked]:
    """What is best left out of a statement comes first."""
    order = ("school", "dispersion", "most", "forbidden", "pinned", "section", "way", "posts", "moves")
    return sorted(parts, key=lambda one: order.index(one.demand.kind))


def without_blocks(parts: list[Asked], fails: Callable[[list[Asked]], bool]) -> list[Asked]:
    """Without blocks of schools that the failure does not need."""
    kept = list(parts)
    schools = [one for one in parts if one.demand.kind == "school"]
    for first in range(0, len(schools), BLOCK):
        block = schools[first : first + BLOCK]
        rest = [one for one in kept if not any(one is other for other in block)]
        if fails(rest):
            kept = rest
    return kept


def in_words(parts: Sequence[Demanding]) -> tuple[Text, tuple[Demand, ...]]:
    """The demands that clash, as one statement."""
    demands = tuple(one.demand for one in parts)
    zh, en = "；".join(one.words.zh for one in demands), "; ".join(one.words.en for one in demands)
    return Text(f"以下要求不能同时满足：{zh}", f"These demands cannot all be kept: {en}"), demands


def _parts(problem: Problem, limits: Limits) -> Iterator[_Part]:
    """Every demand, limits as they were written."""
    for at, code in enumerate(problem.schools):
        least = len(problem.indicators) - problem.exempt
        words = Text(
            f"学校 {code} 达标（至少 {least} 项达到要求，其余达到下限）",
            f"school {code} passes ({least} indicators met, the others at their floor)",
        )
        yield _Part(Demand("school", words, school_code=code), school=at)
    for at, id_ in enumerate(problem.indicators):
        if np.isfinite(problem.limit[at]):
            limit = f"{problem.limit[at]:g}"
            words = Text(f"{id_} 差异系数不超过 {limit}", f"dispersion of {id_} at most {limit}")
            yield _Part(Demand("dispersion", words, indicator=id_), columns=(at,))
        if np.isfinite(problem.county_most[at]):
            most = f"{problem.county_most[at]:g}"
            words = Text(f"全学段 {id_} 最多增加 {most}", f"at most {most} of {id_} added in the section")
            yield _Part(Demand("section", words, indicator=id_), columns=(at,))
        yield from _limits(problem, limits, at)


def _limits(problem: Problem, limits: Limits, at: int) -> Iterator[_Part]:
    """The limits on what is added at schools: one for the indicator, and those that name a school."""
    id_ = problem.indicators[at]
    named = {code for code, amounts in limits.schools.items() if id_ in amounts}
    named |= {code for code, one in (*limits.pinned, *limits.forbidden) if one == id_}
    general = np.array([code not in named for code in problem.schools])
    if id_ in limits.per_school and general.any():
        most = f"{limits.per_school[id_]:g}"
        words = Text(f"每校 {id_} 最多增加 {most}", f"at most {most} of {id_} added at any school")
        yield _Part(Demand("most", words, indicator=id_), where=_mask(problem, general, at))
    for school in np.flatnonzero(~general).tolist():
        code = problem.schools[school]
        kind, words = _named(limits, code, id_)
        here = np.arange(len(problem.schools)) == school
        yield _Part(Demand(kind, words, code, id_), where=_mask(problem, here, at))


def _named(limits: Limits, code: str, id_: str) -> tuple[str, Text]:
    if (code, id_) in limits.pinned:
        amount = f"{limits.pinned[code, id_]:g}"
        return "pinned", Text(f"{code} 的 {id_} 正好增加 {amount}", f"exactly {amount} of {id_} added at {code}")
    if (code, id_) in limits.forbidden:
        return "forbidden", Text(f"{code} 的 {id_} 不得增加", f"no {id_} added at {code}")
    most = f"{limits.schools[code][id_]:g}"
    return "most", Text(f"{code} 的 {id_} 最多增加 {most}", f"at most {most} of {id_} added at {code}")


def _mask(problem: Problem, schools: Flags, at: int) -> Flags:
    mask = np.zeros(problem.base.shape, bool)
    mask[schools, at] = True
    return mask


def _only(problem: Problem, parts: Sequence[_Part], kept: Sequence[_Part]) -> Problem:
    """The problem with these demands alone."""
    full, floor = problem.full.copy(), problem.floor.copy()
    nothing, least, most = problem.nothing, problem.least.copy(), problem.most.copy()
    limit, total = problem.limit.copy(), problem.county_most.copy()
    held = {id(one) for one in kept}
    for one in parts:
        if id(one) in held:
            continue
        kind = one.demand.kind
        if kind == "school":
            full[one.school] = floor[one.school] = nothing[one.school]
        elif kind == "dispersion":
            limit[list(one.columns)] = np.inf
        elif kind == "section":
            total[list(one.columns)] = np.inf
        else:
            least[one.where], most[one.where] = 0.0, np.inf
    return replace(problem, full=full, floor=floor, least=least, most=most, limit=limit, county_most=total)


def why_over_budget(problems: Sequence[Problem], budget: float, least: float) -> tuple[Text, tuple[Demand, ...]]:
    """Why a county cannot keep its budget: schools whose needs alone exceed it."""
    said = Demand(
        "budget", Text(f"全县花费不超过 {budget:,.2f} 元", f"no more than {budget:,.2f} yuan spent in the county")
    )
    head = Text(f"达标至少要 {least:,.2f} 元", f"Passing takes at least {least:,.2f} yuan")
    schools = [(at, school) for at, one in enumerate(problems) for school in range(len(one.schools))]
    until = time.monotonic() + SECONDS

    def fails(kept: list[tuple[int, int]]) -> bool:
        return time.monotonic() < until and sum(_least(one, at, kept) for at, one in enumerate(problems)) > budget

    if not any(one.movable.any() for one in problems):
        schools = smallest_clash(schools, fails)
    demands = []
    for at, school in schools:
        code = problems[at].schools[school]
        demands.append(Demand("school", Text(f"学校 {code} 达标", f"school {code} passes"), school_code=code))
    kept = (said, *demands)
    zh, en = "；".join(one.words.zh for one in kept), "; ".join(one.words.en for one in kept)
    words = Text(f"{head.zh}。以下要求不能同时满足：{zh}", f"{head.en}. These demands cannot all be kept: {en}")
    return words, kept


def _least(problem: Problem, at: int, kept: Sequence[tuple[int, int]]) -> float:
    """What the schools kept need at least; the others demand nothing."""
    free = np.ones(len(problem.schools), bool)
    free[[school for which, school in kept if which == at]] = False
    full, floor = (np.where(free[:, None], problem.nothing, one) for one in (problem.full, problem.floor))
    return relaxed(replace(problem, full=full, floor=floor)).bound
