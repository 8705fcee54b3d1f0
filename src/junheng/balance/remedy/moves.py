"""Moves of teachers, pair by pair."""

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats, Ints


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


def carried(indicator: int, given: Floats, room: Floats, first: Floats, reach: Flags | None) -> Floats:
    """(k, 4) as ``paired``, when a school may take up to ``room`` (n,), before all others what is ``first`` (n,).

    With ``reach`` (n, n) as many as can be brought, in single steps from giver to taker.
    """
    if reach is None:
        order = np.concatenate([_each(first), _each(room - first)])[: int(given.sum())]
        return paired(indicator, given, np.bincount(order, minlength=given.size).astype(float))
    giver, taker, amount = _flow(given, room, reach)
    return np.column_stack([np.full(giver.size, indicator), giver, taker, amount]).astype(float)


def _flow(given: Floats, room: Floats, reach: Flags) -> tuple[Ints, Ints, Ints]:
    """Giver, taker and amount of a greatest flow."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import maximum_flow

    count = given.size
    giver, taker = np.nonzero(reach & ~np.eye(count, dtype=bool) & (given > 0)[:, None] & (room > 0)[None, :])
    source, sink, school = np.full(count, 2 * count), np.full(count, 2 * count + 1), np.arange(count)
    start = np.concatenate([source, giver, count + school])
    end = np.concatenate([school, count + taker, sink])
    most = np.concatenate([given, np.minimum(given[giver], room[taker]), room]).astype(np.int32)
    shape = (2 * count + 2, 2 * count + 2)
    flow = maximum_flow(coo_array((most, (start, end)), shape=shape).tocsr(), 2 * count, 2 * count + 1).flow.tocoo()
    some = (flow.data > 0) & (flow.row < count) & (flow.col >= count) & (flow.col < 2 * count)
    return flow.row[some], flow.col[some] - count, flow.data[some]


def _each(amount: Floats) -> Ints:
    """The school of every single teacher."""
    return np.repeat(np.arange(amount.size), np.rint(amount).astype(np.int64))
