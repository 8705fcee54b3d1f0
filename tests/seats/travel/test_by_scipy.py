import numpy as np
import pytest

from junheng.seats.travel import snap
from junheng.seats.travel.by_scipy import scipy_pairs

from .streets import at, streets

CORNERS = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (100.0, 100.0), "d": (0.0, 100.0)}
NETWORK = streets(CORNERS, [("a", "b"), ("b", "c"), ("c", "d")])
HOMES = snap(at((0, 0), (20, 0), (50, 110)), NETWORK, within=20)
GOALS = snap(at((60, 0), (0, 100)), NETWORK, within=20)


def test_distances_worked_out_by_hand() -> None:
    found = scipy_pairs(HOMES, GOALS, NETWORK, limit=1000).matrix(3, 2)
    assert found == pytest.approx(np.array([[60, 300], [40, 280], [200, 60]]), rel=1e-5)


def test_only_some_schools_and_only_within_the_limit() -> None:
    found = scipy_pairs(HOMES, GOALS, NETWORK, limit=250, only=np.array([1]))
    assert (found.area.tolist(), found.school.tolist()) == ([2], [1])


def test_parallel_streets_do_not_add_up_and_a_street_of_no_length_is_one() -> None:
    network = streets(CORNERS, [("a", "b"), ("a", "b"), ("b", "c")], length_m=[90.0, 40.0, 0.0])
    homes, goals = snap(at((0, -1)), network, within=5), snap(at((101, 100)), network, within=5)
    assert scipy_pairs(homes, goals, network, limit=500).metres.tolist() == pytest.approx([42], rel=1e-4)
