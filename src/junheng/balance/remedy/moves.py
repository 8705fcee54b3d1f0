"""Moves of teachers, pair by pair."""

import numpy as np

from junheng.balance.remedy.problem import Floats, Ints


def paired(indicator: int, given: Floats, taken: Floats) -> Floats:
    """(k, 4) indicator, giving school, taking school and how many, from what each gives and takes (n,).

    A school that does both keeps its own. Givers and takers meet in their order.
    """
    both = np.minimum(given, taken)
    giver = _each(given - both)
    taker = _each(taken - both)
    count = min(giver.size, taker.size)
    if count == 0:
        return np.empty((0, 4))
    pairs, amount = np.unique(np.stack([giver[:count], taker[:count]], axis=1), axis=0, return_counts=True)
    return np.column_stack([np.full(len(pairs), indicator), pairs, amount]).astype(float)


def _each(amount: Floats) -> Ints:
    """The school of every single teacher."""
    return np.repeat(np.arange(amount.size), np.rint(amount).astype(np.int64))
