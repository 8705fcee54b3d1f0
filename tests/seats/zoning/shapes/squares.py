"""The squares of the small boards as shapes, about a hundred metres wide, with a point in each."""

import numpy as np
from shapely import box

from junheng.seats.zoning.shapes.dissolve import Shape
from junheng.seats.zoning.zone_map import Floats

EAST, NORTH, STEP = 113.6, 34.7, 0.001


def squares(width: int, height: int) -> list[Shape]:
    """Row 0 lies in the north."""
    found = []
    for at in range(width * height):
        east, north = EAST + STEP * (at % width), NORTH - STEP * (at // width)
        found.append(box(east, north - STEP, east + STEP, north))
    return found


def points(width: int, height: int) -> Floats:
    return np.array([(one.centroid.x, one.centroid.y) for one in squares(width, height)])
