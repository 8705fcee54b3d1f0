"""Rounds of a day and their shortest order."""

import numpy as np

from junheng.teachers.itinerant.rounds import Round, rounds
from tests.teachers.itinerant.small import KM, rules


def test_one_school_a_day_is_there_and_back() -> None:
    assert rounds(0, [0, 1, 2], KM, rules()) == [Round((1,), 2), Round((2,), 4)]


def test_the_order_is_the_shortest_and_far_ones_are_left_out() -> None:
    found = rounds(2, [0, 1, 4], KM, rules(schools_day=3, travel_most=8))
    assert {frozenset(one.stops): one.km for one in found} == {
        frozenset([0]): 4,
        frozenset([1]): 2,
        frozenset([4]): 4,
        frozenset([0, 1]): 4,
        frozenset([0, 4]): 8,
        frozenset([1, 4]): 6,
        frozenset([0, 1, 4]): 8,
    }


def test_what_cannot_be_reached_is_no_round() -> None:
    apart = KM.copy()
    apart[0, 1] = apart[1, 0] = np.inf
    assert rounds(0, [1], apart, rules()) == []
