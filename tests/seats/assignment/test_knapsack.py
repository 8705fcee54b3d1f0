"""The knapsack against all subsets, and its bound when the search is cut short."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment.knapsack import by_share, fill, fractional, sack

ITEMS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), min_size=0, max_size=9)


@settings(max_examples=150, deadline=None)
@given(ITEMS, st.integers(0, 150))
def test_nothing_fits_better(items: list[tuple[int, int]], seats: int) -> None:
    room = sack(len(items))
    for at, (value, weight) in enumerate(items):
        room.value[at], room.weight[at] = value, weight
    found = fill(room, len(items), seats)
    values, weights = np.array(items, float).reshape(-1, 2).T
    best = max(
        sum(v for v, t in zip(values, take, strict=True) if t)
        for take in product((0, 1), repeat=len(items))
        if sum(w for w, t in zip(weights, take, strict=True) if t) <= seats
    )
    chosen = room.chosen[: len(items)]
    assert found == pytest.approx(best)
    assert float(chosen @ values) == pytest.approx(found)
    assert chosen @ weights <= seats
    by_share(room, len(items))
    assert fractional(room, len(items), seats) >= found - 1e-9


def test_a_search_without_end_still_bounds() -> None:
    dice = np.random.default_rng(1)
    weight = dice.integers(500, 1000, 60) * 2
    room = sack(60)
    room.weight[:60], room.value[:60] = weight, weight + 0.5
    seats = int(weight.sum() // 2) | 1
    value = fill(room, 60, seats)
    assert seats * 0.999 <= value <= seats * 1.001
    assert room.chosen[:60] @ room.weight[:60] <= seats + 1e-6
