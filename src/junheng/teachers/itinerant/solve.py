"""The fewest new posts of a group, then the shortest ways with so many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from junheng.policy.itinerant_rules import ItinerantRules
from junheng.policy.text import Text
from junheng.programs import Solver
from junheng.teachers.itinerant.conflicts import clash
from junheng.teachers.itinerant.group import Group
from junheng.teachers.itinerant.model import Model, model
from junheng.teachers.itinerant.weekdays import weekdays

HALF = 0.5
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Visit:
    """One stop: teacher ``carrier`` of school ``base`` (their number in the plan and the group) gives ``lessons`` at
    ``school`` on ``day`` (0: Monday); ``stop`` is its place in the round, whose whole way ``km`` is."""

    carrier: int
    base: int
    new: bool
    day: int
    stop: int
    school: int
    lessons: int
    km: float


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What is done in one group.

    Attributes:
        visits: every stop of a week.
        home: by carrier, base, whether on a new post, lessons at home; of those who travel or are new.
        posts, posts_bound: new posts, and the fewest that there can be.
        km, bound: of a week, with so many posts; gap: share by which km may be above the least.
        reason: why there is no plan; None where there is one.
    """

    group: Group
    visits: tuple[Visit, ...]
    home: dict[int, tuple[int, bool, int]]
    posts: int
    posts_bound: int
    km: float
    bound: float
    gap: float
    reason: Text | None = None

    def beside(self, posts_bound: int, bound: float) -> "Plan":
        """The plan with the bounds that were proven, and how far it may be from them."""
        apart = max(self.km - bound, 0.0)
        gap = 0.0 if apart <= 1e-6 * max(1.0, self.km) else apart / max(bound, 1.0)
        return replace(self, posts_bound=posts_bound, bound=min(bound, self.km), gap=gap)

    @property
    def status(self) -> str:
        """nothing (to share), optimal, within_gap, infeasible or unknown (no plan in the time)."""
        if self.reason is not None:
            return "infeasible" if self.posts_bound >= 0 else "unknown"
        if not self.group.shared.any():
            return "nothing"
        return "optimal" if self.gap == 0 and self.posts == self.posts_bound else "within_gap"


LATE = Text("限定时间内没有找到方案，请增加 --seconds", "No plan was found in the time; give more --seconds")


def plan(group: Group, rules: ItinerantRules, solver: Solver, seconds: float) -> Plan:
    """The best visits of a group.

    Args:
        group: its schools and teachers.
        rules: in force.
        solver: a child that solves programs.
        seconds: of each of the two programs at most.
    """
    if not group.shared.any():
        return Plan(group, (), {}, 0, 0, 0.0, 0.0, 0.0)
    made = model(group, rules)
    few = solver.solve(made.program(dict.fromkeys(made.post.values(), 1.0)), seconds)
    fewest = int(np.ceil(few.bound - HALF * 1e-3))
    too_many = rules.posts is not None and fewest > rules.posts
    if few.infeasible or too_many:
        return _none(group, clash(group, rules, solver, seconds), max(fewest, 0))
    if few.values is None:
        return _none(group, LATE, -1)
    posts = round(few.objective)
    if rules.posts is not None:
        posts = min(posts, int(rules.posts))
    short = solver.solve(made.program(made.kilometres(), posts), seconds)
    values, bound = (few.values, 0.0) if short.values is None else (short.values, short.bound)
    if short.values is None and round(few.objective) > posts:
        return _none(group, LATE, -1)
    visits = tuple(_visits(made, values))
    km = sum(one.km for one in visits if one.stop == 0)
    return Plan(group, visits, _home(made, values, visits), posts, 0, km, 0.0, 0.0).beside(fewest, bound)


def _none(group: Group, reason: Text, posts_bound: int) -> Plan:
    return Plan(group, (), {}, 0, posts_bound, 0.0, 0.0, 0.0, reason)


def _visits(made: Model, values: Values) -> Iterator[Visit]:
    """Every stop; where the days of a week are one slot, its visits are told apart and share their lessons evenly.

    A way to one school for nothing, which a plan not proven the best may hold, is left out.
    """
    found = [(one, slot, way, round(values[column])) for (one, slot, way), column in made.away.items()]
    trips = [(one, slot, way, at, many) for one, slot, way, many in found for at in range(many)]
    schools = [made.carriers[one].rounds[way].stops[0] for one, _, way, _, _ in trips]
    days = [slot for _, slot, _, _, _ in trips]
    if made.often > 1:
        days = weekdays([(trip[0], school) for trip, school in zip(trips, schools, strict=True)], made.rules.days)
    for (one, slot, way, at, many), day in zip(trips, days, strict=True):
        carrier = made.carriers[one]
        for stop, school in enumerate(carrier.rounds[way].stops):
            lessons = round(values[made.lesson[one, slot, school]])
            each = lessons // many + (at < lessons % many)
            if not each and len(carrier.rounds[way].stops) == 1:
                continue
            yield Visit(one, carrier.base, carrier.new, day, stop, school, each, carrier.rounds[way].km)


def _home(made: Model, values: Values, visits: Iterable[Visit]) -> dict[int, tuple[int, bool, int]]:
    going = {one.carrier for one in visits}
    going |= {one for one, column in made.post.items() if values[column] > HALF}
    return {
        one: (made.carriers[one].base, made.carriers[one].new, round(values[made.home[one]])) for one in sorted(going)
    }
