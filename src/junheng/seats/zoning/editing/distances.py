"""How far every area lies from every school: a whole table, or only the schools within a cut-off."""

from typing import Protocol

import numpy as np

from junheng.seats.zoning.zone_map import Floats, Ints


class Distances(Protocol):
    """Distances in metres; NaN where none is known."""

    @property
    def least(self) -> Floats:
        """(n,) to the nearest school of every area; NaN when none is known."""
        ...

    def between(self, areas: Ints, schools: Ints) -> Floats:
        """The distances of pairs, areas and schools one to one."""
        ...


class DistanceTable:
    """(n, m) metres of every area to every school."""

    def __init__(self, metres: Floats) -> None:
        self._metres = metres
        known = np.where(np.isnan(metres), np.inf, metres).min(axis=1, initial=np.inf)
        self._least = np.where(np.isinf(known), np.nan, known)

    @property
    def least(self) -> Floats:
        return self._least

    def between(self, areas: Ints, schools: Ints) -> Floats:
        return self._metres[areas, schools].astype(np.float64)


class NearbyDistances:
    """Distances known for some pairs only, as a road search with a cut-off gives them: three equal columns."""

    def __init__(self, size: tuple[int, int], areas: Ints, schools: Ints, metres: Floats) -> None:
        """``size`` = number of areas and of schools; a pair given twice counts once, with its least distance."""
        self._schools = size[1]
        keys = areas.astype(np.int64) * size[1] + schools
        order = np.lexsort((metres, keys))
        self._keys, first = np.unique(keys[order], return_index=True)
        self._metres = np.append(metres[order][first].astype(np.float64), np.nan)
        least = np.full(size[0], np.inf)
        np.minimum.at(least, self._keys // size[1], self._metres[:-1])
        self._least = np.where(np.isinf(least), np.nan, least)

    @property
    def least(self) -> Floats:
        return self._least

    def between(self, areas: Ints, schools: Ints) -> Floats:
        wanted = areas.astype(np.int64) * self._schools + schools
        at = np.searchsorted(self._keys, wanted)
        known = np.append(self._keys, -1)[at] == wanted
        return self._metres[np.where(known, at, len(self._keys))]


def straight(areas: Floats, schools: Floats) -> DistanceTable:
    """Straight lines between points (n, 2) and (m, 2) in metres of one plane; say so wherever they are shown."""
    return DistanceTable(np.hypot(areas[:, None, 0] - schools[:, 0], areas[:, None, 1] - schools[:, 1]))
