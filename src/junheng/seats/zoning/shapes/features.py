"""Zones as a GeoJSON feature collection (RFC 7946), one feature per school."""

from collections.abc import Sequence
from typing import Any

from junheng.seats.zoning.editing.editor import Editing
from junheng.seats.zoning.editing.numbers import school_numbers
from junheng.seats.zoning.shapes.dissolve import Shape, zone_shapes

PLACES = 7
"""Digits of a degree, about a centimetre."""


def zone_features(editing: Editing, shapes: Sequence[Shape]) -> dict[str, Any]:
    """The zones with their numbers; a school without any area has no geometry.

    Args:
        editing: the plan.
        shapes: (n,) of the areas, degrees of CGCS2000 or WGS84, east first.
    """
    melted = zone_shapes(shapes, editing.plan, len(editing.board.schools))
    return {
        "type": "FeatureCollection",
        "features": [_feature(editing, school, shape) for school, shape in enumerate(melted)],
    }


def _feature(editing: Editing, school: int, shape: Shape) -> dict[str, Any]:
    board = editing.board
    numbers = school_numbers(board, editing.standing, school)
    return {
        "type": "Feature",
        "id": school,
        "properties": {
            "school": numbers.school,
            "county": board.counties[board.county[school]],
            "areas": int((editing.plan == school).sum()),
            "pupils": numbers.pupils,
            "seats": numbers.seats,
            "free": numbers.free,
            "arriving": numbers.arriving,
            "mean_metres": numbers.mean_metres,
            "farthest_metres": numbers.farthest_metres,
            "near_share": numbers.near_share,
            "cut_off": list(numbers.cut_off),
        },
        "geometry": None if shape.is_empty else _geometry(shape),
    }


def _geometry(shape: Shape) -> dict[str, Any]:
    """Outer rings anticlockwise as RFC 7946 asks, coordinates rounded."""
    import shapely

    turned = shapely.orient_polygons(shape)
    parts = [_rings(part) for part in shapely.get_parts(turned)]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def _rings(polygon: Shape) -> list[list[list[float]]]:
    rings = [polygon.exterior, *polygon.interiors]
    return [[[round(east, PLACES), round(north, PLACES)] for east, north in ring.coords] for ring in rings]
