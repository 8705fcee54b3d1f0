"""The knapsack against trying all selections; stopped early it is still a bound."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.medians.knapsack import by_worth, dantzig, knapsack, prefix

Items = st.lists(st.tuples(st.floats(0.01, 50), st.integers(0, 9)), min_size=1, max_size=8)


def sums(items: list[tuple[float, int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    profit, weight = (np.array(part, float) for part in zip(*items, strict=True))
    order = np.empty(len(items), np.int64)
    by_worth(profit, weight, order, len(items))
    return prefix(profit, order, len(items)), prefix(weight, order, len(items)), order


def best(items: list[tuple[float, int]], room: float) -> float:
    picks = itertools.product((0, 1), repeat=len(items))
    fits = [pick for pick in picks if sum(one * item[1] for one, item in zip(pick, items, strict=True)) <= room]
    return max(sum(one * item[0] for one, item in zip(pick, items, strict=True)) for pick in fits)


@settings(max_examples=60, deadline=None)
@given(Items, st.integers(0, 40))
def test_it_is_the_best_of_all_selections(items: list[tuple[float, int]], room: int) -> None:
    profits, weights, order = sums(items)
    value, taken = knapsack(profits, weights, float(room), 0.0, 100_000)
    assert value == pytest.approx(best(items, room), abs=1e-9)
    chosen = [items[order[at]] for at in np.flatnonzero(taken)]
    assert sum(weight for _, weight in chosen) <= room
    assert sum(profit for profit, _ in chosen) == pytest.approx(value, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(Items, st.integers(0, 40))
def test_stopped_early_it_bounds_from_above(items: list[tuple[float, int]], room: int) -> None:
    profits, weights, _ = sums(items)
    value, _ = knapsack(profits, weights, float(room), 0.0, 1)
    assert value >= best(items, room) - 1e-9
    assert dantzig(profits, weights, 0, len(items), float(room)) >= best(items, room) - 1e-9


def test_the_worthiest_comes_first() -> None:
    order = np.empty(5, np.int64)
    by_worth(np.array([1.0, 9.0, 4.0, 2.0, 3.0]), np.array([1.0, 3.0, 1.0, 0.0, 2.0]), order, 5)
    assert order.tolist() == [3, 2, 1, 4, 0]
