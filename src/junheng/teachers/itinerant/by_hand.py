"""Sharing as it is done by hand: the nearest with lessons to spare first. What a plan is held against."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from junheng.policy.itinerant_rules import ItinerantRules
from junheng.teachers.itinerant.group import Group


@dataclass(slots=True)
class Giver:
    """A school's teachers together, or one on a ``new`` post: lessons and days left, ``home`` given at a new post."""

    base: int
    new: bool
    spare: int
    days: int
    home: int = 0


@dataclass(frozen=True, slots=True)
class Trip:
    """One day's way of a giver (its number) to a school and back, for so many lessons."""

    giver: int
    school: int
    lessons: int
    km: float


def by_hand(group: Group, rules: ItinerantRules) -> tuple[int, float]:
    """New posts and km a week of the plan that takes the nearest first."""
    givers, trips = trips_by_hand(group, rules)
    return sum(one.new for one in givers), sum(one.km for one in trips)


def trips_by_hand(group: Group, rules: ItinerantRules) -> tuple[list[Giver], list[Trip]]:
    """Schools that lack most come first; whoever is nearest and still has lessons gives them, a day at a time, one
    school a day; where nobody can, a new post is made at the school."""
    givers = [Giver(base, False, int(group.spare[base]), rules.days) for base in np.flatnonzero(group.spare).tolist()]
    daily = int(rules.teacher or group.load)
    trips: list[Trip] = []
    for school in sorted(np.flatnonzero(group.shared).tolist(), key=lambda at: -group.shared[at]):
        left, far = int(group.shared[school]), group.km[:, school]
        for number, one in sorted(enumerate(givers), key=lambda pair: float(far[pair[1].base])):
            for day in _days(group, rules, one, school):
                if left <= 0 or one.spare <= 0:
                    break
                given = min(left, one.spare, daily)
                left, one.spare, one.days = left - given, one.spare - given, day
                trips.append(Trip(number, school, given, 2 * float(far[one.base])))
        if left > 0:
            days = rules.days - int(np.ceil(left / daily))
            givers.append(Giver(school, True, int(group.load) - left, days, left))
    return givers, trips


def _days(group: Group, rules: ItinerantRules, one: Giver, school: int) -> Iterator[int]:
    """The days that are left to one who can go there, counted down."""
    way = 2 * group.km[one.base, school]
    if np.isfinite(way) and way <= (rules.km or np.inf):
        yield from range(one.days - 1, -1, -1)
