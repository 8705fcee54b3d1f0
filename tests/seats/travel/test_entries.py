import pytest

from junheng.seats.travel import snap
from junheng.seats.travel.entries import arriving, leaving

from .streets import at, streets

CORNERS = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (100.0, 100.0)}
ROUND = [("a", "b"), ("b", "c"), ("c", "a")]


def test_both_ends_of_a_street_lead_in_and_out() -> None:
    network = streets(CORNERS, ROUND)
    found = leaving(snap(at((30, -4)), network, within=50), network)
    assert dict(zip(found.node.tolist(), found.metres.tolist(), strict=True)) == pytest.approx({0: 34, 1: 74})


def test_a_one_way_street_is_left_at_its_head_and_entered_at_its_tail() -> None:
    network = streets(CORNERS, ROUND, "drive", oneway=["yes", "yes", "yes"])
    point = snap(at((30, 0)), network, within=50)
    out, into = leaving(point, network), arriving(point, network)
    assert (out.node.tolist(), out.metres.tolist()) == ([1], pytest.approx([70]))
    assert (into.node.tolist(), into.metres.tolist()) == ([0], pytest.approx([30]))


def test_a_point_off_the_road_has_no_entries() -> None:
    network = streets(CORNERS, ROUND)
    assert len(leaving(snap(at((30, -400)), network, within=50), network).node) == 0
