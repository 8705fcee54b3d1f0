"""The p-centre against all choices of sites."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.siting import p_centre
from tests.seats.assignment.towns import dense


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_the_radius_lies_between_the_best_and_the_bound(seed: int, p: int) -> None:
    metres = np.random.default_rng(seed).integers(1, 50, (7, 5)).astype(float)
    found = p_centre(dense(metres, np.ones(7, int), np.ones(5, int)), p)
    assert found is not None
    best = min(metres[:, list(sites)].min(1).max() for sites in combinations(range(5), p))
    assert found.bound <= best <= found.radius
    assert metres[:, found.sites].min(1).max() == pytest.approx(found.radius)
    assert found.gap >= 0


def test_areas_that_share_no_site_are_no_centre() -> None:
    places = dense(np.eye(3) * 10 + 1, np.ones(3, int), np.ones(3, int))
    kept = places.arcs.kept(places.arcs.metres > 10)
    assert p_centre(type(places)(places.pupils, places.seats, kept), 2) is None


def test_areas_without_children_need_no_site() -> None:
    found = p_centre(dense(np.array([[5.0], [900.0]]), np.array([3, 0]), np.array([9])), 1)
    assert found is not None
    assert found.radius == 5.0
