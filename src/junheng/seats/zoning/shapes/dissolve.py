"""The areas of a zone melted into one shape, and the area at a point."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

from junheng.seats.zoning.zone_map import Plan

Shape: TypeAlias = Any
"""A shapely polygon or multipolygon; coordinates in degrees, east first."""


def zone_shapes(shapes: Sequence[Shape], plan: Plan, schools: int) -> list[Shape]:
    """One shape per school, the union of its areas; empty for a school without any."""
    import shapely

    every = np.array(shapes, dtype=object)
    return [shapely.union_all(every[plan == school]) for school in range(schools)]


class Locator:
    """Finds the area at a point."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        import shapely

        self._tree = shapely.STRtree(list(shapes))

    def area_at(self, east: float, north: float) -> int | None:
        """The area that holds a point, the lowest number on a border; None outside of all."""
        import shapely

        found = self._tree.query(shapely.Point(east, north), predicate="intersects")
        return int(found.min()) if len(found) else None
