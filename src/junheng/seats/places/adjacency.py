"""Which areas lie next to each other: by the length of border they share, or, without borders, by triangulation."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from junheng.seats.places.sphere import Flat

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TOLERANCE = 1.0
"""Metres of common border below which two areas only touch."""
CLOSE = 0.01
"""Metres that two borders may be drawn apart and still be one."""


@dataclass(frozen=True, slots=True, eq=False)
class Adjacency:
    """Areas 0 to ``count - 1``; pair i joins ``left[i]`` and ``right[i]`` (left < right) over ``metres[i]`` of border.

    ``metres`` is NaN where borders are not known. ``touching``: (k, 2) pairs that meet at a point only.
    """

    count: int
    left: Ints
    right: Ints
    metres: Floats
    touching: Ints

    def rows(self) -> tuple[Ints, Ints]:
        """Compressed rows: the neighbours of area i are ``items[starts[i]:starts[i + 1]]``, rising."""
        from_ = np.concatenate([self.left, self.right])
        to = np.concatenate([self.right, self.left])
        order = np.lexsort((to, from_))
        starts = np.concatenate([[0], np.cumsum(np.bincount(from_, minlength=self.count))])
        return starts.astype(np.int64), to[order]

    def pieces(self) -> Ints:
        """For each area the number of its connected piece; piece 0 has the most areas."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        shape = (self.count, self.count)
        graph = coo_array((np.ones(len(self.left), dtype=np.int8), (self.left, self.right)), shape=shape)
        _, piece = connected_components(graph, directed=False)
        sizes = np.bincount(piece, minlength=1)
        rank = np.empty(len(sizes), dtype=np.int64)
        rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
        numbered: Ints = rank[piece]
        return numbered


def from_polygons(polygons: NDArray[np.object_], *, tolerance: float = TOLERANCE) -> Adjacency:
    """Neighbours are areas whose borders run together for more than ``tolerance`` metres.

    Args:
        polygons: shapely polygons in degrees; borders may differ by less than a centimetre.
        tolerance: metres; touching at a corner is no neighbourhood.
    """
    flat = in_metres(polygons)
    tree = shapely.STRtree(flat)
    one, other = tree.query(flat, predicate="dwithin", distance=CLOSE)
    one, other = one[one < other], other[one < other]
    order = np.lexsort((other, one))
    one, other = one[order].astype(np.int64), other[order].astype(np.int64)
    metres = _common(flat, one, other)
    joined = metres > tolerance
    touching = np.stack([one[~joined], other[~joined]], axis=1)
    return Adjacency(len(flat), one[joined], other[joined], metres[joined], touching)


def from_points(lon: Floats, lat: Floats, *, cut: float) -> Adjacency:
    """Neighbours in the Delaunay triangulation of points at most ``cut`` metres apart.

    Three points or fewer, or points on one line, are joined pair by pair within the cut.
    """
    from scipy.spatial import Delaunay, QhullError

    at = Flat.around(lon, lat).metres(lon, lat)
    try:
        corners = Delaunay(at).simplices
        sides = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
    except (QhullError, ValueError):
        sides = np.stack(np.triu_indices(len(at), 1), axis=1)
    pairs = np.unique(np.sort(sides, axis=1), axis=0).astype(np.int64)
    apart = np.hypot(*(at[pairs[:, 0]] - at[pairs[:, 1]]).T)
    pairs = pairs[apart <= cut]
    nothing = np.empty((0, 2), dtype=np.int64)
    return Adjacency(len(at), pairs[:, 0], pairs[:, 1], np.full(len(pairs), np.nan), nothing)


def in_metres(polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Polygons in degrees as polygons in metres."""
    at = shapely.get_coordinates(polygons)
    flat = Flat.around(at[:, 0], at[:, 1])
    moved: NDArray[np.object_] = shapely.transform(polygons, lambda one: flat.metres(one[:, 0], one[:, 1]))
    return moved


def _common(flat: NDArray[np.object_], one: Ints, other: Ints) -> Floats:
    """Metres of common border of pairs: how much of one border runs within ``CLOSE`` of the other.

    Borders are drawn apart by the last digit of their coordinates, so they are never compared exactly: an exact
    intersection of two such lines is empty, or a part of them at random.
    """
    edges = shapely.boundary(flat)
    wide = shapely.buffer(edges, CLOSE, quad_segs=1, cap_style="square", join_style="mitre")
    metres: Floats = shapely.length(shapely.intersection(edges[one], wide[other]))
    return metres
