"""Today's map of the synthetic city: which school each area belongs to, section by section."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
import shapely
from numpy.typing import NDArray

from junheng.demo.area_cells import AreaCells, metres
from junheng.demo.area_map import AreaMap
from junheng.demo.geometry import Point
from junheng.demo.growth import grow
from junheng.demo.school import School
from junheng.demo.seats_schools import SeatSchools


@dataclass(frozen=True, slots=True, eq=False)
class Zones:
    """``schools``: codes; ``pupils``: of each; ``of``: for each area the number of its school."""

    schools: Sequence[str]
    pupils: NDArray[np.int64]
    of: NDArray[np.int64]


def zones(drawn: AreaMap, schools: SeatSchools, section: str) -> Zones:
    """Today's zones of a section."""
    able, pupils = zoned(schools.schools, section), schools.of_section(section)
    codes = [one.code for one in able]
    sizes = np.array([pupils[code] for code in codes])
    return Zones(codes, sizes, grown_zones(drawn.cells, drawn.neighbours, able, schools.places, pupils))


def zone_table(drawn: AreaMap, found: Mapping[str, Zones]) -> pl.DataFrame:
    """section, area, school_code."""
    return pl.concat(
        pl.DataFrame(
            {
                "section": [section] * len(drawn.area),
                "area": drawn.area,
                "school_code": [one.schools[at] for at in one.of.tolist()],
            }
        )
        for section, one in found.items()
    )


def zoned(schools: Sequence[School], section: str) -> list[School]:
    """The schools that have a zone in a section: the public ones, or all of a county that has no public one."""
    able = [one for one in schools if section in one.kind.sections and one.kind.id != "special"]
    served = {one.county for one in able if not one.private}
    return [one for one in able if not one.private or one.county not in served]


def grown_zones(
    cells: AreaCells,
    neighbours: Sequence[Sequence[int]],
    schools: Sequence[School],
    places: Mapping[str, Point],
    pupils: Mapping[str, int],
) -> NDArray[np.int64]:
    """For each area the number of its school.

    Every zone is contiguous and stays in its county. Where several schools stand in one area, the largest keeps it
    and the others start in the nearest area that has none.

    Args:
        cells: the areas.
        neighbours: areas next to each area.
        schools: those with a zone in this section.
        places: longitude and latitude by school code.
        pupils: by school code, in this section.
    """
    middles = metres(cells.middles)
    homes = home_areas(cells, [places[one.code] for one in schools], [one.county for one in schools])
    taken: dict[int, int] = {}
    for number in sorted(range(len(schools)), key=lambda at: (-pupils[schools[at].code], schools[at].code)):
        home = homes[number]
        if home in taken:
            free = np.flatnonzero(cells.county == schools[number].county)
            free = free[~np.isin(free, list(taken))]
            if not len(free):
                continue
            here = metres(np.array(places[schools[number].code]))
            home = int(free[np.argmin(np.hypot(*(middles[free] - here).T))])
        taken[home] = number
    seeds = {area: float(np.sqrt(max(1, pupils[schools[number].code]))) for area, number in taken.items()}
    grown = grow(seeds, neighbours, middles, cells.county)
    return np.array([taken[seed] for seed in grown.tolist()], dtype=np.int64)


def home_areas(cells: AreaCells, places: Sequence[Point], counties: Sequence[str]) -> list[int]:
    """The area each place lies in, of its own county: the nearest when it stands on the county's border."""
    points = shapely.points(np.array(places))
    found = np.empty(len(points), dtype=np.int64)
    for county in dict.fromkeys(counties):
        there = np.flatnonzero(cells.county == county)
        which = np.flatnonzero(np.array(counties) == county)
        found[which] = there[shapely.STRtree(cells.polygons[there]).nearest(points[which])]
    return found.tolist()
