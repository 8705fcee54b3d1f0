"""Who is left without a seat whatever is done, and where: Hall's condition, found by a maximum flow.

A crowd is the children of some areas together with every place they can reach. Those who are more than the seats there
have none; the largest such number over all crowds is what a best distribution leaves over (maximum flow equals minimum
cut). References: P. Hall, On representatives of subsets, Journal of the London Mathematical Society 10 (1935);
L. R. Ford, D. R. Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics 8 (1956).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import Arcs
from junheng.seats.assignment.flow import groups, largest_flow

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
    return int(children.sum()) - int(largest_flow(children, arcs, seats).optimal_flow())


def shortage(children: Ints, arcs: Arcs, seats: Floats) -> Shortage:
    """How many lack a seat, and crowds that show it.

    Args:
        children: (areas,).
        arcs: places each area can reach.
        seats: (places,) may be fractions.
    """
    solved = largest_flow(children * FINE, arcs, np.floor(seats * FINE).astype(np.int64))
    left = int(children.sum()) - solved.optimal_flow() / FINE
    if left <= 0:
        return Shortage(0.0, ())
    near = np.asarray(solved.get_source_side_min_cut(), dtype=np.int64)
    far = np.asarray(solved.get_sink_side_min_cut(), dtype=np.int64)
    fewest, most = np.zeros(children.size, dtype=bool), np.ones(children.size, dtype=bool)
    fewest[near[near < children.size]] = True
    most[far[far < children.size]] = False
    found = [_crowd(children, arcs, fewest), _crowd(children, arcs, most)]
    parts = groups(arcs, np.flatnonzero(fewest))
    if len(parts) > 1:
        found += [_crowd(children, arcs, np.isin(np.arange(children.size), part)) for part in parts]
    return Shortage(left, tuple(found))


def _crowd(children: Ints, arcs: Arcs, areas: Flags) -> Crowd:
    return Crowd(int(children[areas].sum()), np.unique(arcs.school[areas[arcs.area]]))
