"""The gap is told only where it means something."""

import pytest

from junheng.seats.medians import Answer


@pytest.mark.parametrize(
    ("objective", "bound", "gap"),
    [(110.0, 100.0, 0.1), (100.0, 100.0, 0.0), (5.0, 0.0, None), (0.0, 0.0, 0.0), (None, 7.0, None)],
)
def test_the_gap_is_a_share_of_the_bound(objective: float | None, bound: float, gap: float | None) -> None:
    found = Answer("feasible", objective, bound, (), (), 1.0).gap
    assert found == (None if gap is None else pytest.approx(gap))
