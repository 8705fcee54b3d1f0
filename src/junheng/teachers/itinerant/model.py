"""One group as a mixed-integer program.

Days away are chosen among the rounds of a day; lessons are given where the round stops; who is away on a day does not
teach at home on it. With the days fixed the rest is a flow of lessons, so whole lessons cost the solver little.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from junheng.policy.itinerant_rules import ItinerantRules
from junheng.programs import Program
from junheng.teachers.itinerant.group import Group
from junheng.teachers.itinerant.rounds import Round, rounds

FREE = float("inf")
Term = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Carrier:
    """Somebody who may travel: at a school (its number in the group), on a ``new`` post or one of those there."""

    base: int
    new: bool
    rounds: tuple[Round, ...]


@dataclass(slots=True, eq=False)
class Model:
    """Columns and rows as they are written; ``post``, ``home``, ``away`` and ``lesson`` number the columns.

    ``away``: by carrier, day and round; ``lesson``: by carrier, day and school.
    """

    group: Group
    rules: ItinerantRules
    carriers: tuple[Carrier, ...]
    upper: list[float] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    lowest: list[float] = field(default_factory=list)
    highest: list[float] = field(default_factory=list)
    post: dict[int, int] = field(default_factory=dict)
    home: dict[int, int] = field(default_factory=dict)
    away: dict[tuple[int, int, int], int] = field(default_factory=dict)
    lesson: dict[tuple[int, int, int], int] = field(default_factory=dict)

    def column(self, upper: float) -> int:
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, terms: Iterable[Term], lowest: float = -FREE, highest: float = FREE) -> None:
        at = len(self.lowest)
        self.entries += [(at, column, value) for column, value in terms]
        self.lowest.append(lowest)
        self.highest.append(highest)

    def program(self, cost: dict[int, float], posts: int | None = None) -> Program:
        """The program with a cost by column; ``posts``: so many new ones at most."""
        entries = [*self.entries]
        lowest, highest = [*self.lowest], [*self.highest]
        if posts is not None and self.post:
            entries += [(len(lowest), column, 1.0) for column in self.post.values()]
            lowest.append(-FREE)
            highest.append(float(posts))
        priced = np.zeros(len(self.upper))
        for column, each in cost.items():
            priced[column] = each
        row, column_, value = zip(*entries, strict=True) if entries else ((), (), ())
        return Program(
            cost=priced,
            upper=np.array(self.upper),
            whole=np.ones(len(self.upper), dtype=bool),
            row=np.array(row, dtype=np.int64),
            column=np.array(column_, dtype=np.int64),
            value=np.array(value, dtype=float),
            lowest=np.array(lowest),
            highest=np.array(highest),
        )

    def kilometres(self) -> dict[int, float]:
        """The way of a week as a cost."""
        return {column: self.carriers[one].rounds[way].km for (one, _, way), column in self.away.items()}


def carriers_of(group: Group, rules: ItinerantRules) -> tuple[Carrier, ...]:
    """Those who have lessons to spare, as many as could be of use, and one new post at every school that lacks."""
    lacking = np.flatnonzero(group.shared).tolist()
    found = []
    for base in np.flatnonzero(group.spare).tolist():
        ways = tuple(rounds(base, lacking, group.km, rules))
        useful = min(int(group.have[base]), int(group.spare[base]), len(lacking) * rules.days) if ways else 0
        found += [Carrier(base, False, ways)] * useful
    return (*found, *(Carrier(one, True, tuple(rounds(one, lacking, group.km, rules))) for one in lacking))


def model(group: Group, rules: ItinerantRules) -> Model:
    """The rows of a group."""
    made = Model(group, rules, carriers_of(group, rules))
    for one, carrier in enumerate(made.carriers):
        _columns(made, one, carrier)
        _days(made, one, carrier)
    _cover(made)
    return made


def _columns(made: Model, one: int, carrier: Carrier) -> None:
    load, most = made.group.load, made.rules.teacher
    if carrier.new:
        made.post[one] = made.column(1.0)
    made.home[one] = made.column(float(np.floor(load)))
    for day in range(made.rules.days):
        for way in range(len(carrier.rounds)):
            made.away[one, day, way] = made.column(1.0)
        for school in sorted({stop for way in carrier.rounds for stop in way.stops}):
            shared = float(made.group.shared[school])
            made.lesson[one, day, school] = made.column(shared if most is None else min(shared, float(most)))


def _days(made: Model, one: int, carrier: Carrier) -> None:
    """One round a day, lessons where it stops, within the load and the lessons of a day."""
    rules, post = made.rules, made.post.get(one)
    days = range(rules.days)
    away = {day: {way: made.away[one, day, way] for way in range(len(carrier.rounds))} for day in days}
    lessons = {(day, school): column for (who, day, school), column in made.lesson.items() if who == one}
    for day in days:
        made.row([*((column, 1.0) for column in away[day].values()), *_minus(post, 1.0)], highest=_limit(post, 1.0))
        for (on, school), column in lessons.items():
            if on == day:
                most = made.upper[column]
                open_ = [(away[day][at], -most) for at, way in enumerate(carrier.rounds) if school in way.stops]
                made.row([(column, 1.0), *open_], highest=0.0)
        if rules.teacher is not None:
            made.row([(column, 1.0) for (on, _), column in lessons.items() if on == day], highest=rules.teacher)
    given = [(made.home[one], 1.0), *((column, 1.0) for column in lessons.values())]
    made.row([*given, *_minus(post, made.group.load)], highest=_limit(post, made.group.load))
    if rules.teacher is not None:
        gone = [(column, rules.teacher) for day in days for column in away[day].values()]
        made.row([(made.home[one], 1.0), *gone], highest=rules.teacher * rules.days)
    if rules.week is not None:
        _week(made, carrier, away)


def _week(made: Model, carrier: Carrier, away: dict[int, dict[int, int]]) -> None:
    """At most so many different schools of a teacher."""
    seen = {school: made.column(1.0) for school in sorted({stop for way in carrier.rounds for stop in way.stops})}
    for columns in away.values():
        for school, column in seen.items():
            stopping = [(columns[at], 1.0) for at, way in enumerate(carrier.rounds) if school in way.stops]
            made.row([*stopping, (column, -1.0)], highest=0.0)
    made.row([(column, 1.0) for column in seen.values()], highest=made.rules.week or 0.0)


def _cover(made: Model) -> None:
    """The lessons of every school, at home and shared, and those of a class in a day."""
    group, rules = made.group, made.rules
    for base in sorted({one.base for one in made.carriers if not one.new}):
        mine = [at for at, one in enumerate(made.carriers) if one.base == base and not one.new]
        staying = (int(group.have[base]) - len(mine)) * group.load
        made.row([(made.home[at], 1.0) for at in mine], lowest=float(group.lessons[base]) - staying)
    for school in np.flatnonzero(group.shared).tolist():
        come = [(column, 1.0) for (_, _, to), column in made.lesson.items() if to == school]
        own = [(made.home[at], 1.0) for at, one in enumerate(made.carriers) if one.new and one.base == school]
        made.row([*come, *own], lowest=float(group.shared[school]))
        if rules.group is not None:
            for day in range(rules.days):
                today = [(column, 1.0) for (_, on, to), column in made.lesson.items() if to == school and on == day]
                made.row(today, highest=float(group.classes[school]) * rules.group)


def _minus(post: int | None, value: float) -> list[Term]:
    return [] if post is None else [(post, -value)]


def _limit(post: int | None, value: float) -> float:
    return value if post is None else 0.0
