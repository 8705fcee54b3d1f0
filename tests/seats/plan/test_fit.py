"""Whole children in proportion."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from junheng.seats.plan.fit import fit


@given(st.lists(st.integers(0, 500), min_size=1, max_size=30), st.floats(0, 1))
def test_the_total_is_kept_and_nobody_gets_more_than_one_too_many(counts: list[int], share: float) -> None:
    held = np.array(counts)
    total = int(held.sum() * share)
    found = fit(held, total)
    assert found.sum() == (total if held.sum() else 0)
    assert (found >= 0).all()
    assert (found <= held).all()
    assert (np.abs(found - held * (total / max(held.sum(), 1))) < 1).all()


def test_equal_counts_share_equally() -> None:
    assert fit(np.array([10, 10, 10]), 29).tolist() == [10, 10, 9]
