"""From flows to persons."""

import numpy as np

from junheng.teachers.rotation.arcs import Arcs
from junheng.teachers.rotation.groups import groups
from junheng.teachers.rotation.placing import moves, nobody
from junheng.teachers.rotation.whole import Whole
from tests.teachers.rotation.tiny import county, rules


def test_of_equals_who_wished_elsewhere_goes_last_and_the_longest_goes_first() -> None:
    held = county([0, 0, 0, 1, 2], years=[7, 20, 30, 9, 9], wishes=[(2, 2, 1)])
    made = groups(held, rules())
    group = int(made.of[0])
    arcs = Arcs(np.array([group]), np.array([1]), np.array([-1]), np.zeros(1))
    one = moves(held, made, Whole(arcs, np.array([1]), 0.0, 0.0, 0))
    assert (one.teacher.tolist(), one.to.tolist(), one.rank.tolist()) == ([1], [1], [0])
    two = moves(held, made, Whole(arcs, np.array([2]), 0.0, 0.0, 0))
    assert two.teacher.tolist() == [0, 1]


def test_a_wish_goes_to_who_wished_and_keeps_its_rank() -> None:
    held = county([0, 0, 1, 2], wishes=[(0, 1, 1), (0, 2, 2)])
    made = groups(held, rules())
    arcs = Arcs(made.of[[0]], np.array([2]), np.array([1]), np.zeros(1))
    found = moves(held, made, Whole(arcs, np.array([1]), 0.0, 0.0, 0))
    assert (found.teacher.tolist(), found.to.tolist(), found.rank.tolist()) == ([0], [2], [2])
    assert found.posts(held).tolist() == [2, 0, 1, 2]


def test_nobody_moves() -> None:
    held = county([0, 1])
    assert nobody().count == 0
    assert nobody().posts(held).tolist() == [0, 1]
