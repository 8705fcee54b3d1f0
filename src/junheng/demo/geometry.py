"""The schematic map: a weighted Voronoi (power) diagram of hand-laid points inside a convex outline.

Reference: F. Aurenhammer, Power diagrams: properties, algorithms and applications, SIAM J. Comput. 16 (1987).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from junheng.demo.dice import dice
from junheng.facts.codes import code_list
from junheng.policy.own_yaml import own_yaml

Point = tuple[float, float]
Ring = tuple[Point, ...]

FLATTEN = 1.2
"""A degree of latitude is about this many degrees of longitude here; distances are measured so."""


@cache
def cells() -> Mapping[str, Ring]:
    """Managing body -> its convex cell, corners in order, in degrees."""
    raw = _raw()
    outline = tuple((float(x), float(y)) for x, y in raw["outline"])
    return {county: _cell(county, raw["areas"], outline) for county in raw["areas"]}


def city_geometry() -> dict[str, Any]:
    """A GeoJSON feature collection of the areas, marked ``schematic`` with a note in Chinese and English."""
    raw = _raw()
    names = code_list("managing_bodies").codes
    return {
        "type": "FeatureCollection",
        "schematic": True,
        "note": raw["note"],
        "features": [
            {
                "type": "Feature",
                "id": county,
                "properties": {
                    "county_code": county,
                    "zh": names[county].zh,
                    "en": names[county].en,
                    "schematic": True,
                    "label": [round(value, 5) for value in centre(ring)],
                },
                "geometry": {"type": "Polygon", "coordinates": [_closed(ring)]},
            }
            for county, ring in cells().items()
        ],
    }


def place_in(county: str, *key: object) -> Point:
    """A point inside the area's cell, the same for the same key; nearer the middle than the border."""
    rng = dice("place", county, *key)
    ring = cells()[county]
    weights = [rng.random() ** 2 for _ in ring]
    middle = centre(ring)
    whole = sum(weights)
    reach = rng.uniform(0.15, 1.6)
    inside = [
        sum(weight * corner[axis] for weight, corner in zip(weights, ring, strict=True)) / whole for axis in (0, 1)
    ]
    at = (middle[0] + reach * (inside[0] - middle[0]), middle[1] + reach * (inside[1] - middle[1]))
    return at if contains(ring, at) else (inside[0], inside[1])


def centre(ring: Sequence[Point]) -> Point:
    """Centre of area of a simple polygon."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in _edges(ring):
        cross = ax * by - bx * ay
        area += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return x / (3 * area), y / (3 * area)


def contains(ring: Sequence[Point], point: Point) -> bool:
    """Whether a convex polygon holds a point, border included."""
    sides = [(bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax) for (ax, ay), (bx, by) in _edges(ring)]
    return all(side >= 0 for side in sides) or all(side <= 0 for side in sides)


@cache
def _raw() -> dict[str, Any]:
    raw: dict[str, Any] = own_yaml("junheng.demo", "data/map.yaml")
    return raw


def _cell(county: str, areas: Mapping[str, Any], outline: Ring) -> Ring:
    """The outline cut by the power bisector to every other point."""
    ring = outline
    (x, y), weight = areas[county]["at"], areas[county]["weight"]
    for other, one in areas.items():
        if other != county:
            (ox, oy), other_weight = one["at"], one["weight"]
            normal = (2 * (ox - x), 2 * FLATTEN**2 * (oy - y))
            bound = ox**2 - x**2 + FLATTEN**2 * (oy**2 - y**2) + weight - other_weight
            ring = tuple(_cut(ring, normal, bound))
    return ring


def _cut(ring: Ring, normal: Point, bound: float) -> Iterable[Point]:
    """The part of a convex ring where ``normal . point <= bound``."""
    for start, end in _edges(ring):
        from_start = normal[0] * start[0] + normal[1] * start[1] - bound
        from_end = normal[0] * end[0] + normal[1] * end[1] - bound
        if from_start <= 0:
            yield start
        if from_start * from_end < 0:
            share = from_start / (from_start - from_end)
            yield (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))


def _edges(ring: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _closed(ring: Ring) -> list[list[float]]:
    return [[round(x, 5), round(y, 5)] for x, y in (*ring, ring[0])]
