"""Where children would sit if all went the shortest way there are seats for: pupils of schools that report none."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import Arcs, Problem, split
from junheng.seats.places import Ways

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Seated:
    """``pupils`` (schools,) of each school, ``unseated`` (areas,) children of each area without a seat."""

    pupils: Ints
    unseated: Ints


def seated(children: Ints, seats: Ints, measured: Ways) -> Seated:
    """The least way of all children together, areas split where need be: exact, by minimum-cost flow.

    A child without a seat counts more than any way, so as many as can be are seated.

    Args:
        children: (areas,).
        seats: (schools,).
        measured: the ways there are; nobody goes any other.
    """
    arcs = Arcs(measured.first(children.size), measured.place, measured.metres)
    beyond = 2 * float(measured.metres.max(initial=0.0)) * max(min(children.size, seats.size), 1) + 1.0
    found = split(Problem(children, seats, arcs, unserved_metres=beyond))
    return Seated(np.bincount(arcs.school, found.flow, seats.size).astype(np.int64), found.unserved)
