"""Maximal covering against all choices of sites."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.siting import maximal_covering
from tests.seats.assignment.towns import dense


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_nothing_covers_more_than_the_bound(seed: int, p: int) -> None:
    dice = np.random.default_rng(seed)
    metres, pupils = dice.uniform(0, 1000, (12, 6)), dice.integers(0, 40, 12)
    found = maximal_covering(dense(metres, pupils, np.ones(6, int)), p, 300.0)
    best = max(pupils[(metres[:, list(sites)] <= 300).any(1)].sum() for sites in combinations(range(6), p))
    assert found.covered <= best <= found.bound + 1e-6
    assert found.covered == pupils[(metres[:, found.sites] <= 300).any(1)].sum()
    assert found.covered >= 0.63 * best
    assert 0 <= found.gap <= 1


def test_sites_for_everybody_leave_no_gap() -> None:
    metres = np.array([[10.0, 900.0], [900.0, 10.0]])
    found = maximal_covering(dense(metres, np.array([5, 7]), np.array([1, 1])), 2, 100.0)
    assert (found.covered, found.gap) == (12, 0.0)
