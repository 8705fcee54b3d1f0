"""Small areas: Voronoi cells of seeded points, cut by the county's cell, with borders that fit exactly.

Neighbours share their corners to the last digit, across counties too, so that borders can be measured and walked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from junheng.demo.assumptions import assumptions
from junheng.demo.dice import shares_out
from junheng.demo.draws import draws
from junheng.demo.geometry import Point, cells
from junheng.demo.profiles import profiles

METRES_NORTH = 111_320.0
"""Metres to a degree of latitude."""
METRES_EAST = METRES_NORTH / 1.2164
"""Metres to a degree of longitude at the city's latitude, 34.7 degrees."""
DIGITS = 6
"""Decimals of a degree that corners keep: about a hand's breadth."""


@dataclass(frozen=True, slots=True, eq=False)
class AreaCells:
    """``county``: managing body of each area, in the order of the counties; ``polygons``: shapely, in degrees.

    ``middles``: longitude and latitude of each area's centre of area, (n, 2).
    """

    county: NDArray[np.str_]
    polygons: NDArray[np.object_]
    middles: NDArray[np.float64]


def area_counts(scale: float, pupils: Mapping[str, int]) -> Mapping[str, int]:
    """Areas of each county: about as many children in each."""
    least = assumptions()["least_areas"]
    shares = shares_out(round(assumptions()["areas"] * scale), list(pupils.values()))
    return {county: max(least, share) for county, share in zip(pupils, shares, strict=True)}


def area_cells(seed: int, counts: Mapping[str, int], homes: Mapping[str, Sequence[tuple[Point, int]]]) -> AreaCells:
    """Draw the areas.

    Args:
        seed: of the city.
        counts: areas by county.
        homes: by county, what areas lie around: a place and its weight.
    """
    parts = [_county(seed, county, count, homes[county]) for county, count in counts.items()]
    raw = np.concatenate(parts)
    rough = shapely.transform(raw, lambda at: np.round(at, DIGITS))
    fitted = np.asarray(shapely.coverage_clean(rough, snapping_distance=2 * 10.0**-DIGITS), dtype=object)
    polygons = shapely.transform(fitted, lambda at: np.round(at, DIGITS))
    middles = np.round(shapely.get_coordinates(shapely.centroid(polygons)), DIGITS)
    return AreaCells(np.repeat(list(counts), [len(part) for part in parts]), polygons, middles)


def metres(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Degrees as metres east and north, good to a few parts in a thousand over the city."""
    scaled: NDArray[np.float64] = degrees * np.array([METRES_EAST, METRES_NORTH])
    return scaled


def _county(seed: int, county: str, count: int, homes: Sequence[tuple[Point, int]]) -> NDArray[np.object_]:
    cell = shapely.Polygon(cells()[county])
    shapely.prepare(cell)
    points = _points(seed, county, count, homes, cell)
    evened = shapely.get_coordinates(shapely.centroid(_voronoi(points, cell)))
    return _voronoi(evened, cell)


def _voronoi(points: NDArray[np.float64], cell: shapely.Polygon) -> NDArray[np.object_]:
    whole = shapely.voronoi_polygons(shapely.multipoints(points), extend_to=cell.buffer(0.1))
    parts: NDArray[np.object_] = shapely.intersection(shapely.get_parts(whole), cell)
    order = np.lexsort(np.round(shapely.get_coordinates(shapely.centroid(parts)), DIGITS).T)
    return parts[order]


def _points(
    seed: int, county: str, count: int, homes: Sequence[tuple[Point, int]], cell: shapely.Polygon
) -> NDArray[np.float64]:
    rng = draws(seed, "areas", county)
    spread = assumptions()["spread_m"][profiles()[county].setting]
    near = round(count * assumptions()["near_schools"])
    weights = np.array([weight for _, weight in homes], dtype=float)
    places = np.array([place for place, _ in homes])
    found = np.empty((0, 2))
    while len(found) < count:
        wanted = near if len(found) < near else count
        some = _around(rng, places, weights, spread) if len(found) < near else _anywhere(rng, cell)
        inside = some[shapely.contains_xy(cell, some[:, 0], some[:, 1])]
        found = np.concatenate([found, inside[: wanted - len(found)]])
    return found


def _around(
    rng: np.random.Generator, places: NDArray[np.float64], weights: NDArray[np.float64], spread: float
) -> NDArray[np.float64]:
    chosen = places[rng.choice(len(places), 512, p=weights / weights.sum())]
    strewn: NDArray[np.float64] = chosen + rng.normal(0, spread, (512, 2)) / np.array([METRES_EAST, METRES_NORTH])
    return strewn


def _anywhere(rng: np.random.Generator, cell: shapely.Polygon) -> NDArray[np.float64]:
    west, south, east, north = cell.bounds
    return rng.uniform((west, south), (east, north), (512, 2))
