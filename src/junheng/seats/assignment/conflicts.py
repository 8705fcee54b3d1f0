"""Why a plan cannot seat everybody: the smallest set of demands that cannot be kept together, in words.

First a violator is looked for: areas whose pupils outnumber the seats of all schools they may go to (a minimum cut of
the flow, so splitting areas would not help), or a single area too large for any school it may go to. Then every demand
that touches it is left out in turn; what may stay out without the trouble going away stays out (deletion filter). What
remains is minimal: without any one of its demands the rest can be kept.

Reference: J. W. Chinneck, Feasibility and Infeasibility in Optimization, Springer 2008, ch. 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from junheng.policy.text import Text
from junheng.programs import smallest_clash
from junheng.seats.assignment.flow import reached, short_areas
from junheng.seats.assignment.model import NOBODY, Ints, Problem
from junheng.seats.assignment.ready import allowed


@dataclass(frozen=True)
class Demand:
    """One demand of the problem: ``kind`` is ``seats``, ``cap``, ``lock``, ``forbidden`` or ``links`` (no arc leads
    elsewhere); ``members`` are schools for seats, areas otherwise."""

    kind: str
    members: tuple[int, ...]
    words: Text


@dataclass(frozen=True)
class Conflict:
    """Demands that cannot be kept together, and none of which could be left out of that statement.

    Attributes:
        demands: the smallest conflicting set.
        areas: whose pupils find no seat.
        pupils: how many they are.
        seats: seats within their reach; None when one area is too large for every school in reach.
    """

    demands: tuple[Demand, ...]
    areas: tuple[int, ...]
    pupils: int
    seats: int | None

    @property
    def words(self) -> Text:
        """The whole in one sentence."""
        zh = "；".join(one.words.zh for one in self.demands)
        en = "; ".join(one.words.en for one in self.demands)
        many = Text(
            f"{len(self.areas)} 个片区共 {self.pupils} 名学生", f"{self.pupils} pupils of {len(self.areas)} areas"
        )
        if self.seats is None:
            return Text(
                f"{many.zh}容不进任何一所可去的学校：{zh}", f"{many.en} fit into no school they may go to: {en}"
            )
        return Text(
            f"{many.zh}只能进 {self.seats} 个学位，以下要求不能同时满足：{zh}",
            f"{many.en} can reach {self.seats} seats only; these demands cannot all be kept: {en}",
        )


def why_infeasible(
    problem: Problem,
    *,
    districts: Ints | None = None,
    area_names: Sequence[str] = (),
    school_names: Sequence[str] = (),
) -> Conflict | None:
    """The smallest set of demands that leaves pupils without a seat, or None when the demands alone leave nobody out.

    Args:
        problem: with its demands.
        districts: (schools,) the number of each school's district; seats are then named by district. None names
            every school by itself.
        area_names: as areas are called; by number when empty.
        school_names: as schools are called; by number when empty.

    A conflict proves that nobody can do better. None proves that areas can be served when they may be split and that
    each fits somewhere; whole areas or zones in one piece may still not fit together.
    """
    named = _Named(problem, districts, area_names, school_names)
    short, seats = _violator(problem)
    if short.size == 0:
        return None
    demands = named.demands(short)
    fails = _fails_by_size if seats is None else _fails_by_count
    left = smallest_clash(demands, lambda kept: fails(problem, short, kept))
    if seats is not None:
        only = replace(_relieved(problem, left), pupils=_alone(problem, short))
        short, seats = _short(only)
    pupils = int(problem.pupils[short].sum())
    return Conflict(tuple(left), tuple(short.tolist()), pupils, seats)


def _violator(problem: Problem) -> tuple[Ints, int | None]:
    """Areas that prove the trouble and the seats in their reach; None for seats where one area is too large."""
    keep = allowed(problem)
    arcs = problem.arcs
    largest = np.zeros(problem.pupils.size, np.int64)
    np.maximum.at(largest, arcs.area[keep], problem.seats[arcs.school[keep]])
    alone = np.flatnonzero((problem.pupils > largest) & (problem.pupils > 0))
    if alone.size:
        one = alone[:1]
        reach = keep & (arcs.area == one[0])
        return one, None if reach.any() else 0
    return _short(problem)


def _short(problem: Problem) -> tuple[Ints, int]:
    """The areas that outnumber the seats they reach, and those seats; none when all pupils get through."""
    arcs = problem.arcs.kept(allowed(problem))
    short = short_areas(problem.pupils, arcs, problem.seats)
    return short, int(problem.seats[reached(arcs, short)].sum())


class _Named:
    """The demands of a problem under their names."""

    def __init__(
        self, problem: Problem, districts: Ints | None, area_names: Sequence[str], school_names: Sequence[str]
    ) -> None:
        self.problem, self.districts = problem, districts
        self.area_names, self.school_names = area_names, school_names

    def area(self, at: int) -> str:
        return self.area_names[at] if self.area_names else f"#{at}"

    def school(self, at: int) -> str:
        return self.school_names[at] if self.school_names else f"#{at}"

    def demands(self, short: Ints) -> list[Demand]:
        """Every demand that touches these areas, the softest first: those are left out first."""
        arcs, problem = self.problem.arcs, self.problem
        of_short = np.isin(arcs.area, short)
        found = []
        for area in np.unique(arcs.area[of_short & (arcs.metres > problem.cap_metres)]).tolist():
            cap = f"{problem.cap_metres:.0f}"
            words = Text(f"{self.area(area)}上学不超过 {cap} 米", f"{self.area(area)} goes no farther than {cap} m")
            found.append(Demand("cap", (area,), words))
        if problem.forbidden is not None:
            for area in np.unique(arcs.area[of_short & problem.forbidden]).tolist():
                words = Text(f"{self.area(area)}不得去某些学校", f"{self.area(area)} must not go to certain schools")
                found.append(Demand("forbidden", (area,), words))
        if problem.locked is not None:
            for area in short[problem.locked[short] != NOBODY].tolist():
                name = self.school(int(problem.locked[area]))
                found.append(
                    Demand(
                        "lock",
                        (area,),
                        Text(f"{self.area(area)}固定到{name}", f"{self.area(area)} is locked to {name}"),
                    )
                )
        return found + self._seats(np.unique(arcs.school[of_short]))

    def _seats(self, schools: Ints) -> list[Demand]:
        seats = self.problem.seats
        if self.districts is None:
            return [
                Demand(
                    "seats",
                    (one,),
                    Text(f"{self.school(one)}有 {seats[one]} 个学位", f"{self.school(one)} has {seats[one]} seats"),
                )
                for one in schools.tolist()
            ]
        found = []
        for district in np.unique(self.districts[schools]).tolist():
            members = schools[self.districts[schools] == district]
            total = int(seats[members].sum())
            words = Text(
                f"第 {district} 区在范围内有 {total} 个学位", f"district {district} has {total} seats in reach"
            )
            found.append(Demand("seats", tuple(members.tolist()), words))
        return found


def _relieved(problem: Problem, kept: list[Demand]) -> Problem:
    """The problem with the demands kept only: other caps, locks and pairs are lifted, other seats are unlimited."""
    area, school = problem.arcs.area, problem.arcs.school
    of = {
        kind: [m for one in kept if one.kind == kind for m in one.members]
        for kind in ("cap", "forbidden", "lock", "seats")
    }
    barred = (problem.arcs.metres > problem.cap_metres) & np.isin(area, of["cap"])
    if problem.forbidden is not None:
        barred |= problem.forbidden & np.isin(area, of["forbidden"])
    locked = None
    if problem.locked is not None:
        held = np.isin(np.arange(problem.pupils.size), of["lock"])
        locked = np.where(held, problem.locked, NOBODY)
    limited = np.isin(np.arange(problem.seats.size), of["seats"])
    reached = np.zeros(problem.seats.size, bool)
    reached[school] = True
    seats = np.where(limited | ~reached, problem.seats, int(problem.pupils.sum()))
    return replace(problem, cap_metres=float("inf"), forbidden=barred, locked=locked, seats=seats)


def _fails_by_count(problem: Problem, short: Ints, kept: list[Demand]) -> bool:
    """Whether these areas still outnumber the seats they reach."""
    only = replace(_relieved(problem, kept), pupils=_alone(problem, short))
    return bool(_short(only)[0].size)


def _fails_by_size(problem: Problem, short: Ints, kept: list[Demand]) -> bool:
    """Whether the area still fits into no school it may go to."""
    eased = _relieved(problem, kept)
    reach = allowed(eased) & (eased.arcs.area == short[0])
    return not bool((eased.seats[eased.arcs.school[reach]] >= problem.pupils[short[0]]).any())


def _alone(problem: Problem, short: Ints) -> Ints:
    """(areas,) the pupils of these areas, nobody elsewhere."""
    pupils = np.zeros_like(problem.pupils)
    pupils[short] = problem.pupils[short]
    return pupils
