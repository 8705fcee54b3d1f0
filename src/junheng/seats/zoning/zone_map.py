"""The map to be zoned: small areas with pupils, surface and outline, the borders they share, schools with seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Plan: TypeAlias = NDArray[np.int64]
"""One school per area, by its index in ``ZoneMap.schools``."""


@dataclass(frozen=True, slots=True)
class ZoneMap:
    """``n`` areas and ``m`` schools.

    Neighbours of area ``u`` are ``neighbour[start[u]:start[u + 1]]`` with the length of the ``border`` they share,
    always above 0: areas that touch in a corner only are no neighbours.

    Attributes:
        areas, schools: their names.
        pupils, surface, perimeter: (n,) of each area; pupils, square units, units.
        start, neighbour, border: neighbours in compressed rows.
        seats: (m,) of each school.
        home: (m,) the area a school stands in, no two in the same.
    """

    areas: tuple[str, ...]
    pupils: Floats
    surface: Floats
    perimeter: Floats
    start: Ints
    neighbour: Ints
    border: Floats
    schools: tuple[str, ...]
    seats: Floats
    home: Ints


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who borders whom, in compressed rows."""

    start: Ints
    neighbour: Ints
    border: Floats


def neighbours(size: int, pairs: Sequence[tuple[int, int, float]]) -> Neighbours:
    """Compressed rows of undirected borders ``(one, other, length)``, each given once."""
    both = sorted([(a, b, length) for a, b, length in pairs] + [(b, a, length) for a, b, length in pairs])
    ends = np.array([(a, b) for a, b, _ in both], dtype=np.int64).reshape(-1, 2)
    start = np.zeros(size + 1, dtype=np.int64)
    start[1:] = np.cumsum(np.bincount(ends[:, 0], minlength=size))
    return Neighbours(start, ends[:, 1].copy(), np.array([length for _, _, length in both], dtype=np.float64))
