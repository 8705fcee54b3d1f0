"""Another purpose is another cost: pupils beyond the radius, or those who go far."""

import numpy as np

from junheng.seats.assignment import assign
from junheng.seats.siting import far_counts_more, uncovered
from tests.seats.assignment.towns import dense

METRES = np.array([[400.0, 600.0], [100.0, 1600.0]])
PLACES = dense(METRES, np.array([10, 10]), np.array([10, 10]))


def test_the_shortest_way_sends_one_area_far() -> None:
    two = dense(np.array([[400.0, 600.0], [100.0, 400.0]]), np.array([10, 10]), np.array([10, 10]))
    assert assign(two, steps=2_000).objective == 7000.0


def test_pupils_beyond_the_radius_are_counted() -> None:
    plan = assign(uncovered(PLACES, 500.0), steps=2_000)
    assert plan.objective == 10 * 1000.0


def test_twice_as_far_weighs_four_times() -> None:
    places = far_counts_more(PLACES, 1000.0)
    assert (places.metres == places.arcs.metres**2 / 1000).all()
    assert assign(places, steps=2_000).assignment.tolist() == [1, 0]
