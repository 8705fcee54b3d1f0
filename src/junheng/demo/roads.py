"""Roads of the synthetic city: along the borders of the small areas, with lanes to each area's middle."""

from dataclasses import dataclass

import numpy as np
import polars as pl
import shapely
from numpy.typing import NDArray

from junheng.demo.area_borders import NOBODY, Borders
from junheng.demo.area_cells import AreaCells, metres

LANES = 2
"""Lanes from the middle of an area to its nearest corners."""
ONE_WAY = 0.03
"""Share of residential streets that cars may use in one direction only."""


@dataclass(frozen=True, slots=True, eq=False)
class Roads:
    """``nodes``: node, lon, lat. ``edges``: u, v, length_m, highway, oneway, in the words of OpenStreetMap."""

    nodes: pl.DataFrame
    edges: pl.DataFrame


def roads(rng: np.random.Generator, cells: AreaCells, borders: Borders, township: NDArray[np.str_]) -> Roads:
    """The network; node numbers are the corners', then the areas'."""
    lanes, lane_metres = _lanes(cells, borders)
    ends = np.concatenate([borders.ends, lanes])
    kinds = np.concatenate([_kinds(cells.county, township, borders), np.full(len(lanes), "service")])
    one_way = (kinds == "residential") & (rng.random(len(kinds)) < ONE_WAY)
    at = np.concatenate([borders.corners, cells.middles])
    return Roads(
        nodes=pl.DataFrame({"node": np.arange(len(at)), "lon": at[:, 0], "lat": at[:, 1]}),
        edges=pl.DataFrame(
            {
                "u": ends[:, 0],
                "v": ends[:, 1],
                "length_m": np.round(np.concatenate([borders.metres, lane_metres]), 2),
                "highway": kinds,
                "oneway": np.where(one_way, "yes", "no"),
            }
        ),
    )


def _kinds(county: NDArray[np.str_], township: NDArray[np.str_], borders: Borders) -> NDArray[np.str_]:
    left, right = borders.left, borders.right
    outer = right == NOBODY
    kinds = np.full(len(left), "residential", dtype="<U11")
    kinds[outer] = "tertiary"
    kinds[~outer & (township[left] != township[right])] = "secondary"
    kinds[~outer & (county[left] != county[right])] = "primary"
    return kinds


def _lanes(cells: AreaCells, borders: Borders) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """From each middle to its nearest corners: node numbers (m, 2) and lengths (m,)."""
    at, owner = shapely.get_coordinates(cells.polygons, return_index=True)
    last = np.append(owner[1:] != owner[:-1], True)
    at, owner = at[~last], owner[~last]
    corner = _numbers(borders.corners, at)
    away = np.hypot(*(metres(at) - metres(cells.middles)[owner]).T)
    order = np.lexsort((corner, away, owner))
    rank = np.arange(len(order)) - np.searchsorted(owner[order], owner[order])
    kept = order[rank < LANES]
    return np.stack([owner[kept] + len(borders.corners), corner[kept]], axis=1), away[kept]


def _numbers(corners: NDArray[np.float64], at: NDArray[np.float64]) -> NDArray[np.int64]:
    """The number of each corner in a table sorted by longitude, then latitude."""
    table = np.ascontiguousarray(corners).view([("x", float), ("y", float)]).reshape(-1)
    wanted = np.ascontiguousarray(at).view([("x", float), ("y", float)]).reshape(-1)
    found: NDArray[np.int64] = np.searchsorted(table, wanted)
    return found
