"""Arcs to the nearest posts and to wishes, with what they cost."""

import pytest

from junheng.teachers.rotation.arcs import nearest_arcs, wish_arcs
from junheng.teachers.rotation.groups import doors, groups
from tests.teachers.rotation.tiny import county, rules


def test_the_nearest_come_first_and_cost_way_and_asking() -> None:
    held, law = county([0, 1, 2, 3]), rules()
    made = groups(held, law)
    arcs = nearest_arcs(held, law, made, doors(held, law, made), 1)
    assert arcs.count == 4
    assert arcs.cost.tolist() == [2, 2, 2, 2]
    assert (arcs.wish == -1).all()


def test_a_granted_wish_is_cheaper_the_higher_it_ranks() -> None:
    held, law = county([0, 1, 2], wishes=[(0, 1, 1), (0, 2, 2), (1, 1, 1)]), rules()
    made = groups(held, law)
    arcs = wish_arcs(held, law, made, doors(held, law, made))
    assert arcs.count == 2
    assert arcs.cost.tolist() == pytest.approx([1 - 3, 2 - 1.5])


def test_nobody_who_may_move_has_no_arcs() -> None:
    held, law = county([0, 1], mobile=[0, 0]), rules()
    made = groups(held, law)
    assert nearest_arcs(held, law, made, doors(held, law, made), 3).count == 0
