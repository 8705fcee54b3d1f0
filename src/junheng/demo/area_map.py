"""The map of small areas: their cells, names, townships and neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
import shapely
from numpy.typing import NDArray

from junheng.demo.area_borders import Borders, borders
from junheng.demo.area_cells import AreaCells, area_cells, area_counts
from junheng.demo.calibration import YEARS
from junheng.demo.geometry import Point
from junheng.demo.need import JUDGED
from junheng.demo.seats_schools import SeatSchools
from junheng.demo.townships import townships


@dataclass(frozen=True, slots=True, eq=False)
class AreaMap:
    """``area``: ids like 410102-0001, numbered within each county; all else in the same order."""

    area: NDArray[np.str_]
    cells: AreaCells
    borders: Borders
    neighbours: Sequence[Sequence[int]]
    township: NDArray[np.str_]


def area_map(seed: int, scale: float, schools: SeatSchools) -> AreaMap:
    """Areas around the homes of the schools' pupils."""
    pupils = {
        county: sum(schools.total(county, section, YEARS[-1]) for section in JUDGED) for county in schools.counties
    }
    homes = {county: _homes(schools, county) for county in schools.counties}
    cells = area_cells(seed, area_counts(scale, pupils), homes)
    edges = borders(cells.polygons)
    neighbours = edges.neighbours(len(cells.county))
    return AreaMap(_ids(cells.county), cells, edges, neighbours, townships(seed, cells, neighbours))


def area_table(drawn: AreaMap) -> pl.DataFrame:
    """area, area_name, county_code, township, longitude, latitude, polygon."""
    middles = drawn.cells.middles
    numbers = [int(one.rpartition("-")[2]) for one in drawn.area]
    return pl.DataFrame(
        {
            "area": drawn.area,
            "area_name": [f"{town}{number}号片区" for town, number in zip(drawn.township, numbers, strict=True)],
            "county_code": drawn.cells.county,
            "township": drawn.township,
            "longitude": middles[:, 0],
            "latitude": middles[:, 1],
            "polygon": shapely.to_wkb(drawn.cells.polygons).tolist(),
        }
    )


def _homes(schools: SeatSchools, county: str) -> list[tuple[Point, int]]:
    now = schools.pupils[YEARS[-1]]
    return [(schools.places[one.code], sum(now[one.code].values())) for one in schools.schools if one.county == county]


def _ids(county: NDArray[np.str_]) -> NDArray[np.str_]:
    seen: dict[str, int] = {}
    found = []
    for one in county.tolist():
        seen[one] = seen.get(one, 0) + 1
        found.append(f"{one}-{seen[one]:04d}")
    return np.array(found)
