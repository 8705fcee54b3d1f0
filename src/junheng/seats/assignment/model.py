"""What a city's plan of who goes where is made of: areas, schools, the arcs between them, and the answers.

Plain arrays, areas and schools by their place in them. Distances in metres, costs in pupil-metres, pupils and seats
in whole children.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOBODY = -1
"""The school of an area that has no seat, the area of a school that stands in none, no lock, no school of today."""

UNSERVED_METRES = 12_000.0
"""What a pupil without a seat counts unless the problem says otherwise: as far as nobody should have to walk."""


@dataclass(frozen=True)
class Arcs:
    """Which school an area may go to, row by row (compressed): the arcs of area ``i`` are ``first[i]:first[i+1]``.

    ``school`` (arcs,) and ``metres`` (arcs,) belong together; within an area no school comes twice.
    """

    first: Ints
    school: Ints
    metres: Floats

    @cached_property
    def area(self) -> Ints:
        """The area of every arc (arcs,)."""
        return np.repeat(np.arange(self.first.size - 1), np.diff(self.first))

    def kept(self, keep: Flags) -> "Arcs":
        """Only the marked arcs."""
        first = np.concatenate(([0], np.cumsum(keep)))[self.first]
        return Arcs(first.astype(np.int64), self.school[keep], self.metres[keep])


@dataclass(frozen=True)
class Graph:
    """Which areas touch, both ways: the neighbours of area ``i`` are ``area[first[i]:first[i+1]]``."""

    first: Ints
    area: Ints


@dataclass(frozen=True)
class Problem:
    """Who goes where, to be decided.

    Attributes:
        pupils: (areas,) children of each area, not below 0.
        seats: (schools,) seats of each school, not below 0; nobody may sit above them.
        arcs: which schools an area may go to and how far they are.
        surcharge: (arcs,) metres added to every pupil's way on that arc: a change of today's school, a broken feeder
            pair, a road to cross. None for none.
        unserved_metres: what a pupil without a seat counts.
        cap_metres: nobody goes farther; infinite for no cap.
        locked: (areas,) the school an area must go to, ``NOBODY`` where it is free. None for no locks.
        forbidden: (arcs,) pairs that must not be. None for none.
        touching: which areas touch; needed for contiguous zones only.
        home: (schools,) the area a school stands in, or ``NOBODY``; that area belongs to its zone when zones are to be
            contiguous.
        nearest: True when every school left out of an area's arcs is at least as far as the farthest one listed
            (lists of the K nearest): the bound then holds for all pairs, not only for the listed ones.
    """

    pupils: Ints
    seats: Ints
    arcs: Arcs
    surcharge: Floats | None = None
    unserved_metres: float = UNSERVED_METRES
    cap_metres: float = float("inf")
    locked: Ints | None = None
    forbidden: Flags | None = None
    touching: Graph | None = None
    home: Ints | None = None
    nearest: bool = False

    @property
    def metres(self) -> Floats:
        """(arcs,) what one pupil costs on each arc: the way and its surcharge."""
        return self.arcs.metres if self.surcharge is None else self.arcs.metres + self.surcharge


@dataclass(frozen=True)
class Plan:
    """One school for every area.

    Attributes:
        assignment: (areas,) the school of each area, ``NOBODY`` where it has no seat.
        objective: pupil-metres with surcharges, ``unserved_metres`` for each pupil without a seat.
        bound: no plan that keeps seats, cap, locks and forbidden pairs costs less.
        unserved: pupils without a seat.
        seconds: spent.
        steps: moves tried.
    """

    assignment: Ints
    objective: float
    bound: float
    unserved: int
    seconds: float
    steps: int = 0

    @property
    def gap(self) -> float:
        """``(objective - bound) / bound``: at most this share lies above the best that exists."""
        return gap(self.objective, self.bound)


@dataclass(frozen=True)
class SplitPlan:
    """How many pupils of each area go to each school when an area may be split; the cheapest there is.

    Attributes:
        flow: (arcs,) pupils on each arc of the problem it was asked for.
        unserved: (areas,) pupils of each area without a seat.
        objective: pupil-metres as in ``Plan``.
        bound: what no plan can cost less than; below the objective by the rounding of distances to whole units only.
        seconds: spent.
    """

    flow: Ints
    unserved: Ints
    objective: float
    bound: float
    seconds: float

    @property
    def gap(self) -> float:
        return gap(self.objective, self.bound)


@dataclass(frozen=True)
class Bound:
    """A certificate: no plan costs less than ``value``. ``prices`` (areas,) are the multipliers that prove it."""

    value: float
    prices: Floats
    seconds: float


def gap(objective: float, bound: float) -> float:
    """The share by which a plan may lie above the best; 0 when both are 0."""
    return (objective - bound) / bound if bound > 0 else float(objective > bound)
