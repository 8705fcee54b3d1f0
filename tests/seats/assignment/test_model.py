"""Arcs row by row, and the gap."""

import numpy as np

from junheng.seats.assignment import Arcs, Plan
from junheng.seats.assignment.model import gap
from tests.seats.assignment.towns import dense


def test_arcs_know_their_areas_and_can_be_thinned() -> None:
    arcs = Arcs(np.array([0, 2, 2, 3]), np.array([4, 5, 6]), np.array([1.0, 2.0, 3.0]))
    assert arcs.area.tolist() == [0, 0, 2]
    thin = arcs.kept(np.array([False, True, True]))
    assert thin.first.tolist() == [0, 1, 1, 2]
    assert thin.school.tolist() == [5, 6]


def test_the_gap_is_the_share_above_the_bound() -> None:
    assert Plan(np.zeros(0, np.int64), 101.0, 100.0, 0, 0.0).gap == 0.01
    assert gap(0.0, 0.0) == 0.0
    assert gap(5.0, 0.0) == 1.0


def test_surcharges_count_as_way() -> None:
    problem = dense(np.array([[5.0, 7.0]]), np.array([1]), np.array([1, 1]), surcharge=np.array([1.0, 0.0]))
    assert problem.metres.tolist() == [6.0, 7.0]
