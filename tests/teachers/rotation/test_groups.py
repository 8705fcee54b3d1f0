"""Teachers who are interchangeable are one group; who is bound stays alone."""

import numpy as np

from junheng.teachers.rotation.groups import bound, doors, groups, way_points
from tests.teachers.rotation.tiny import county, rules

HELD = county([0, 0, 0, 1], backbone=[1, 1, 0, 0], mobile=[1, 1, 1, 0], partner=[3, -1, -1, 0], child=[-1, -1, 1, -1])


def test_who_may_not_move_is_in_no_group() -> None:
    made = groups(HELD, rules())
    assert made.of[3] == -1
    assert made.of[0] == made.of[1] != made.of[2]
    assert sorted(made.size.tolist()) == [1, 2]


def test_a_bond_makes_a_group_of_one() -> None:
    made = groups(HELD, rules(couple=1, child=5))
    assert made.of[0] != made.of[1]
    assert sorted(made.one.tolist()) == [-1, 0, 2]
    assert bound(HELD, rules(couple=1)).tolist() == [True, False, False, False]
    assert not bound(HELD, rules()).any()


def test_the_child_school_closes_doors() -> None:
    held = county([0, 1, 2], child=[1, -1, -1])
    near, far = (doors(held, law, groups(held, law)) for law in (rules(child=0), rules(child=1)))
    assert near.sum() < far.sum()
    assert far.all(axis=1).sum() == 0


def test_ways_cost_points_and_no_way_costs_none() -> None:
    held = county([0, 1], km=[[0, np.inf], [3, 0]])
    assert way_points(held, rules(**{"weight.commute": 2})).tolist() == [[0, 0], [6, 0]]
