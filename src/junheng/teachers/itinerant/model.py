"""One group as a mixed-integer program.

Days away are chosen among the rounds of a day; lessons are given where the round stops; who is away on a day does not
teach at home on it; a school has at most one visitor of the subject on a day. With the days fixed the rest is a flow of
lessons, so whole lessons cost the solver little.

Where a round serves one school the days of a week are alike: they are counted in one slot, and ``weekdays`` tells them
apart afterwards, which is always possible.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

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

    ``away``: by carrier, slot and round; ``lesson``: by carrier, slot and school.
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

    @property
    def often(self) -> int:
        """Days of the week in one slot: all of them or one."""
        return self.rules.days if self.rules.stops == 1 else 1

    @property
    def slots(self) -> range:
        return range(self.rules.days // self.often)

    def visit(self, school: int) -> float:
        """Lessons of one visit at most."""
        group, rules = self.group, self.rules
        of_class = FREE if rules.group is None else float(group.classes[school]) * rules.group
        return float(np.floor(min(group.shared[school], FREE if rules.teacher is None else rules.teacher, of_class)))

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
    if carrier.new:
        made.post[one] = made.column(1.0)
    made.home[one] = made.column(float(np.floor(made.group.load)))
    for slot in made.slots:
        for way in range(len(carrier.rounds)):
            made.away[one, slot, way] = made.column(float(made.often))
        for school in _seen(carrier):
            most = min(float(made.group.shared[school]), made.visit(school) * made.often)
            made.lesson[one, slot, school] = made.column(most)


def _seen(carrier: Carrier) -> list[int]:
    """The schools that somebody may visit."""
    return sorted({stop for way in carrier.rounds for stop in way.stops})


def _days(made: Model, one: int, carrier: Carrier) -> None:
    """One round a day, lessons where it stops, within the load and the lessons of a day."""
    rules, post, often = made.rules, made.post.get(one), float(made.often)
    away = {slot: {way: made.away[one, slot, way] for way in range(len(carrier.rounds))} for slot in made.slots}
    for slot, columns in away.items():
        going = [(column, 1.0) for column in columns.values()]
        made.row([*going, *_minus(post, often)], highest=_limit(post, often))
        for school in _seen(carrier):
            stopping = [
                (columns[at], -made.visit(school)) for at, way in enumerate(carrier.rounds) if school in way.stops
            ]
            made.row([(made.lesson[one, slot, school], 1.0), *stopping], highest=0.0)
        if rules.teacher is not None:
            given = [(made.lesson[one, slot, school], 1.0) for school in _seen(carrier)]
            made.row(given, highest=rules.teacher * often)
    lessons = [(column, 1.0) for (who, _, _), column in made.lesson.items() if who == one]
    load = made.group.load
    made.row([(made.home[one], 1.0), *lessons, *_minus(post, load)], highest=_limit(post, load))
    if rules.teacher is not None:
        gone = [(column, rules.teacher) for columns in away.values() for column in columns.values()]
        made.row([(made.home[one], 1.0), *gone], highest=rules.teacher * rules.days)
    if rules.week is not None:
        _week(made, carrier, away)


def _week(made: Model, carrier: Carrier, away: dict[int, dict[int, int]]) -> None:
    """At most so many different schools of a teacher."""
    seen = {school: made.column(1.0) for school in _seen(carrier)}
    for columns in away.values():
        for school, column in seen.items():
            stopping = [(columns[at], 1.0) for at, way in enumerate(carrier.rounds) if school in way.stops]
            made.row([*stopping, (column, -float(made.often))], highest=0.0)
    made.row([(column, 1.0) for column in seen.values()], highest=made.rules.week or 0.0)


def _cover(made: Model) -> None:
    """The lessons of every school, at home and shared, and one visitor a day."""
    group = made.group
    for base in sorted({one.base for one in made.carriers if not one.new}):
        mine = [at for at, one in enumerate(made.carriers) if one.base == base and not one.new]
        staying = (int(group.have[base]) - len(mine)) * group.load
        made.row([(made.home[at], 1.0) for at in mine], lowest=float(group.lessons[base]) - staying)
    for school in np.flatnonzero(group.shared).tolist():
        come = [(column, 1.0) for (_, _, to), column in made.lesson.items() if to == school]
        own = [(made.home[at], 1.0) for at, one in enumerate(made.carriers) if one.new and one.base == school]
        made.row([*come, *own], lowest=float(group.shared[school]))
        _visitors(made, school)
    for one, (carrier, other) in enumerate(pairwise(made.carriers)):
        if carrier == other:
            made.row([*_gone(made, one, 1.0), *_gone(made, one + 1, -1.0)], lowest=0.0)


def _visitors(made: Model, school: int) -> None:
    """One a day; and without a post at the school as many visits as its lessons fill, which the lessons alone imply."""
    stopping = {
        slot: [
            (column, 1.0)
            for (one, on, way), column in made.away.items()
            if on == slot and school in made.carriers[one].rounds[way].stops
        ]
        for slot in made.slots
    }
    for terms in stopping.values():
        made.row(terms, highest=float(made.often))
    if made.visit(school) > 0:
        least = float(np.ceil(made.group.shared[school] / made.visit(school)))
        posts = [(column, least) for one, column in made.post.items() if made.carriers[one].base == school]
        made.row([*(term for terms in stopping.values() for term in terms), *posts], lowest=least)


def _gone(made: Model, one: int, value: float) -> list[Term]:
    """Days away; of those who are alike the first goes most often."""
    return [(column, value) for (who, _, _), column in made.away.items() if who == one]


def _minus(post: int | None, value: float) -> list[Term]:
    return [] if post is None else [(post, -value)]


def _limit(post: int | None, value: float) -> float:
    return value if post is None else 0.0
