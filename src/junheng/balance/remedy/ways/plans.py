"""The plans of a table whose quantities may be raised in several ways, section by section or county by county."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from junheng.balance.evaluation import Evaluation
from junheng.balance.inputs import InputError, InputFault
from junheng.balance.remedy.beyond import role
from junheng.balance.remedy.conflicts import why_over_budget
from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.plan import Action, Plan, Status, moves_of, ordered, refused, unfound
from junheng.balance.remedy.problem import Changes
from junheng.balance.remedy.sections import Distances, Key, Section, sections
from junheng.balance.remedy.ways.levers import Levers, levers_of, split_prices, ways_of
from junheng.balance.remedy.ways.solve import Done, Stand, faults_of, solved_by_ways
from junheng.balance.remedy.ways.way import NAMED, SINGLE, Cap
from junheng.balance.remedy.ways.why import why_no_way
from junheng.policy.text import Text, listed
from junheng.programs import Solver

CENT = 0.005
YEAR_AT = 2
"""Where a key has its year."""


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Sections that are solved together, by position."""

    at: tuple[int, ...]
    parts: tuple[Levers, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ByWays:
    """A table, its ways, and how long and how close its plans are worked out; without a solver the fast method."""

    evaluation: Evaluation
    costs: Costs
    distances: Distances | None
    solver: Solver | None
    seconds: float
    gap: float

    def per_classes(self, key: Key) -> float | None:
        """For how many classes there is one specialist room; None where the standard does not say."""
        return role(self.evaluation, "specialist_rooms", "per_classes", key[2] if len(key) > YEAR_AT else None)

    def plans(self, progress: Callable[[int, int], None] | None = None) -> list[Plan]:
        """One plan for each county section.

        Raises:
            InputError: a limit that the ways need is not known at some school.
        """
        todo = list(sections(self.evaluation, _plain(self.costs), self.distances))
        unknown = [*_unlimited(todo, self.costs), *_unroomed(todo, self)]
        if unknown:
            raise InputError(unknown)
        work = _Work(todo, self.costs, self.solver, self.seconds, self.gap, self.per_classes)
        held: dict[int, Plan] = {at: refused(one) for at, one in enumerate(todo) if one.problem is None}
        for county in _by_county(todo).values():
            held |= work.county(county)
            if progress:
                progress(len(held), len(todo))
        return [held[at] for at in range(len(todo))]


def _plain(costs: Costs) -> Costs:
    """One price for each quantity, which no way undercuts; limits come with the ways."""
    return replace(costs, add=split_prices(ways_of(costs)), limits=replace(costs.limits, per_section={}), ways=())


def _by_county(todo: Sequence[Section]) -> Mapping[tuple[Any, ...], list[int]]:
    """Positions of the sections that can be judged, by county and year."""
    found: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(todo):
        if one.problem is not None:
            found[one.key[0], *one.key[2:]].append(at)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """What is to be planned, with what and how long."""

    todo: Sequence[Section]
    costs: Costs
    solver: Solver | None
    seconds: float
    gap: float
    per_classes: Callable[[Key], float | None]

    def county(self, at: Sequence[int]) -> dict[int, Plan]:
        """The plans of one county: its sections by themselves, together where limits of the county link them."""
        made = [(one, levers_of(self.todo[one], self.costs, self.per_classes(self.todo[one].key) or 1.0)) for one in at]
        parts = [(one, levers) for one, levers in made if levers is not None]
        groups = [_Group((one,), (levers,)) for one, levers in parts]
        if len(parts) > 1 and parts[0][1].linked:
            groups = [_Group(tuple(one for one, _ in parts), tuple(levers for _, levers in parts))]
        stands = [self._solved(one, self.gap) for one in groups]
        plans = self._plans(groups, stands)
        budget = self.costs.limits.budget
        if budget is None or sum(one.cost or 0.0 for one in plans.values()) <= budget + CENT:
            return plans
        closer = [self._solved(one, 0.0) for one in groups]
        if sum(one.cost for one in closer) <= budget + CENT:
            return self._plans(groups, closer)
        least = sum(one.bound for one in closer)
        if least <= budget:
            return {one: unfound(plan.key) for one, plan in plans.items()}
        words, conflict = why_over_budget([], budget, least)
        return {
            one: Plan(plan.key, "infeasible", None, plan.bound, words=words, conflict=conflict)
            for one, plan in plans.items()
        }

    def _solved(self, group: _Group, gap: float) -> Stand:
        return solved_by_ways(group.parts, self.solver, seconds=len(group.at) * self.seconds, gap=gap)

    def _plans(self, groups: Sequence[_Group], stands: Sequence[Stand]) -> dict[int, Plan]:
        return {
            at: plan
            for group, one in zip(groups, stands, strict=True)
            for at, plan in zip(group.at, self._of(group, one), strict=True)
        }

    def _of(self, group: _Group, standing: Stand) -> Iterator[Plan]:
        """A plan a section; the bound is shared out as the cost is.

        Raises:
            RuntimeError: a plan breaks a demand; a fault of the program, never of the input.
        """
        keys = [self.todo[at].key for at in group.at]
        if standing.changes is None:
            if not standing.impossible:
                bound = round(standing.bound, 2) if len(keys) == 1 and np.isfinite(standing.bound) else None
                yield from (replace(unfound(key), bound=bound) for key in keys)
                return
            words, conflict = why_no_way(group.parts, self.solver)
            yield from (Plan(key, "infeasible", None, None, words=words, conflict=conflict) for key in keys)
            return
        wrong = faults_of(group.parts, standing.changes)
        if wrong:
            raise RuntimeError(f"{keys[0]}: {', '.join(wrong)}")
        status: Status = "optimal" if standing.gap <= self.gap else "gap"
        for key, levers, done in zip(keys, group.parts, standing.changes, strict=True):
            cost = levers.price(done.amounts, done.changes)
            bound = round(min(cost * (1 - standing.gap), cost), 2)
            yield Plan(key, status, cost, bound, actions_by_ways(levers, done))


def actions_by_ways(levers: Levers, done: Done) -> tuple[Action, ...]:
    """What to do at which school; of a way that counts for several indicators one action each."""
    problem, money = levers.problem, levers.yuan(done.amounts)
    found: list[Action] = []
    for school, at in np.argwhere(done.amounts > 0).tolist():
        way, paid = levers.ways[at], float(money[school, at])
        kind = way.name if way.means in NAMED else None
        for id_, each in way.counts.items():
            amount = round(float(done.amounts[school, at]) * each, 6)
            found.append(Action(problem.schools[school], id_, way.means, amount, paid, kind=kind))
            paid = 0.0
    moves = Changes(np.zeros_like(done.changes.added), done.changes.moves, done.changes.moved)
    return ordered(problem, [*found, *moves_of(problem, moves)])


def _unlimited(todo: Sequence[Section], costs: Costs) -> Iterator[InputFault]:
    """Limits that some way needs and nobody stated."""
    needed = [(f"limits › {one.means} › {one.name}", one.cap) for one in costs.ways if one.means in SINGLE]
    if any(one.posts for one in costs.ways):
        needed.append(("limits › posts", costs.limits.posts or Cap()))
    schools = [(one.key[1], code) for one in todo if one.problem for code in one.problem.schools]
    places: dict[str, set[str]] = defaultdict(set)
    for section, code in schools:
        places[code].add(str(section))
    for where, cap in needed:
        lacking = sorted({code for section, code in schools if cap.at(code, str(section)) is None})
        if lacking:
            yield _lacking(where, lacking)
        vague = sorted(code for code, _ in cap.schools if (code, "") in cap.schools and len(places[code]) > 1)
        if vague:
            yield _vague(where, vague)


def _unroomed(todo: Sequence[Section], asked: ByWays) -> Iterator[InputFault]:
    """Specialist rooms that are asked for where classes or rooms are not known."""
    for way in asked.costs.ways:
        lacking = [
            code
            for one in todo
            if one.problem is not None and way.rooms is not None
            for code in one.problem.schools
            if way.lacking(code, str(one.key[1]), asked.per_classes(one.key) or 1.0) is None
        ]
        if lacking:
            yield _no_classes(f"{way.means} › {way.name}", sorted(set(lacking)))


def _no_classes(where: str, codes: Sequence[str]) -> InputFault:
    schools = _schools(codes)
    return InputFault(
        "cost_rooms_missing",
        Text(where, where),
        Text(
            f"学校 {schools.zh} 的班级数或已有间数不知道",
            f"classes or rooms of {schools.en} are not known",
        ),
        Text("按班级数要求专用教室，每校都要有班级数和间数", "rooms for classes need both numbers at every school"),
        Text("请在逐校文件里补上", "add them to the file"),
    )


NAMED_AT_ONCE = 8


def _schools(codes: Sequence[str]) -> Text:
    return listed(codes, NAMED_AT_ONCE, counter="所")


def _lacking(where: str, codes: Sequence[str]) -> InputFault:
    schools = _schools(codes)
    return InputFault(
        "cost_limit_missing",
        Text(where, where),
        Text(f"不知道学校 {schools.zh} 最多能做多少", f"how far it goes at {schools.en} is not known"),
        Text(
            "培训、认定、改建和招聘都有尽头，程序从不假定",
            "training, recognising, converting and hiring end somewhere, and nothing is ever assumed",
        ),
        Text(
            "请写 per_school、schools，或用 column 指明逐校数量的列",
            "state per_school, schools, or name the column that holds it school by school",
        ),
    )


def _vague(where: str, codes: Sequence[str]) -> InputFault:
    schools = _schools(codes)
    return InputFault(
        "cost_section_needed",
        Text(where, where),
        Text(
            f"学校 {schools.zh} 有几个学段，没有写明是哪一个的",
            f"{schools.en} have several sections, and it is not said which one is meant",
        ),
        Text("同一所学校的数量不能在两个学段各算一次", "what a school has is not counted once in each section"),
        Text(
            "请写成 {小学: …, 初中: …} 的形式（primary、junior），或在逐校文件里加 section 列",
            "write {primary: …, junior: …}, or add the column section to the file",
        ),
    )
