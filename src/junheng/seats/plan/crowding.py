"""What a full school costs: a seat by the norm is free, each further twentieth of a school's seats counts as one more
kilometre of way for everyone who sits there, and as five more from the size on at which classes are oversized (大班额).

So a school fills up beyond the norm only as far as its neighbours are full too, or too far. ``shared`` hands children
out one by one at least cost, exact, by a minimum-cost flow with convex costs: R. K. Ahuja, T. L. Magnanti, J. B. Orlin,
Network Flows, Prentice Hall 1993, ch. 14. No zones of whole areas can cost less.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import Arcs

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TIER = 0.05
"""Of a school's seats: each such part above the norm is dearer than the last."""
TIERS = 12
DEARER, OVERSIZED = 1000, 5000
"""Metres by which each tier is dearer than the last, up to the size of oversized classes and beyond."""
NOWHERE = 1_000_000
"""Metres that count for a child with no way to any seat."""
UNITS = 10
"""Cost units to a metre: the solver counts in whole numbers."""


@dataclass(frozen=True, slots=True)
class Crowding:
    """``large``: times the class norm at which classes are oversized."""

    large: float

    @property
    def prices(self) -> tuple[int, ...]:
        """Metres for each child of a tier; the last tier has no end."""
        steps = [DEARER if 1 + TIER * tier < self.large else OVERSIZED for tier in range(1, TIERS + 2)]
        return tuple(np.cumsum(steps).tolist())

    def cost(self, seats: int, load: int) -> float:
        """Pupil-metres for those above the seats of one school."""
        above, width, cost = load - seats, tier_of(seats), 0
        for price in self.prices[:-1]:
            if above <= 0:
                return float(cost)
            cost += min(above, width) * price
            above -= width
        return float(cost + max(above, 0) * self.prices[-1])


def tier_of(seats: int) -> int:
    """Children of one tier."""
    return max(1, math.ceil(seats * TIER))


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """``load``: (places,) children of each place; ``bound``: pupil-metres, no zones cost less."""

    load: Ints
    bound: float


def shared(children: Ints, arcs: Arcs, seats: Ints, surcharge: Floats, crowding: Crowding) -> Shared:
    """Children handed out one by one, as cheaply as can be.

    Args:
        children: (areas,).
        arcs: the ways there are.
        seats: (places,) by the norm; nobody goes where there are none.
        surcharge: (arcs,) metres added to the way.
        crowding: what a full school costs.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    keep = seats[arcs.school] > 0
    areas, sink, tiers = children.size, children.size + seats.size, TIERS + 2
    room, dear = _tiers(seats, int(children.sum()), crowding)
    place = np.repeat(areas + np.arange(seats.size), tiers)
    metres = np.concatenate((np.floor((arcs.metres + surcharge)[keep] * UNITS), dear * UNITS))
    solver = SimpleMinCostFlow()
    made = solver.add_arcs_with_capacity_and_unit_cost(
        np.concatenate((arcs.area[keep], place, np.arange(areas))),
        np.concatenate((areas + arcs.school[keep], np.full(place.size, sink), np.full(areas, sink))),
        np.concatenate((children[arcs.area[keep]], room, children)),
        np.concatenate((metres, np.full(areas, NOWHERE * UNITS))).astype(np.int64),
    )
    solver.set_nodes_supplies(
        np.arange(sink + 1), np.concatenate((children, np.zeros(seats.size, np.int64), [-children.sum()]))
    )
    status = solver.solve()
    if status != solver.OPTIMAL:
        raise ArithmeticError(f"minimum-cost flow ended with {status}")
    flows = np.asarray(solver.flows(made), np.int64)[int(keep.sum()) : int(keep.sum()) + place.size]
    return Shared(flows.reshape(seats.size, tiers).sum(axis=1), solver.optimal_cost() / UNITS)


def _tiers(seats: Ints, children: int, crowding: Crowding) -> tuple[Ints, Ints]:
    """Room and metres of every place's seats by the norm, its tiers above, and the last one without an end."""
    open_ = seats > 0
    width = np.array([tier_of(one) for one in seats.tolist()], dtype=np.int64) * open_
    rooms = [seats, *([width] * TIERS), np.full(seats.size, children) * open_]
    costs = [np.full(seats.size, price) for price in (0, *crowding.prices)]
    return np.stack(rooms, axis=1).ravel().astype(np.int64), np.stack(costs, axis=1).ravel().astype(np.int64)
