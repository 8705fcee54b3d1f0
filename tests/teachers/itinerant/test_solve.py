"""The fewest posts and the shortest ways, beside trying every choice of days."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from junheng.policy.itinerant_rules import ItinerantRules
from junheng.programs import Solver
from junheng.teachers.itinerant import Group, plan
from tests.teachers.itinerant.small import KM, group, rules

Days = tuple[int, ...]


def covered(held: Group, law: ItinerantRules, who: list[tuple[int, bool]], away: tuple[Days, ...]) -> bool:
    """Whether the lessons of every school can be given with these days away: a flow of lessons."""
    schools, most = len(held.schools), int(law.teacher or 99)
    source, sink = 0, 1 + len(who) + schools
    flow = np.zeros((sink + 1, sink + 1), dtype=np.int32)
    wanted = np.where(held.shared > 0, held.shared, held.lessons)
    for at, ((base, _), days) in enumerate(zip(who, away, strict=True), 1):
        flow[source, at] = int(held.load)
        flow[at, 1 + len(who) + base] = most * (law.days - sum(days))
        for school, many in enumerate(days):
            if many:
                flow[at, 1 + len(who) + school] = most * many
    flow[1 + len(who) : sink, sink] = wanted
    return bool(maximum_flow(csr_array(flow), source, sink).flow_value == wanted.sum())


def best(held: Group, law: ItinerantRules) -> tuple[int, float]:
    """The fewest new posts, and the least km with so many, by trying all."""
    lacking = np.flatnonzero(held.shared).tolist()
    there = [(base, False) for base in np.flatnonzero(held.have).tolist() for _ in range(held.have[base])]
    for posts in range(len(lacking) + 1):
        found = float("inf")
        for new in combinations(lacking, posts):
            who = [*there, *((base, True) for base in new)]
            choices = [
                [
                    days
                    for days in product(range(law.days + 1), repeat=len(held.schools))
                    if sum(days) <= law.days
                    and all(not many or (to in lacking and to != base) for to, many in enumerate(days))
                ]
                for base, _ in who
            ]
            for away in product(*choices):
                if any(sum(many) > law.days for many in zip(*away, strict=True)):
                    continue
                km = sum(
                    2 * held.km[base, to] * many
                    for (base, _), days in zip(who, away, strict=True)
                    for to, many in enumerate(days)
                )
                if km < found and covered(held, law, who, away):
                    found = km
        if found < float("inf"):
            return posts, found
    raise AssertionError


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(4, 12), st.lists(st.integers(1, 7), min_size=2, max_size=2), st.integers(3, 5), st.integers(0, 10**6)
)
def test_nothing_beats_the_plan(solver: Solver, home: int, lacking: list[int], most: int, seed: int) -> None:
    place = np.random.default_rng(seed).integers(0, 9, (3, 2))
    km = np.abs(place[:, None] - place[None]).sum(axis=2).astype(float)
    held, law = group([home, *lacking], [2, 0, 0], 8, km), rules(days_week=2, lessons_day=most)
    assert (held.shared > 0).tolist() == [False, True, True]
    if 2 * most < max(lacking) or not covered(held, law, [(0, False)] * 2 + [(1, True), (2, True)], ((0, 0, 0),) * 4):
        return
    found = plan(held, law, solver, 20)
    assert found.status == "optimal"
    assert (found.posts, found.km) == pytest.approx(best(held, law))


def test_a_school_that_lacks_nothing_needs_no_plan(solver: Solver) -> None:
    assert plan(group([8, 8], [1, 1], 8, KM[:2, :2]), rules(), solver, 5).status == "nothing"


def test_lessons_of_a_class_are_spread_over_days(solver: Solver) -> None:
    held = group([2, 6], [1, 0], 8, KM[:2, :2], classes=[1, 2])
    assert plan(held, rules(), solver, 5).km == 2
    spread = plan(held, rules(class_day=1), solver, 5)
    assert (spread.km, [one.lessons for one in spread.visits]) == (6, [2, 2, 2])


def test_two_schools_on_one_day_save_a_way(solver: Solver) -> None:
    held = group([2, 3, 3], [1, 0, 0], 8, KM[:3, :3])
    assert plan(held, rules(), solver, 5).km == 6
    assert plan(held, rules(schools_day=2), solver, 5).km == 4


def test_without_a_plan_the_reason_is_told(solver: Solver) -> None:
    found = plan(group([16, 6], [2, 0], 8, KM[:2, :2]), rules(posts_most=0), solver, 5)
    assert found.status == "infeasible"
    assert found.reason is not None
    assert "最多新设 0 个共享岗位" in found.reason.zh
