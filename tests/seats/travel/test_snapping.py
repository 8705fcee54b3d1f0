import numpy as np
import pytest

from junheng.seats.travel import snap

from .streets import at, streets

CORNERS = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (200.0, 0.0), "x": (50.0, 300.0), "y": (90.0, 300.0)}
NETWORK = streets(CORNERS, [("a", "b"), ("b", "c"), ("x", "y")])


def test_a_point_goes_to_the_nearest_place_on_a_street() -> None:
    found = snap(at((30, 40), (100, -5), (230, 40)), NETWORK, within=500)
    assert found.edge.tolist()[0] == 0
    assert found.share[0] == pytest.approx(0.3, abs=1e-6)
    assert found.away.tolist() == pytest.approx([40, 5, 50], rel=1e-6)
    assert found.share[2] == 1.0
    assert np.isinf(found.passed).all()


def test_a_point_too_far_from_any_street_stands_on_none() -> None:
    found = snap(at((50, -80)), NETWORK, within=60)
    assert found.on_road.tolist() == [False]
    assert np.isinf(found.away).all()


def test_a_street_that_leads_nowhere_is_passed_and_told() -> None:
    found = snap(at((60, 280)), NETWORK, within=500)
    assert found.edge.tolist() == [0]
    assert found.away[0] == pytest.approx(280, rel=1e-6)
    assert found.passed[0] == pytest.approx(20, rel=1e-6)
    lost = snap(at((60, 280)), NETWORK, within=100)
    assert lost.on_road.tolist() == [False]
    assert lost.passed[0] == pytest.approx(20, rel=1e-6)


def test_no_points_make_no_trouble() -> None:
    assert len(snap(at(), NETWORK, within=10).edge) == 0
