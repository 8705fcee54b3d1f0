"""Demands worked into arcs, and the arcs themselves."""

from dataclasses import replace

import numpy as np

from junheng.seats.assignment import nearest_arcs, preferring
from junheng.seats.assignment.ready import allowed, ready
from tests.seats.assignment.towns import dense

METRES = np.array([[300.0, 100.0, 200.0], [50.0, 900.0, 70.0]])
PROBLEM = dense(METRES, np.array([3, 4]), np.array([9, 9, 9]))


def test_the_nearest_schools_come_first() -> None:
    arcs = nearest_arcs(np.array([[0.0, 0.0]]), np.array([[5.0, 0.0], [3.0, 0.0], [9.0, 0.0]]), 2)
    assert arcs.school.tolist() == [1, 0]
    assert arcs.metres.tolist() == [3.0, 5.0]
    assert nearest_arcs(np.zeros((2, 2)), np.ones((1, 2)), 30).school.tolist() == [0, 0]


def test_cap_lock_forbidden_pair_and_a_school_without_seats_take_arcs_away() -> None:
    forbidden = np.zeros(6, bool)
    forbidden[3] = True
    problem = replace(PROBLEM, cap_metres=250.0, forbidden=forbidden, locked=np.array([2, -1]))
    assert allowed(problem).tolist() == [False, False, True, False, False, True]
    assert not allowed(replace(PROBLEM, seats=np.array([9, 0, 9])))[[1, 4]].any()


def test_a_ready_problem_has_its_cheapest_arcs_first_surcharge_included() -> None:
    made = ready(replace(PROBLEM, surcharge=np.array([0.0, 500.0, 0.0, 0.0, 0.0, 0.0])))
    assert made.arcs.school.tolist() == [2, 0, 1, 0, 2, 1]
    assert made.metres.tolist() == [200.0, 300.0, 600.0, 50.0, 70.0, 900.0]


def test_whoever_leaves_the_preferred_school_pays() -> None:
    assert preferring(PROBLEM.arcs, np.array([1, -1]), 40.0).tolist() == [40.0, 0.0, 40.0, 0.0, 0.0, 0.0]
