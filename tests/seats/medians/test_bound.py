"""The Lagrangian bound never exceeds the optimum, whatever the target and wherever the prices start."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.medians import lower_bound
from junheng.seats.medians.bound import Relaxation
from tests.seats.medians.small import by_trying, shops, towns


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("make", [towns, shops])
def test_it_is_below_the_optimum_and_not_far(make: object, seed: int) -> None:
    problem = towns(seed, n=6) if make is towns else shops(seed)
    least = by_trying(problem)
    bound = lower_bound(problem, least * 1.05, 0.5)
    assert 0.5 * least <= bound.value <= least + 1e-7


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-50, 100), min_size=6, max_size=6))
def test_any_prices_give_a_bound(prices: list[float]) -> None:
    problem = towns(1, n=6)
    assert Relaxation(problem).at(np.array(prices)).bound <= by_trying(problem) + 1e-7


def test_a_larger_capacity_never_raises_the_bound_at_the_same_prices() -> None:
    tight, loose = towns(2, spare=1.0), towns(2, spare=2.0)
    prices = np.full(7, 12.0)
    assert Relaxation(loose).at(prices).bound <= Relaxation(tight).at(prices).bound + 1e-9
