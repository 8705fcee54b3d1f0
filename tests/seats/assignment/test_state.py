"""The books of a search agree with a fresh count after every move."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment import NOBODY
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.state import (
    FELT,
    arcs_to,
    assignment_of,
    plan_of,
    promising,
    put,
    seated,
    seatless,
    table,
    weigh,
)
from tests.seats.assignment.towns import town

PROBLEM = ready(town(30, 6, near=4)[0])
KNOWN = table(PROBLEM, np.ones(PROBLEM.arcs.school.size, bool), PROBLEM.metres)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 29), st.integers(0, 4)), max_size=40))
def test_any_moves_leave_true_books(moves: list[tuple[int, int]]) -> None:
    state = seated(KNOWN, KNOWN.first[:-1])
    for area, turn in moves:
        put(KNOWN, state, area, int(KNOWN.first[area]) + turn)
    fresh = seated(KNOWN, state.at)
    assert (state.load == fresh.load).all()
    assert (state.held == fresh.held).all()
    assert np.allclose(state.tally, fresh.tally)
    assert (state.zone == KNOWN.school[state.at]).all()
    for school in range(KNOWN.seats.size):
        members = state.member[state.start[school] :][: state.held[school]]
        assert sorted(members) == np.flatnonzero(KNOWN.school[state.at] == school).tolist()


def test_pupils_too_many_count_more_at_schools_that_keep_them_and_less_again_elsewhere() -> None:
    state = seated(KNOWN, KNOWN.first[:-1])
    over = np.maximum(state.load - KNOWN.seats, 0)
    assert 0 < (over > 0).sum() < over.size
    for _ in range(3):
        weigh(KNOWN, state)
    assert (state.weight[over > 0] > 1.5).all()
    assert (state.weight[over == 0] == 1).all()
    assert np.isclose(state.tally[FELT], state.weight @ over)
    put(KNOWN, state, 0, int(KNOWN.first[1]) - 1)
    assert np.isclose(state.tally[FELT], state.weight @ np.maximum(state.load - KNOWN.seats, 0))
    state.load[:] = 0
    weigh(KNOWN, state)
    assert state.weight.max() < 1.2**3
    assert state.tally[FELT] == 0


def test_an_assignment_survives_the_way_there_and_back() -> None:
    assignment = PROBLEM.arcs.school[PROBLEM.arcs.first[:-1]].copy()
    assignment[3] = NOBODY
    assert (assignment_of(KNOWN, arcs_to(KNOWN, assignment)) == assignment).all()
    plan = plan_of(PROBLEM, assignment, 0.0, 1.0, 5)
    assert plan.unserved == PROBLEM.pupils[3]


def test_arcs_of_little_regret_and_the_least_of_each_area_are_kept() -> None:
    regret = np.tile([5.0, 1.0, 9.0, 7.0], 30)
    assert promising(PROBLEM, regret, 0.0, 2).reshape(30, 4).tolist() == [[True, True, False, False]] * 30
    assert promising(PROBLEM, regret, 8.0, 1).sum() == 90


def test_a_seat_for_all_comes_before_short_ways_and_a_shortage_does_not() -> None:
    pupils = np.array([10, 20])
    assert seatless(pupils, np.array([30])) > 1
    assert seatless(pupils, np.array([29])) == 1
    dear = table(PROBLEM, np.ones(PROBLEM.arcs.school.size, bool), PROBLEM.metres, 10.0)
    plain = table(PROBLEM, np.ones(PROBLEM.arcs.school.size, bool), PROBLEM.metres)
    last = plain.first[1:] - 1
    assert np.allclose(dear.cost[last], 10 * plain.cost[last])
