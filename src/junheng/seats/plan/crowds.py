"""Who is left without a seat whatever is done, and where: Hall's condition, found by a maximum flow.

A crowd is the children of some areas together with every place they can reach. Those who are more than the seats there
have none; the largest such number over all crowds is what a best distribution leaves over (maximum flow equals minimum
cut). References: P. Hall, On representatives of subsets, Journal of the London Mathematical Society 10 (1935);
L. R. Ford, D. R. Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics 8 (1956).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import Arcs

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FINE = 1024
"""Parts of a child that seats in fractions are counted in."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """``children`` who can reach ``places`` (numbers) and no other."""

    children: int
    places: Ints

    def lacking(self, seats: Floats | Ints) -> float:
        """Children more than seats; below 0 where seats are left."""
        return float(self.children - seats[self.places].sum())


@dataclass(frozen=True, slots=True, eq=False)
class Shortage:
    """``left``: children without a seat (a fraction where seats are); the ``crowds`` that prove it."""

    left: float
    crowds: tuple[Crowd, ...]


def without_seat(children: Ints, arcs: Arcs, seats: Ints) -> int:
    """Children for whom there is no seat when they are handed out as well as can be, split where needed."""
    return int(children.sum()) - int(_flow(children, arcs, seats).optimal_flow())


def shortage(children: Ints, arcs: Arcs, seats: Floats) -> Shortage:
    """How many lack a seat, and crowds that show it.

    Args:
        children: (areas,).
        arcs: places each area can reach.
        seats: (places,) may be fractions.
    """
    solved = _flow(children * FINE, arcs, np.floor(seats * FINE).astype(np.int64))
    left = int(children.sum()) - solved.optimal_flow() / FINE
    if left <= 0:
        return Shortage(0.0, ())
    near = np.asarray(solved.get_source_side_min_cut(), dtype=np.int64)
    far = np.asarray(solved.get_sink_side_min_cut(), dtype=np.int64)
    fewest, most = np.zeros(children.size, dtype=bool), np.ones(children.size, dtype=bool)
    fewest[near[near < children.size]] = True
    most[far[far < children.size]] = False
    found = [_crowd(children, arcs, fewest), _crowd(children, arcs, most)]
    found += [_crowd(children, arcs, part) for part in _parts(arcs, fewest, seats.size)]
    return Shortage(left, tuple(found))


def _flow(children: Ints, arcs: Arcs, seats: Ints) -> Any:
    """The maximum flow from children to seats; areas come first among its nodes, then places."""
    from ortools.graph.python.max_flow import SimpleMaxFlow

    areas, places = children.size, seats.size
    source, sink = areas + places, areas + places + 1
    solver = SimpleMaxFlow()
    solver.add_arcs_with_capacity(
        np.concatenate((np.full(areas, source), arcs.area, areas + np.arange(places))),
        np.concatenate((np.arange(areas), areas + arcs.school, np.full(places, sink))),
        np.concatenate((children, np.full(arcs.school.size, int(children.sum()) + 1), seats)),
    )
    status = solver.solve(source, sink)
    if status != solver.OPTIMAL:
        raise ArithmeticError(f"maximum flow ended with {status}")
    return solver


def _crowd(children: Ints, arcs: Arcs, areas: Flags) -> Crowd:
    return Crowd(int(children[areas].sum()), np.unique(arcs.school[areas[arcs.area]]))


def _parts(arcs: Arcs, areas: Flags, places: int) -> list[Flags]:
    """The areas in groups that share no place; none when there is one group only."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    inside = areas[arcs.area]
    size = areas.size + places
    ties = coo_array((np.ones(int(inside.sum())), (arcs.area[inside], areas.size + arcs.school[inside])), (size, size))
    _, group = connected_components(ties, directed=False)
    groups = np.unique(group[: areas.size][areas])
    return [areas & (group[: areas.size] == one) for one in groups] if groups.size > 1 else []
