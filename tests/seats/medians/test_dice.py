"""The dice are seeded, even and within their bounds."""

import numpy as np

from junheng.seats.medians.dice import below, dice, unit


def test_the_same_seed_throws_the_same() -> None:
    one, other = dice(5), dice(5)
    assert [unit(one) for _ in range(5)] == [unit(other) for _ in range(5)]
    assert unit(dice(6)) != unit(dice(5))


def test_throws_are_even_and_within_bounds() -> None:
    state = dice(0)
    thrown = np.bincount([below(state, 6) for _ in range(12_000)])
    assert thrown.size == 6
    assert (abs(thrown - 2000) < 250).all()
    values = [unit(state) for _ in range(1000)]
    assert 0 <= min(values) < max(values) < 1
