"""GeoJSON polygons as SVG paths: fitted to a width, north up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

Point = tuple[float, float]
Ring = Sequence[Point]
Place = Callable[[Point], Point]
HALF_TURN = 180.0
"""Coordinates within it are taken for degrees of longitude."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A county on the map: its path and the point its label stands on."""

    code: str
    path: str
    label: Point


def shapes(geometry: Mapping[str, Any], width: float, margin: float = 8.0) -> tuple[list[Shape], float]:
    """The features that carry ``county_code``, scaled to a width, and the height they need; no features, no height."""
    features = _by_county(geometry)
    points = [point for rings in features.values() for ring in rings for point in ring]
    if not points:
        return [], 0.0
    place, height = _fit(points, width, margin)
    placed = {code: [[place(point) for point in ring] for ring in rings] for code, rings in features.items()}
    return [_shape(code, rings) for code, rings in placed.items()], height


def _by_county(geometry: Mapping[str, Any]) -> dict[str, list[Ring]]:
    """The rings of every county, which may come in several features; what has no county or no area is passed over."""
    found: dict[str, list[Ring]] = {}
    for one in geometry.get("features", ()):
        code = (one.get("properties") or {}).get("county_code")
        rings = _rings(one.get("geometry") or {})
        if code is not None and rings:
            found.setdefault(str(code), []).extend(rings)
    return found


def _rings(geometry: Mapping[str, Any]) -> list[Ring]:
    held = geometry.get("coordinates", [])
    polygons = {"Polygon": [held], "MultiPolygon": held}.get(geometry.get("type", ""), [])
    return [[(float(point[0]), float(point[1])) for point in ring] for polygon in polygons for ring in polygon if ring]


def _fit(points: Iterable[Point], width: float, margin: float) -> tuple[Place, float]:
    """Where a point lies in a picture of this width, and the picture's height; longitude narrows with latitude."""
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), max(ys)
    narrow = cos(radians((top + min(ys)) / 2)) if max(map(abs, xs)) <= HALF_TURN else 1.0
    scale = (width - 2 * margin) / (narrow * (max(xs) - left) or 1)

    def place(point: Point) -> Point:
        return margin + scale * narrow * (point[0] - left), margin + scale * (top - point[1])

    return place, 2 * margin + scale * (top - min(ys))


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
