"""Crowds: what they lack is what a best distribution leaves over, neither more nor less."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment import Arcs, Problem, split
from junheng.seats.plan.crowds import Crowd, shortage, without_seat


def arcs_of(reach: list[set[int]]) -> Arcs:
    first = np.concatenate(([0], np.cumsum([len(one) for one in reach]))).astype(np.int64)
    school = np.array([place for one in reach for place in sorted(one)], dtype=np.int64)
    return Arcs(first, school, np.ones(school.size))


CITIES = st.integers(1, 5).flatmap(
    lambda places: st.tuples(
        st.lists(
            st.tuples(st.integers(0, 40), st.sets(st.integers(0, places - 1), min_size=1)), min_size=1, max_size=8
        ),
        st.lists(st.integers(0, 60), min_size=places, max_size=places),
    )
)


@settings(deadline=None, max_examples=60)
@given(CITIES)
def test_crowds_prove_exactly_who_is_left(city: tuple[list[tuple[int, set[int]]], list[int]]) -> None:
    areas, room = city
    children, seats = np.array([one for one, _ in areas]), np.array(room)
    arcs = arcs_of([places for _, places in areas])
    left = int(split(Problem(pupils=children, seats=seats, arcs=arcs)).unserved.sum())
    assert without_seat(children, arcs, seats) == left
    found = shortage(children, arcs, seats.astype(float))
    assert found.left == pytest.approx(left)
    if left:
        assert max(crowd.lacking(seats) for crowd in found.crowds) == pytest.approx(left)
    for crowd in found.crowds:
        assert crowd.lacking(seats) <= left + 1e-9


def test_two_crowds_apart_are_told_apart() -> None:
    arcs = arcs_of([{0}, {1}, {2}])
    found = shortage(np.array([30, 50, 5]), arcs, np.array([10.0, 10.0, 10.0]))
    assert found.left == 60
    assert {tuple(crowd.places.tolist()) for crowd in found.crowds} >= {(0,), (1,)}


def test_half_a_class_seats_half_as_many() -> None:
    found = shortage(np.array([45]), arcs_of([{0}]), np.array([22.5]))
    assert found.left == pytest.approx(22.5, abs=0.01)
    assert Crowd(45, np.array([0])).lacking(np.array([22.5])) == pytest.approx(22.5)
