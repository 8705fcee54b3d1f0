"""Weekly visits of shared teachers in one county, beside sharing by hand: the nearest with lessons to spare first.

    python bench/itinerant.py [--schools 40] [--seeds 3] [--seconds 20]

Each seed is a county on a map of 30 km: small schools of 2–6 classes and a third of larger ones, one subject of two
lessons a week, a load of 16, at most 5 lessons a day and 40 km a day. By hand: schools that lack most first; whoever
is nearest and still has lessons gives them, a day at a time; where nobody can, a new post. CPU seconds are those of the
child that solves as well.
"""

import argparse
import os
import time
from datetime import date

import numpy as np

from junheng.policy.itinerant_rules import ItinerantRules, itinerant_rules
from junheng.programs import Solver
from junheng.teachers.itinerant import Group, Plan, by_hand, plan

RULES = {"lessons.day": 5, "travel.most": 40}
LOAD = 16.0


def county(schools: int, seed: int) -> Group:
    """Schools on a map, their classes and the teachers that they have: the whole part of what they need, or none."""
    dice = np.random.default_rng(seed)
    place = dice.uniform(0, 30, (schools, 2))
    large = np.arange(schools) % 3 == 0
    classes = np.where(large, dice.integers(12, 30, schools), dice.integers(2, 7, schools))
    lessons = 2 * classes
    have = np.where(large, np.ceil(lessons / LOAD), lessons // LOAD).astype(np.int64)
    km = np.hypot(*np.moveaxis(place[:, None] - place[None], 2, 0)).round(2)
    names = tuple(f"s{at}" for at in range(schools))
    return Group("1", "primary", "music", LOAD, names, lessons, have, classes, km)


def cpu() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def measured(group: Group, rules: ItinerantRules, seconds: float) -> tuple[Plan, float, float]:
    """The plan, its CPU seconds and the seconds that passed."""
    before, begun = cpu(), time.perf_counter()
    with Solver() as solver:
        found = plan(group, rules, solver, seconds)
    return found, cpu() - before, time.perf_counter() - begun


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--schools", type=int, default=40)
    asked.add_argument("--seeds", type=int, default=3)
    asked.add_argument("--seconds", type=float, default=20.0)
    given = asked.parse_args()
    rules = itinerant_rules(date(2026, 9, 1), RULES)
    for seed in range(given.seeds):
        group = county(given.schools, seed)
        found, spent, passed = measured(group, rules, given.seconds)
        posts, km = by_hand(group, rules)
        print(
            f"seed {seed}: {(group.shared > 0).sum()} of {given.schools} schools lack {group.shared.sum()} lessons, "
            f"{group.spare.sum()} to spare | posts {found.posts} (at least {found.posts_bound}), {found.km:.1f} km, "
            f"bound {found.bound:.1f}, gap {found.gap:.2%} [{found.status}, {spent:.1f} s CPU, {passed:.1f} s] | "
            f"by hand: {posts} posts, {km:.1f} km"
        )


if __name__ == "__main__":
    main()
