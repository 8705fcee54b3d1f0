"""Draws the tables of ``seats_city`` one from another; kept apart because it loads shapely."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.demo.area_children import SECTION_AGES, births_table, children, children_table, county_totals
from junheng.demo.area_map import AreaMap, area_map, area_table
from junheng.demo.assumptions import assumptions
from junheng.demo.calibration import YEARS
from junheng.demo.draws import draws
from junheng.demo.dwellings import dwellings
from junheng.demo.need import JUDGED
from junheng.demo.roads import roads
from junheng.demo.seats_schools import SeatSchools, seat_schools
from junheng.demo.sites import Ground, sites
from junheng.demo.zone_map import Zones, home_areas, zone_table, zones
from junheng.policy.text import Text


def draw(seed: int, scale: float) -> dict[str, Any]:
    """The fields of ``DemoSeats`` but for its seed and scale."""
    schools = seat_schools(seed, scale)
    drawn = area_map(seed, scale, schools)
    today = {section: zones(drawn, schools, section) for section in JUDGED}
    totals = county_totals(schools)
    counts = children(seed, drawn, today, totals)
    planned = dwellings(seed, drawn.area, drawn.cells.county)
    streets = roads(draws(seed, "roads"), drawn.cells, drawn.borders, drawn.township)
    note = assumptions()["note"]
    return {
        "note": Text(note["zh"], note["en"]),
        "years": YEARS,
        "areas": area_table(drawn),
        "children": children_table(drawn, counts),
        "births": births_table(schools, totals),
        "dwellings": planned,
        "schools": _schools(drawn, schools, today),
        "seats": schools.seats,
        "enrolment": schools.enrolment,
        "sites": sites(seed, _ground(drawn, schools, counts, planned)),
        "zones": zone_table(drawn, today),
        "nodes": streets.nodes,
        "edges": streets.edges,
        "costs": assumptions()["costs"],
    }


def _schools(drawn: AreaMap, schools: SeatSchools, today: Mapping[str, Zones]) -> pl.DataFrame:
    places = [schools.places[one.code] for one in schools.schools]
    homes = home_areas(drawn.cells, places, [one.county for one in schools.schools])
    with_zone = {code for one in today.values() for code in one.schools}
    return pl.DataFrame(
        {
            "school_code": [one.code for one in schools.schools],
            "school_name": [one.name for one in schools.schools],
            "county_code": [one.county for one in schools.schools],
            "township": drawn.township[homes],
            "area": drawn.area[homes],
            "longitude": [place[0] for place in places],
            "latitude": [place[1] for place in places],
            "public": [not one.private for one in schools.schools],
            "boarding": [one.boarding for one in schools.schools],
            "zoned": [one.code in with_zone for one in schools.schools],
        }
    )


def _ground(drawn: AreaMap, schools: SeatSchools, counts: NDArray[np.int64], planned: pl.DataFrame) -> Ground:
    number = {area: at for at, area in enumerate(drawn.area.tolist())}
    homes = np.zeros(len(drawn.area), dtype=np.int64)
    for area, count in planned.select("area", "dwellings").iter_rows():
        homes[number[area]] += count
    ages = [age for one in SECTION_AGES.values() for age in one]
    return Ground(
        cells=drawn.cells,
        area=drawn.area,
        children=counts[-1][:, ages].sum(axis=1),
        dwellings=homes,
        schools=np.array([schools.places[one.code] for one in schools.schools]),
        school_county=np.array([one.county for one in schools.schools]),
    )
