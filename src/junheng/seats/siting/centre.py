"""The p-centre: the smallest radius within which ``p`` sites reach every area, between two proven limits.

A radius is enough when a greedy cover needs at most ``p`` sites; it is too small when more than ``p`` areas have no
site in common (each needs one of its own). Both are tried on all distances by bisection.

References: S. L. Hakimi, Operations Research 12 (1964); E. Minieka, The m-center problem, SIAM Review 12 (1970), the
reduction to set covering.
"""

from dataclasses import dataclass

import numpy as np

from junheng.policy.text import Text, listed
from junheng.seats.assignment import Problem
from junheng.seats.assignment.model import Ints
from junheng.seats.siting.reach import reach
from junheng.seats.siting.reasons import Names


@dataclass(frozen=True)
class Centre:
    """``sites`` reach every area with pupils within ``radius`` metres; below ``bound`` metres no ``p`` sites do."""

    sites: Ints
    radius: float
    bound: float

    @property
    def gap(self) -> float:
        return (self.radius - self.bound) / self.bound if self.bound > 0 else float(self.radius > 0)


@dataclass(frozen=True)
class Uncentred:
    """Why ``p`` sites do not reach every area: ``areas`` no two of which have a site in common, or one that has none.

    Fewer areas than sites prove nothing: then only the greedy cover found no way.
    """

    areas: tuple[int, ...]
    p: int
    alone: bool
    names: Names

    @property
    def words(self) -> Text:
        """The whole in one sentence."""
        areas, count = listed([self.names.area(at) for at in self.areas]), len(self.areas)
        if self.alone:
            return Text(f"片区 {areas.zh} 没有到任何地点的路程", f"no way leads from {areas.en} to any site")
        if count > self.p:
            return Text(
                f"{count} 个片区（{areas.zh}）两两没有共同可到的地点，至少要 {count} 处，只许 {self.p} 处",
                f"{count} areas ({areas.en}) share no site two by two: {count} sites are needed, {self.p} are allowed",
            )
        return Text(
            f"没有找到 {self.p} 处能到达所有片区的地点，也没有证明不存在",
            f"no {self.p} sites that reach every area were found, nor is it proven that there are none",
        )


def p_centre(places: Problem, p: int, names: Names | None = None) -> Centre | Uncentred:
    """The sites whose worst-off area is best off, or why the arcs do not let ``p`` sites reach every area.

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
    sites = None if low == all_metres.size else _cover(places, lived, all_metres[low], p)
    if sites is None:
        return _uncentred(places, lived, p, names or Names())
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
        areas, alone = _apart(places, lived, radii[middle])
        if alone or len(areas) > p:
            low = middle + 1
        else:
            high = middle
    return float(radii[low])


def _apart(places: Problem, lived: np.ndarray, radius: float) -> tuple[tuple[int, ...], bool]:
    """Areas, picked greedily, that have no site within the radius in common; or one that reaches none, and True."""
    near = reach(places, (places.arcs.metres <= radius) & lived[places.arcs.area])
    used = np.zeros(near.shape[1], bool)
    width = np.diff(near.indptr)
    picked = []
    for area in np.argsort(width, kind="stable").tolist():
        if not lived[area]:
            continue
        sites = near.indices[near.indptr[area] : near.indptr[area + 1]]
        if sites.size == 0:
            return (area,), True
        if not used[sites].any():
            used[sites] = True
            picked.append(area)
    return tuple(picked), False


def _uncentred(places: Problem, lived: np.ndarray, p: int, names: Names) -> Uncentred:
    areas, alone = _apart(places, lived, float("inf"))
    return Uncentred(areas, p, alone, names)
