"""The smallest conflicting set: it is one, nothing in it can be spared, and it is said in words."""

from dataclasses import replace

import numpy as np

from junheng.seats.assignment import split, why_infeasible
from tests.seats.assignment.towns import dense, town

METRES = np.array([[100.0, 5000.0, 9000.0], [200.0, 5000.0, 9000.0], [9000.0, 300.0, 400.0]])


def test_nothing_is_wrong_with_a_town_that_has_its_seats() -> None:
    assert why_infeasible(town()[0]) is None


def test_a_cap_leaves_two_areas_with_the_school_that_is_too_small() -> None:
    problem = replace(dense(METRES, np.array([30, 30, 30]), np.array([40, 60, 60])), cap_metres=1000.0)
    conflict = why_infeasible(problem, area_names=("甲", "乙", "丙"), school_names=("一小", "二小", "三小"))
    assert conflict is not None
    assert sorted(one.kind for one in conflict.demands) == ["cap", "cap", "seats"]
    assert conflict.areas == (0, 1)
    assert (conflict.pupils, conflict.seats) == (60, 40)
    assert "一小有 40 个学位" in conflict.words.zh
    assert "甲" in conflict.words.zh
    assert "丙" not in conflict.words.zh


def test_a_lock_is_named_and_the_cap_is_not() -> None:
    locked = np.array([0, 0, -1])
    problem = replace(dense(METRES, np.array([30, 30, 30]), np.array([40, 60, 60])), cap_metres=6000.0, locked=locked)
    conflict = why_infeasible(problem)
    assert conflict is not None
    assert [one.kind for one in conflict.demands] == ["lock", "lock", "seats"]


def test_one_area_too_large_for_every_school() -> None:
    conflict = why_infeasible(dense(METRES, np.array([70, 30, 30]), np.array([50, 60, 60])))
    assert conflict is not None
    assert conflict.seats is None
    assert conflict.areas == (0,)
    assert [one.kind for one in conflict.demands] == ["seats"] * 3


def test_seats_short_everywhere_are_named_by_district() -> None:
    problem, _, _ = town(tightness=1.3)
    conflict = why_infeasible(problem, districts=np.arange(9) % 3)
    assert conflict is not None
    assert {one.kind for one in conflict.demands} == {"seats"}
    assert conflict.seats is not None
    assert conflict.pupils > conflict.seats


def test_leaving_out_one_demand_of_the_set_ends_the_conflict() -> None:
    problem = replace(dense(METRES, np.array([30, 30, 30]), np.array([40, 60, 60])), cap_metres=1000.0)
    assert split(problem).unserved.sum() == 20
    freed = replace(
        problem, arcs=replace(problem.arcs, metres=np.where(problem.arcs.area == 0, 1.0, problem.arcs.metres))
    )
    assert split(freed).unserved.sum() == 0
    assert why_infeasible(freed) is None


def test_an_area_that_reaches_nothing() -> None:
    problem = replace(dense(METRES, np.array([30, 30, 30]), np.array([60, 60, 60])), cap_metres=150.0)
    conflict = why_infeasible(problem)
    assert conflict is not None
    assert (conflict.areas, conflict.seats) == ((1,), 0)
    assert [one.kind for one in conflict.demands] == ["cap"]
