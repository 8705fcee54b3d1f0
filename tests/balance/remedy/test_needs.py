"""Demands in whole steps, tested as the verdict tests them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from junheng.balance.remedy.needs import least_change
from junheng.balance.tolerance import lowered


@given(
    held=st.integers(0, 4000),
    pupils=st.integers(1, 3000),
    bound=st.sampled_from((4.2, 5.3, 3.57, 4.505, 1.0, 0.85, 0.9, 0.765, 2.3, 1.955)),
)
def test_it_is_enough_and_one_less_is_not(held: int, pupils: int, bound: float) -> None:
    above, below = np.array([float(held)]), np.array([float(pupils)])
    (change,) = least_change(above, below, 100.0, bound, 1.0)
    assert 100.0 * (held + change) / pupils >= lowered(bound)
    assert 100.0 * (held + change - 1) / pupils < lowered(bound)


@given(
    held=st.floats(0, 5e6, allow_nan=False),
    pupils=st.integers(1, 3000),
    bound=st.sampled_from((2000.0, 1700.0, 2125.0, 4.5, 3.825, 8.67)),
)
def test_money_and_room_come_in_small_steps(held: float, pupils: int, bound: float) -> None:
    (change,) = least_change(np.array([held]), np.array([float(pupils)]), 1.0, bound, 0.01)
    assert (held + change) / pupils >= lowered(bound)
    assert (held + change - 0.02) / pupils < lowered(bound)
    assert change == round(change, 2)


def test_a_tie_needs_nothing_and_without_a_bound_all_may_go() -> None:
    assert least_change(np.array([357.0]), np.array([8500.0]), 100.0, 4.2 * 1.0, 1.0).tolist() == [0.0]
    assert least_change(np.array([7.5]), np.array([100.0]), 100.0, None, 1.0).tolist() == [-7.0]
