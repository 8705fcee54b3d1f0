"""Whole shares of a total: nothing is lost, nobody loses by a larger weight."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.teachers.shares import largest_remainder


@given(st.integers(0, 500), st.lists(st.integers(0, 300), min_size=1, max_size=12))
def test_largest_remainders_keep_the_total_and_the_quota(total: int, weights: list[int]) -> None:
    shares = largest_remainder(total, weights)
    if sum(weights) == 0:
        assert shares == [0] * len(weights)
        return
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - total * weight / sum(weights)) < 1 + 1e-6


def test_a_worked_share() -> None:
    assert largest_remainder(10, [1, 1, 1]) == [4, 3, 3]
    assert largest_remainder(7, [5, 3, 2]) == [4, 2, 1]
    assert largest_remainder(10**12, [Decimal("0.1")] * 3) == [333333333334, 333333333333, 333333333333]


@given(st.integers(0, 400), st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(1, 40), st.data())
def test_a_larger_weight_never_makes_a_share_smaller(
    total: int, weights: list[int], more: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(weights) - 1))
    raised = [one + more * (at == other) for other, one in enumerate(weights)]
    assert largest_remainder(total, raised)[at] >= largest_remainder(total, weights)[at]


@given(st.integers(0, 400), st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(0, 30))
def test_nobody_falls_below_the_least_and_the_total_is_kept(total: int, weights: list[int], least: int) -> None:
    some = [one for one in weights if one]
    if least * len(some) > total:
        with pytest.raises(ValueError, match=str(least)):
            largest_remainder(total, weights, least)
        return
    shares = largest_remainder(total, weights, least)
    assert sum(shares) == (total if some else 0)
    assert all(share >= least if weight else share == 0 for share, weight in zip(shares, weights, strict=True))


def test_a_least_share_is_taken_from_the_others_in_proportion() -> None:
    assert largest_remainder(100, [1, 49, 50], 10) == [10, 45, 45]
    assert largest_remainder(100, [0, 1, 99], 10) == [0, 10, 90]
