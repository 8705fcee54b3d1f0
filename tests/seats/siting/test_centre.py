"""The p-centre against all choices of sites."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.siting import Centre, Names, Uncentred, p_centre
from tests.seats.assignment.towns import dense


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_the_radius_lies_between_the_best_and_the_bound(seed: int, p: int) -> None:
    metres = np.random.default_rng(seed).integers(1, 50, (7, 5)).astype(float)
    found = p_centre(dense(metres, np.ones(7, int), np.ones(5, int)), p)
    assert isinstance(found, Centre)
    best = min(metres[:, list(sites)].min(1).max() for sites in combinations(range(5), p))
    assert found.bound <= best <= found.radius
    assert metres[:, found.sites].min(1).max() == pytest.approx(found.radius)
    assert found.gap >= 0


def test_areas_that_share_no_site_are_named() -> None:
    places = dense(np.eye(3) * 10 + 1, np.ones(3, int), np.ones(3, int))
    kept = places.arcs.kept(places.arcs.metres > 10)
    found = p_centre(type(places)(places.pupils, places.seats, kept), 2, Names(("东", "中", "西")))
    assert isinstance(found, Uncentred)
    assert found.words.zh == "3 个片区（东、中、西）两两没有共同可到的地点，至少要 3 处，只许 2 处"
    assert found.words.en == "3 areas (东, 中, 西) share no site two by two: 3 sites are needed, 2 are allowed"


def test_an_area_without_any_way_is_named() -> None:
    places = dense(np.ones((3, 2)), np.ones(3, int), np.ones(2, int))
    kept = places.arcs.kept(places.arcs.area != 1)
    found = p_centre(type(places)(places.pupils, places.seats, kept), 2)
    assert isinstance(found, Uncentred)
    assert found.words.zh == "片区 #1 没有到任何地点的路程"


def test_a_cover_that_was_only_not_found_claims_nothing() -> None:
    assert "没有证明" in Uncentred((0,), 2, False, Names()).words.zh


def test_areas_without_children_need_no_site() -> None:
    found = p_centre(dense(np.array([[5.0], [900.0]]), np.array([3, 0]), np.array([9])), 1)
    assert isinstance(found, Centre)
    assert found.radius == 5.0
