"""What a seat is worth when seats are nearly used up: the prices of the cheapest flow that may split areas.

Who wants a seat at a full school pushes somebody on, who pushes on another, until a free seat is found or somebody goes
without: the cheapest such chain is the price of the seat (shortest paths in the residual network). With these prices
no way that the flow uses has any regret, so that ways worth trying lead to the last free seat, however far.

Reference: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, Prentice Hall 1993, ch. 9.
"""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import Floats, Ints, Problem
from junheng.seats.compiled import compiled

ROUNDING = 1.0
"""Metres by which a price may be off: the flow counts in whole units."""


class Used(NamedTuple):
    """The ways of area ``i`` are ``first[i]:first[i+1]``: school, metres and pupils of each (arcs,)."""

    first: Ints
    school: Ints
    metres: Floats
    flow: Ints


class Prices(NamedTuple):
    """What one more seat is worth at each school (schools,), and what one pupil more costs in each area (areas,)."""

    seat: Floats
    area: Floats


def flow_prices(places: Problem, flow: Ints) -> Prices:
    """The prices of the cheapest flow.

    Args:
        places: ready.
        flow: (arcs,) pupils on each way of the cheapest flow.
    """
    arcs = places.arcs
    load = np.bincount(arcs.school, flow, places.seats.size)
    prices = Prices(
        np.where(load < places.seats, 0.0, places.unserved_metres),
        np.full(places.pupils.size, places.unserved_metres),
    )
    ways = Used(arcs.first, arcs.school, places.metres, flow)
    for _ in range(places.seats.size):
        if not pushed_on(ways, prices):
            break
    return prices


def flow_regret(places: Problem, flow: Ints) -> Floats:
    """(arcs,) what a plan loses by taking an arc, at the prices of the cheapest flow; not below 0."""
    arcs, prices = places.arcs, flow_prices(places, flow)
    regret = (places.metres + prices.seat[arcs.school] - prices.area[arcs.area]) * places.pupils[arcs.area]
    return np.maximum(regret, 0.0)


@compiled
def pushed_on(ways: Used, prices: Prices) -> bool:
    """One round of Bellman and Ford: what each area pays at the least, then what giving up a seat costs; whether a
    price fell."""
    fell = False
    for area in range(prices.area.size):
        least = prices.area[area]
        for arc in range(ways.first[area], ways.first[area + 1]):
            least = min(least, ways.metres[arc] + prices.seat[ways.school[arc]])
        prices.area[area] = least
        for arc in range(ways.first[area], ways.first[area + 1]):
            price = max(least - ways.metres[arc], 0.0)
            if ways.flow[arc] > 0 and price < prices.seat[ways.school[arc]] - ROUNDING:
                prices.seat[ways.school[arc]] = price
                fell = True
    return fell
