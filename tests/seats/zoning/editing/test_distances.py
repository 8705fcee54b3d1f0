"""Distances by table and by pairs agree; what is not known is NaN, never zero."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.editing.distances import DistanceTable, NearbyDistances, straight


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 6), st.integers(1, 5), st.integers(0, 1000))
def test_pairs_say_what_the_table_says(n: int, m: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    metres = dice.integers(0, 900, (n, m)).astype(float)
    metres[dice.random((n, m)) < 0.4] = np.nan
    table = DistanceTable(metres)
    areas, schools = np.nonzero(~np.isnan(metres))
    mixed = dice.permutation(len(areas))
    pairs = NearbyDistances((n, m), areas[mixed], schools[mixed], metres[areas, schools][mixed])
    every, each = (axis.ravel() for axis in np.indices((n, m)))
    np.testing.assert_array_equal(pairs.between(every, each), table.between(every, each))
    np.testing.assert_array_equal(pairs.least, table.least)


def test_a_pair_given_twice_counts_with_its_least() -> None:
    pairs = NearbyDistances((1, 1), np.array([0, 0]), np.array([0, 0]), np.array([7.0, 5.0]))
    assert pairs.between(np.array([0]), np.array([0])).tolist() == [5.0]


def test_without_any_pair_nothing_is_known() -> None:
    none = np.zeros(0, dtype=np.int64)
    pairs = NearbyDistances((2, 2), none, none, none.astype(float))
    assert math.isnan(pairs.between(np.array([1]), np.array([1]))[0])
    assert np.isnan(pairs.least).all()


def test_straight_lines() -> None:
    table = straight(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0], [0.0, 1.0]]))
    assert table.between(np.array([0]), np.array([0])) == pytest.approx([5.0])
    assert table.least.tolist() == [1.0]
