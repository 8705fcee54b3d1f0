"""How full each school has to be where seats are short: no fuller than the way to the next school is worth.

Children are handed out one by one along their ways; a seat by the norm is free, each further twentieth of a school's
seats counts as one more kilometre of way for everyone who sits there, and as five more from the size on at which
classes are oversized (大班额). So a school fills up beyond the norm only as far as its neighbours are full too, or too
far. A minimum-cost flow with convex costs, exact: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, Prentice
Hall 1993, ch. 14.
"""

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


def crowded(children: Ints, arcs: Arcs, seats: Ints, surcharge: Floats, *, large: float) -> Ints:
    """(places,) children of each place when they are handed out one by one.

    Args:
        children: (areas,).
        arcs: the ways there are.
        seats: (places,) by the norm; nobody goes where there are none.
        surcharge: (arcs,) metres added to the way.
        large: times the norm at which classes are oversized.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    keep = seats[arcs.school] > 0
    areas, sink = children.size, children.size + seats.size
    room, dear = _tiers(seats, int(children.sum()), large)
    place = np.repeat(areas + np.arange(seats.size), TIERS + 2)
    solver = SimpleMinCostFlow()
    made = solver.add_arcs_with_capacity_and_unit_cost(
        np.concatenate((arcs.area[keep], place, np.arange(areas))),
        np.concatenate((areas + arcs.school[keep], np.full(place.size, sink), np.full(areas, sink))),
        np.concatenate((children[arcs.area[keep]], room, children)),
        np.concatenate((np.rint(arcs.metres + surcharge)[keep].astype(np.int64), dear, np.full(areas, NOWHERE))),
    )
    supplies = np.concatenate((children, np.zeros(seats.size, np.int64), [-children.sum()]))
    solver.set_nodes_supplies(np.arange(sink + 1), supplies)
    status = solver.solve()
    if status != solver.OPTIMAL:
        raise ArithmeticError(f"minimum-cost flow ended with {status}")
    flows = np.asarray(solver.flows(made), np.int64)[int(keep.sum()) : int(keep.sum()) + place.size]
    load: Ints = flows.reshape(seats.size, TIERS + 2).sum(axis=1)
    return load


def _tiers(seats: Ints, children: int, large: float) -> tuple[Ints, Ints]:
    """Room and cost of every place's seats by the norm, its tiers above, and the last one without an end."""
    above = np.maximum(np.ceil(seats * TIER), 1.0).astype(np.int64)
    open_ = seats > 0
    rooms = [seats, *([above * open_] * TIERS), np.full(seats.size, children) * open_]
    steps = [0, *(DEARER if 1 + TIER * tier < large else OVERSIZED for tier in range(1, TIERS + 2))]
    costs = [np.full(seats.size, cost) for cost in np.cumsum(steps).tolist()]
    return np.stack(rooms, axis=1).ravel().astype(np.int64), np.stack(costs, axis=1).ravel().astype(np.int64)
