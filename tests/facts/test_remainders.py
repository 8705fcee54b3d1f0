"""Whole numbers of parts of a whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.remainders import proportional, whole


@given(st.lists(st.floats(0, 1e4), min_size=1, max_size=30))
def test_the_rounded_sum_is_kept_and_everybody_stays_within_one(values: list[float]) -> None:
    exact = np.array(values)
    found = whole(exact)
    assert found.sum() == round(float(exact.sum()))
    assert (np.abs(found - exact) <= 1 + 1e-9).all()


def test_tables_keep_their_shape_and_share_one_sum() -> None:
    assert whole(np.array([[0.6, 0.6], [0.6, 0.2]])).tolist() == [[1, 1], [0, 0]]


@given(st.integers(0, 10_000), st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_the_total_is_shared_in_proportion(total: int, weights: list[float]) -> None:
    found = proportional(total, np.array(weights))
    assert found.sum() == total
    assert np.abs(found - total * np.array(weights) / sum(weights)).max() < 1 + 1e-6


@given(st.lists(st.integers(0, 500), min_size=1, max_size=30), st.floats(0, 1))
def test_less_than_everything_never_gives_anybody_more(counts: list[int], share: float) -> None:
    held = np.array(counts)
    assert (proportional(int(held.sum() * share), held) <= held).all()


@pytest.mark.parametrize(("total", "weights", "shares"), [(29, [10, 10, 10], [10, 10, 9]), (5, [0, 0], [0, 0])])
def test_the_earlier_goes_first_and_no_weight_shares_nothing(total: int, weights: list[int], shares: list[int]) -> None:
    assert proportional(total, np.array(weights)).tolist() == shares
