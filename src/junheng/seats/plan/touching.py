"""Which areas share a stretch of border; a common corner alone does not count."""

from collections.abc import Sequence

import numpy as np

from junheng.seats.assignment import Graph
from junheng.seats.places import from_polygons


def touching(polygons: Sequence[bytes]) -> Graph:
    """Neighbours of every area, from polygons as WKB in degrees."""
    import shapely

    return Graph(*from_polygons(np.asarray(shapely.from_wkb(list(polygons)), dtype=object)).rows())
