"""The p-centre: the smallest radius within which ``p`` sites reach every area, between two proven limits.

A radius is enough when a greedy cover needs at most ``p`` sites; it is too small when more than ``p`` areas have no
site in common (each needs one of its own). Both are tried on all distances by bisection.

References: S. L. Hakimi, Operations Research 12 (1964); E. Minieka, The m-center problem, SIAM Review 12 (1970), the
reduction to set covering.
"""

from dataclasses import dataclass

import numpy as np

from junheng.seats.assignment import Problem
from junheng.seats.assignment.model import Ints
from junheng.seats.siting.reach import reach


@dataclass(frozen=True)
class Centre:
    """``sites`` reach every area with pupils within ``radius`` metres; below ``bound`` metres no ``p`` sites do."""

    sites: Ints
    radius: float
    bound: float

    @property
    def gap(self) -> float:
        return (self.radius - self.bound) / self.bound if self.bound > 0 else float(self.radius > 0)


def p_centre(places: Problem, p: int) -> Centre | None:
    """The sites whose worst-off area is best off; None when the arcs do not let ``p`` sites reach every area.

    Seats are not looked at; for a fair plan within seats give the radius as ``cap_metres`` to the combined model.
    """
    lived = places.pupils > 0
    all_metres = np.unique(places.arcs.metres[lived[places.arcs.area]])
    if not lived.any():
        return Centre(np.zeros(0, np.int64), 0.0, 0.0)
    low, high = 0, all_metres.size
    while low < high:
        middle = (low + high) // 2
        if _cover(places, lived, all_metres[middle], p) is None:
            low = middle + 1
        else:
            high = middle
    if low == all_metres.size:
        return None
    sites = _cover(places, lived, all_metres[low], p)
    if sites is None:
        return None
    return Centre(sites, _radius(places, lived, sites), _too_small(places, lived, all_metres[: low + 1], p))


def _radius(places: Problem, lived: np.ndarray, sites: Ints) -> float:
    """How far the worst-off area with pupils is from the nearest of the sites."""
    nearest = np.full(places.pupils.size, np.inf)
    served = np.isin(places.arcs.school, sites)
    np.minimum.at(nearest, places.arcs.area[served], places.arcs.metres[served])
    return float(nearest[lived].max())


def _cover(places: Problem, lived: np.ndarray, radius: float, p: int) -> Ints | None:
    """At most ``p`` sites that reach every area, greedily, or None."""
    near = reach(places, (places.arcs.metres <= radius) & lived[places.arcs.area])
    by_site = near.T.tocsr()
    open_areas = lived.astype(np.float64)
    sites: list[int] = []
    while open_areas.any():
        gain = by_site @ open_areas
        one = int(np.argmax(gain))
        if gain[one] == 0 or len(sites) == p:
            return None
        sites.append(one)
        open_areas[by_site.indices[by_site.indptr[one] : by_site.indptr[one + 1]]] = 0.0
    return np.array(sorted(sites), np.int64)


def _too_small(places: Problem, lived: np.ndarray, radii: np.ndarray, p: int) -> float:
    """The smallest of the radii that is not proven too small."""
    low, high = 0, radii.size - 1
    while low < high:
        middle = (low + high) // 2
        if _apart(places, lived, radii[middle]) > p:
            low = middle + 1
        else:
            high = middle
    return float(radii[low])


def _apart(places: Problem, lived: np.ndarray, radius: float) -> int:
    """How many areas, picked greedily, have no site within the radius in common; those that reach none count too."""
    near = reach(places, (places.arcs.metres <= radius) & lived[places.arcs.area])
    used = np.zeros(near.shape[1], bool)
    width = np.diff(near.indptr)
    count = 0
    for area in np.argsort(width, kind="stable").tolist():
        if not lived[area]:
            continue
        sites = near.indices[near.indptr[area] : near.indptr[area + 1]]
        if not used[sites].any():
            used[sites] = True
            count += 1 if sites.size else near.shape[1] + 1
    return count
