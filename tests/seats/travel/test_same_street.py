import pytest

from junheng.seats.travel import snap
from junheng.seats.travel.same_street import along_one_street

from .streets import at, streets

CORNERS = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (100.0, 100.0)}
ROUND = [("a", "b"), ("b", "c"), ("c", "a")]


def test_neighbours_walk_along_their_street() -> None:
    network = streets(CORNERS, ROUND)
    homes, school = snap(at((10, 0), (90, 3), (60, 200)), network, within=150), snap(at((40, 0)), network, within=50)
    origin, target, metres = along_one_street(homes, school, network)
    assert origin.tolist() == [0, 1]
    assert target.tolist() == [0, 0]
    assert metres.tolist() == pytest.approx([30, 53], rel=1e-6)


def test_nobody_goes_back_on_a_one_way_street() -> None:
    network = streets(CORNERS, ROUND, "drive", oneway=["yes", "yes", "yes"])
    homes, school = snap(at((10, 0), (90, 0)), network, within=50), snap(at((40, 0)), network, within=50)
    assert along_one_street(homes, school, network)[0].tolist() == [0]
