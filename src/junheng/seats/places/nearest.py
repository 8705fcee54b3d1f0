"""Which area a point belongs to where only points are known: the nearest one, as the crow flies."""

import numpy as np
from numpy.typing import NDArray

from junheng.seats.places.point_table import PointTable
from junheng.seats.places.sphere import Flat


def nearest_area(areas: PointTable, points: PointTable) -> NDArray[np.int64]:
    """(points,) the number of the area whose point is nearest to each."""
    from scipy.spatial import KDTree

    flat = Flat.around(areas.lon, areas.lat)
    tree = KDTree(flat.metres(areas.lon, areas.lat))
    return np.asarray(tree.query(flat.metres(points.lon, points.lat))[1], np.int64)
