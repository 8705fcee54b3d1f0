"""Pairs of givers and takers."""

import numpy as np

from junheng.balance.remedy.moves import paired


def test_everybody_given_is_taken_once() -> None:
    pairs = paired(2, np.array([3.0, 0.0, 1.0, 0.0]), np.array([0.0, 2.0, 0.0, 2.0]))
    assert pairs.tolist() == [[2, 0, 1, 2], [2, 0, 3, 1], [2, 2, 3, 1]]


def test_a_school_that_does_both_keeps_its_own() -> None:
    assert paired(0, np.array([2.0, 0.0]), np.array([1.0, 1.0])).tolist() == [[0, 0, 1, 1]]
    assert paired(0, np.array([1.0, 0.0]), np.array([1.0, 0.0])).tolist() == []
