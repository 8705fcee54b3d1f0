"""A small map of the tests: square areas of a kilometre, side by side, with children, schools and seats."""

import numpy as np
import polars as pl
import shapely

from junheng.seats.places import RADIUS, Places

LON, LAT = 113.6, 34.7
NORTH = 180 / np.pi / RADIUS
EAST = NORTH / np.cos(np.radians(LAT))
"""Degrees of a metre around the middle of the map."""
KM = 1000.0


def degrees(east: float, north: float) -> tuple[float, float]:
    """Metres from the middle as degrees."""
    return LON + east * EAST, LAT + north * NORTH


def square(east: float, north: float, side: float = KM) -> shapely.Polygon:
    """A square by its south-west corner in metres."""
    ring = [(0, 0), (1, 0), (1, 1), (0, 1)]
    return shapely.Polygon([degrees(east + side * x, north + side * y) for x, y in ring])


def areas(*polygons: shapely.Polygon, county: str = "410105") -> pl.DataFrame:
    """Areas A0, A1, … with their middles."""
    middles = [one.centroid for one in polygons]
    return pl.DataFrame(
        {
            "area": [f"A{at}" for at in range(len(polygons))],
            "area_name": [f"样例{at}" for at in range(len(polygons))],
            "county_code": [county] * len(polygons),
            "longitude": [one.x for one in middles],
            "latitude": [one.y for one in middles],
            "polygon": [shapely.to_wkb(one) for one in polygons],
        }
    )


def children(count: int, *, years: tuple[int, ...] = (2024, 2025), each: int = 30) -> pl.DataFrame:
    """The same number at ages 6 to 14 of each area and year."""
    rows = [(f"A{at}", year, age, each) for at in range(count) for year in years for age in range(6, 15)]
    return pl.DataFrame(rows, schema=["area", "year", "age", "children"], orient="row")


def schools(*at: tuple[float, float], area: str | None = "A0") -> pl.DataFrame:
    """Schools S0, S1, … at metres from the middle, which say they lie in an area."""
    places = [degrees(*one) for one in at]
    return pl.DataFrame(
        {
            "school_code": [f"S{number}" for number in range(len(at))],
            "county_code": ["410105"] * len(at),
            "longitude": [lon for lon, _ in places],
            "latitude": [lat for _, lat in places],
            "area": pl.Series([area] * len(at), dtype=pl.String),
        }
    )


def seats(count: int = 1, *, primary: int = 2000, junior: int = 2000) -> pl.DataFrame:
    """Seats of schools S0, S1, …"""
    rows = [
        (f"S{at}", section, room) for at in range(count) for section, room in (("primary", primary), ("junior", junior))
    ]
    return pl.DataFrame(rows, schema=["school_code", "section", "seats"], orient="row")


ROW = (square(0, 0), square(KM, 0), square(2 * KM, 0))


def sound(**changes: pl.DataFrame) -> Places:
    """Three squares in a row with one school, nothing wrong; tables replaced by name."""
    tables = {"areas": areas(*ROW), "children": children(3), "schools": schools((500, 500)), "seats": seats()}
    return Places.of(**{**tables, **changes})
