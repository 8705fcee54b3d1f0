"""Sharing as it is done by hand: the nearest with lessons to spare first. What a plan is held against."""

from collections.abc import Iterator

import numpy as np

from junheng.policy.itinerant_rules import ItinerantRules
from junheng.teachers.itinerant.group import Group


def by_hand(group: Group, rules: ItinerantRules) -> tuple[int, float]:
    """New posts and km a week of the plan that takes the nearest first.

    Schools that lack most come first; whoever is nearest and still has lessons gives them, a day at a time, one school
    a day; where nobody can, a new post is made at the school.
    """
    spare = [[base, int(group.spare[base]), rules.days] for base in np.flatnonzero(group.spare).tolist()]
    daily = int(rules.teacher or group.load)
    posts, km = 0, 0.0
    for school in sorted(np.flatnonzero(group.shared).tolist(), key=lambda at: -group.shared[at]):
        left, far = int(group.shared[school]), group.km[:, school]
        for one in sorted(spare, key=lambda one: float(far[one[0]])):
            for day in _days(group, rules, one, school):
                if left <= 0 or one[1] <= 0:
                    break
                given = min(left, one[1], daily)
                left, one[1], one[2] = left - given, one[1] - given, day
                km += 2 * float(far[one[0]])
        if left > 0:
            posts += 1
            spare.append([school, int(group.load) - left, rules.days - int(np.ceil(left / daily))])
    return posts, km


def _days(group: Group, rules: ItinerantRules, one: list[int], school: int) -> Iterator[int]:
    """The days that are left to one who can go there, counted down."""
    way = 2 * group.km[one[0], school]
    if np.isfinite(way) and way <= (rules.km or np.inf):
        yield from range(one[2] - 1, -1, -1)
