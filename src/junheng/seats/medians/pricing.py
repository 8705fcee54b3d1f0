"""The Lagrangian subproblem: what each site is worth when customers pay a price for being served."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from junheng.seats.compiled import compiled
from junheng.seats.medians.knapsack import by_worth, dantzig, knapsack, prefix
from junheng.seats.medians.problem import Floats, Ints, Problem

Marks = NDArray[np.uint8]
NODES = 2000
"""Branches of one knapsack before Dantzig's bound has to do."""


class Arcs(NamedTuple):
    """The problem as the compiled loops read it; ``cheapest`` lists per site the customers from cheap to dear."""

    cost: Floats
    demand: Floats
    room: Floats
    fixed: Floats
    own: Ints
    cheapest: Ints


def arcs_of(problem: Problem) -> Arcs:
    by_site = np.ascontiguousarray(problem.cost.T)
    cheapest = np.argsort(by_site, axis=1, kind="stable")
    return Arcs(by_site, problem.demand, problem.room, problem.fixed, problem.own, cheapest)


@compiled
def wanted(arcs: Arcs, site: int, price: Floats, top: float, found: Ints) -> int:
    """How many customers, noted in ``found``, pay more at ``site`` than they cost there; its own one left out."""
    count = 0
    for at in range(price.size):
        customer = arcs.cheapest[site, at]
        if arcs.cost[site, customer] >= top:
            break
        pays = price[customer] > arcs.cost[site, customer] and arcs.demand[customer] <= arcs.room[site]
        if pays and customer != arcs.own[site]:
            found[count] = customer
            count += 1
    return count


@compiled
def priced(  # noqa: PLR0917
    arcs: Arcs, site: int, price: Floats, top: float, slack: float, served: Marks
) -> float:
    """A lower bound of what opening ``site`` adds: fixed cost and costs less prices of the best customers for it.

    ``slack`` below 0 asks for the quick bound that may cut a customer; else the selection is within ``slack`` of the
    best and is written to ``served``.
    """
    value, room, own = arcs.fixed[site], arcs.room[site], arcs.own[site]
    if own >= 0:
        value += arcs.cost[site, own] - price[own]
        room -= arcs.demand[own]
        if room < 0.0:
            return np.inf
    found = np.empty(price.size, np.int64)
    count = wanted(arcs, site, price, top, found)
    profit, weight = np.empty(count), np.empty(count)
    for at in range(count):
        profit[at] = price[found[at]] - arcs.cost[site, found[at]]
        weight[at] = arcs.demand[found[at]]
    order = np.empty(count, np.int64)
    by_worth(profit, weight, order, count)
    profits, weights = prefix(profit, order, count), prefix(weight, order, count)
    if slack < 0.0:
        return float(value - dantzig(profits, weights, 0, count, room))
    best, taken = knapsack(profits, weights, room, slack, NODES)
    for customer in range(price.size):
        served[customer] = 0
    if own >= 0:
        served[own] = 1
    for at in range(count):
        if taken[at] > 0.0:
            served[found[order[at]]] = 1
    return float(value - best)


@compiled
def quick_values(arcs: Arcs, price: Floats, top: float, served: NDArray[np.uint8]) -> Floats:
    """The quick bound of every site."""
    values = np.empty(arcs.room.size)
    for site in range(values.size):
        values[site] = priced(arcs, site, price, top, -1.0, served[site])
    return values


@compiled
def exact_values(  # noqa: PLR0917
    arcs: Arcs,
    price: Floats,
    top: float,
    slack: float,
    served: NDArray[np.uint8],
    values: Floats,
    order: Ints,
    count: int,
) -> None:
    """Exact bounds for quick ones, in rising ``order``, until no site left can be among the ``count`` lowest."""
    best = np.full(count, np.inf)
    for at in range(order.size):
        site = order[at]
        if values[site] >= best[count - 1]:
            break
        value = priced(arcs, site, price, top, slack, served[site])
        values[site] = value
        place = count - 1
        if value >= best[place]:
            continue
        while place > 0 and best[place - 1] > value:
            best[place] = best[place - 1]
            place -= 1
        best[place] = value


def cheapest_cover(values: Floats, room: Floats, need: float) -> tuple[float, Ints]:
    """The least that sites which together hold ``need`` add, and such sites.

    All sites less the dearest ones that may stay closed: a knapsack over what is left of the capacity.
    """
    spare = np.flatnonzero(values > 0.0)
    order = spare[np.argsort(-values[spare] / np.maximum(room[spare], 1e-300), kind="stable")]
    profits = np.concatenate(([0.0], np.cumsum(values[order])))
    weights = np.concatenate(([0.0], np.cumsum(room[order])))
    most, closed = knapsack(profits, weights, float(room.sum()) - need, 0.0, 50 * NODES)
    opened = np.ones(values.size, bool)
    opened[order[closed > 0.0]] = False
    return float(values.sum()) - most, np.flatnonzero(opened)
