"""Pairs of givers and takers."""

import numpy as np

from junheng.balance.remedy.moves import carried, paired


def test_everybody_given_is_taken_once() -> None:
    pairs = paired(2, np.array([3.0, 0.0, 1.0, 0.0]), np.array([0.0, 2.0, 0.0, 2.0]))
    assert pairs.tolist() == [[2, 0, 1, 2], [2, 0, 3, 1], [2, 2, 3, 1]]


def test_a_school_that_does_both_keeps_its_own() -> None:
    assert paired(0, np.array([2.0, 0.0]), np.array([1.0, 1.0])).tolist() == [[0, 0, 1, 1]]
    assert paired(0, np.array([1.0, 0.0]), np.array([1.0, 0.0])).tolist() == []


def test_who_has_no_room_of_its_own_takes_first() -> None:
    given, room, first = np.array([2.0, 0.0, 0.0]), np.array([0.0, 2.0, 2.0]), np.array([0.0, 0.0, 2.0])
    assert carried(1, given, room, first, None).tolist() == [[1, 0, 2, 2]]


def test_as_many_as_can_be_are_carried_within_reach() -> None:
    given, room, none = np.array([3.0, 2.0, 0.0, 0.0]), np.array([0.0, 0.0, 2.0, 4.0]), np.zeros(4)
    reach = np.array([[0, 0, 1, 0], [0, 0, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0]], bool)
    assert carried(0, given, room, none, reach).tolist() == [[0, 0, 2, 2], [0, 1, 3, 2]]
    assert carried(0, given, room, none, np.zeros((4, 4), bool)).tolist() == []


def test_nobody_moves_to_its_own_school() -> None:
    both, none = np.array([2.0, 2.0]), np.zeros(2)
    assert carried(0, both, both, none, np.ones((2, 2), bool)).tolist() == [[0, 0, 1, 2], [0, 1, 0, 2]]
