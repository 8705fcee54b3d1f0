"""0/1 knapsack by depth-first branch and bound (Horowitz & Sahni 1974) with the bound of Dantzig (1957)."""

import numpy as np

from junheng.seats.compiled import compiled
from junheng.seats.medians.problem import Floats, Ints


@compiled
def reach(weights: Floats, first: int, count: int, room: float) -> int:
    """The last position up to which the items from ``first`` on fit together; ``weights`` are sums of a prefix."""
    low, high = first, count
    limit = weights[first] + room
    while low < high:
        middle = (low + high + 1) // 2
        if weights[middle] <= limit:
            low = middle
        else:
            high = middle - 1
    return low


@compiled
def dantzig(profits: Floats, weights: Floats, first: int, count: int, room: float) -> float:
    """The most that items ``first`` … ``count`` can add when one may be cut."""
    last = reach(weights, first, count, room)
    value = profits[last] - profits[first]
    if last < count:
        left = room - (weights[last] - weights[first])
        value += left * (profits[last + 1] - profits[last]) / (weights[last + 1] - weights[last])
    return float(value)


@compiled
def sink(worth: Floats, order: Ints, root: int, count: int) -> None:
    """Restores the heap below ``root``: the worst of each family on top."""
    held = order[root]
    while 2 * root + 1 < count:
        child = 2 * root + 1
        if child + 1 < count and worth[order[child + 1]] < worth[order[child]]:
            child += 1
        if worth[held] <= worth[order[child]]:
            break
        order[root] = order[child]
        root = child
    order[root] = held


@compiled
def by_worth(profit: Floats, weight: Floats, order: Ints, count: int) -> None:
    """Sorts the first ``count`` positions of ``order`` by falling profit per weight (heapsort, Williams 1964)."""
    worth = np.empty(count)
    for at in range(count):
        worth[at] = profit[at] / weight[at] if weight[at] > 0.0 else np.inf
        order[at] = at
    for root in range(count // 2 - 1, -1, -1):
        sink(worth, order, root, count)
    for last in range(count - 1, 0, -1):
        order[0], order[last] = order[last], order[0]
        sink(worth, order, 0, last)


@compiled
def prefix(values: Floats, order: Ints, count: int) -> Floats:
    """Sums of the first 0, 1, 2, … ``count`` values in that order."""
    sums = np.empty(count + 1)
    sums[0] = 0.0
    for at in range(count):
        sums[at + 1] = sums[at] + values[order[at]]
    return sums


@compiled
def knapsack(profits: Floats, weights: Floats, room: float, slack: float, nodes: int) -> tuple[float, Floats]:
    """Upper bound of the best profit, and a selection (1.0 = taken) that is within ``slack`` of it.

    ``profits`` and ``weights`` are prefix sums in falling worth. Beyond ``nodes`` branches the search stops and the
    bound is Dantzig's: always a bound, never less than the optimum.
    """
    count = profits.size - 1
    top = dantzig(profits, weights, 0, count, room)
    taken, best_taken = np.zeros(count), np.zeros(count)
    best, value, at, seen = -1.0, 0.0, 0, 0
    while True:
        seen += 1
        if seen > nodes:
            return top, best_taken
        if value + dantzig(profits, weights, at, count, room) > best + slack:
            last = reach(weights, at, count, room)
            value += profits[last] - profits[at]
            room -= weights[last] - weights[at]
            while at < last:
                taken[at] = 1.0
                at += 1
            if value > best:
                best = value
                for one in range(count):
                    best_taken[one] = taken[one] if one < at else 0.0
            if at < count:
                taken[at] = 0.0
                at += 1
                continue
        at -= 1
        while at >= 0 and taken[at] == 0.0:
            at -= 1
        if at < 0:
            return min(top, best + slack), best_taken
        value -= profits[at + 1] - profits[at]
        room += weights[at + 1] - weights[at]
        taken[at] = 0.0
        at += 1
