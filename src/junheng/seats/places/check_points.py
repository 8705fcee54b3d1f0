"""Checks of points against areas: schools outside every area, and points shifted as GCJ-02 shifts them."""

from collections.abc import Iterator

import numpy as np
import polars as pl
import shapely
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.places.gcj02 import from_gcj02
from junheng.seats.places.sphere import haversine
from junheng.seats.places.tables import Places

FAR = 3.0
"""Without polygons a school lies outside when its nearest area is this many times as far as areas usually are apart."""
USUAL = 0.95
"""Quantile of the areas' distances to their nearest neighbour that counts as usual."""
LEAST_AREAS = 10
"""With fewer areas without polygons nothing can be said of what is usual."""


def outside(places: Places) -> Iterator[Fault]:
    """Schools and sites that lie in no area."""
    for table, column, title in (("schools", "school_code", "学校"), ("sites", "site", "规划用地")):
        frame: pl.DataFrame = getattr(places, table)
        for at in np.flatnonzero(_outside(places, frame)).tolist():
            name = frame[column][at]
            yield Fault(
                "outside_every_area",
                Text(f"{title}“{name}”", f"{table.removesuffix('s')} “{name}”"),
                {"lon": frame["longitude"][at], "lat": frame["latitude"][at]},
            )


def shifted(places: Places) -> Iterator[Fault]:
    """Points that lie outside the area they belong to, and inside once GCJ-02 is undone.

    The area of a school or a site is the one it names; an area's own point belongs to its own polygon.
    """
    polygons = places.polygons
    if polygons is None:
        return
    number = {name: at for at, name in enumerate(places.areas["area"].to_list())}
    for table, column, title in (
        ("areas", "area", "片区"),
        ("schools", "school_code", "学校"),
        ("sites", "site", "规划用地"),
    ):
        frame: pl.DataFrame = getattr(places, table).filter(pl.col("area").is_in(list(number)))
        own = polygons[[number[name] for name in frame["area"].to_list()]]
        lon, lat = frame["longitude"].to_numpy(), frame["latitude"].to_numpy()
        undone = from_gcj02(lon, lat)
        moved = ~_within(own, lon, lat) & _within(own, *undone)
        for at in np.flatnonzero(moved).tolist():
            name = frame[column][at]
            apart = haversine(lon[at : at + 1], lat[at : at + 1], undone[0][at : at + 1], undone[1][at : at + 1])[0]
            yield Fault(
                "gcj02_point",
                Text(f"{title}“{name}”", f"{table.removesuffix('s')} “{name}”"),
                {"metres": f"{apart:.0f}", "table": table, "points": int(moved.sum()), "of": frame.height},
            )


def _within(polygons: NDArray[np.object_], lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = shapely.intersects_xy(polygons, lon, lat)
    return inside


def _outside(places: Places, frame: pl.DataFrame) -> NDArray[np.bool_]:
    lon, lat = frame["longitude"].to_numpy(), frame["latitude"].to_numpy()
    polygons = places.polygons
    if polygons is not None:
        inside, _ = shapely.STRtree(polygons).query(shapely.points(lon, lat), predicate="intersects")
        return ~np.isin(np.arange(len(lon)), inside)
    if places.areas.height < LEAST_AREAS or not len(lon):
        return np.zeros(len(lon), dtype=bool)
    return _far(places.areas["longitude"].to_numpy(), places.areas["latitude"].to_numpy(), lon, lat)


def _far(
    area_lon: NDArray[np.float64], area_lat: NDArray[np.float64], lon: NDArray[np.float64], lat: NDArray[np.float64]
) -> NDArray[np.bool_]:
    from scipy.spatial import KDTree

    from junheng.seats.places.sphere import Flat

    flat = Flat.around(area_lon, area_lat)
    tree = KDTree(flat.metres(area_lon, area_lat))
    usual = np.quantile(tree.query(tree.data, k=2)[0][:, 1], USUAL)
    far: NDArray[np.bool_] = tree.query(flat.metres(lon, lat))[0] > FAR * usual
    return far
