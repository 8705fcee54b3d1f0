"""GeoJSON polygons as SVG paths: fitted to a box, north up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
Ring = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Shape:
    """A county on the map: its path and the point its label stands on."""

    code: str
    path: str
    label: Point


def shapes(geometry: Mapping[str, Any], width: float, height: float, margin: float = 8.0) -> list[Shape]:
    """The features that carry ``county_code``, scaled into the box; an empty geometry gives an empty list."""
    features = [
        (str(one["properties"]["county_code"]), _rings(one["geometry"]))
        for one in geometry.get("features", ())
        if "county_code" in one.get("properties", {})
    ]
    points = [point for _code, rings in features for ring in rings for point in ring]
    if not points:
        return []
    place = _fit(points, width, height, margin)
    return [_shape(code, [[place(point) for point in ring] for ring in rings]) for code, rings in features]


def _rings(geometry: Mapping[str, Any]) -> list[list[Point]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[(float(point[0]), float(point[1])) for point in ring] for polygon in polygons for ring in polygon]


def _fit(points: Iterable[Point], width: float, height: float, margin: float) -> Any:
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), max(ys)
    scale = min((width - 2 * margin) / ((max(xs) - left) or 1), (height - 2 * margin) / ((top - min(ys)) or 1))
    indent = (width - scale * (max(xs) - left)) / 2

    def place(point: Point) -> Point:
        return indent + scale * (point[0] - left), margin + scale * (top - point[1])

    return place


def _shape(code: str, rings: Sequence[Ring]) -> Shape:
    path = "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z" for ring in rings)
    return Shape(code, path, centre(max(rings, key=lambda ring: abs(_area(ring)))))


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _edges(ring)) / 2


def centre(ring: Ring) -> Point:
    """The centroid of a ring, or the mean of its points when it has no area."""
    area = _area(ring)
    if abs(area) < 1e-9:  # noqa: PLR2004
        return sum(x for x, _y in ring) / len(ring), sum(y for _x, y in ring) / len(ring)
    crosses = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in _edges(ring)]
    x = sum((a[0] + b[0]) * cross for a, b, cross in crosses) / (6 * area)
    y = sum((a[1] + b[1]) * cross for a, b, cross in crosses) / (6 * area)
    return x, y


def _edges(ring: Ring) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))
