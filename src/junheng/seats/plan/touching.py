"""Which areas share a stretch of border; a common corner alone does not count."""

from collections.abc import Sequence

import numpy as np

from junheng.seats.assignment import Graph

LEAST = 1e-7
"""Degrees of common border (about a centimetre)."""


def touching(polygons: Sequence[bytes]) -> Graph:
    """Neighbours of every area, from polygons as WKB in degrees."""
    import shapely

    shapes = np.asarray(shapely.from_wkb(list(polygons)), dtype=object)
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    apart = one != other
    one, other = one[apart], other[apart]
    real = shapely.length(shapely.intersection(shapes[one], shapes[other])) > LEAST
    one, other = one[real], other[real]
    order = np.lexsort((other, one))
    first = np.concatenate(([0], np.cumsum(np.bincount(one, minlength=len(shapes)))))
    return Graph(first.astype(np.int64), other[order].astype(np.int64))
