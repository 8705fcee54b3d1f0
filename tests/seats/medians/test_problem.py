"""Distances by both rules; whole costs are seen."""

import numpy as np

from junheng.seats.medians import facility_problem, median_problem

POINTS = np.array([[0.0, 0.0], [3.0, 4.0], [1.0, 1.0]])


def test_the_two_distances() -> None:
    exact = median_problem(POINTS, np.ones(3), np.ones(3), 1)
    cut = median_problem(POINTS, np.ones(3), np.ones(3), 1, "floor")
    assert exact.cost[0].tolist() == [0.0, 5.0, np.sqrt(2)]
    assert cut.cost[0].tolist() == [0.0, 5.0, 1.0]
    assert (exact.whole, cut.whole) == (False, True)
    assert exact.own.tolist() == [0, 1, 2]


def test_facilities_stand_nowhere() -> None:
    problem = facility_problem(np.ones((4, 2)), np.ones(2), np.array([0.5, 1.0]), np.ones(4))
    assert (problem.customers, problem.sites, problem.p) == (4, 2, None)
    assert problem.own.tolist() == [-1, -1]
    assert not problem.whole
