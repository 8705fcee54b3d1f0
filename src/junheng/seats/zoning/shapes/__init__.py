"""Zones to be shown and handed on: melted shapes, GeoJSON, words, rows; files are written elsewhere."""

from junheng.seats.zoning.shapes.describe import all_texts, zone_text
from junheng.seats.zoning.shapes.dissolve import Locator, Shape, zone_shapes
from junheng.seats.zoning.shapes.features import zone_features
from junheng.seats.zoning.shapes.rows import area_rows, school_rows

__all__ = [
    "Locator",
    "Shape",
    "all_texts",
    "area_rows",
    "school_rows",
    "zone_features",
    "zone_shapes",
    "zone_text",
]
