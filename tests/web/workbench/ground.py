"""A county of twelve square areas in three rows and four columns, three schools, small enough to count by hand.

Areas 1 to 4 are the southern row, west first; 5 to 8 the middle one, in which the schools stand: the first in area 5,
the second in 7, the third in 8. The first zone has the two western columns, the others one each. Every area has two
children of every primary age and three of every junior age.
"""

from collections.abc import Mapping

import polars as pl
import shapely

from tests.web.people import COUNTY, SCHOOLS

YEAR = 2025
SIDE = 0.005
"""Degrees of a square."""
WEST, SOUTH = 113.6, 34.7
COLUMNS, ROWS = 4, 3
AREAS = tuple(f"{COUNTY}-{number:04d}" for number in range(1, COLUMNS * ROWS + 1))
HOMES = (4, 6, 7)
"""Where the schools stand, by the place of the area."""
A, B, C = SCHOOLS
ZONES = tuple((A, A, B, C)[at % COLUMNS] for at in range(len(AREAS)))
AGES = {**dict.fromkeys(range(12), 2), **dict.fromkeys((12, 13, 14), 3)}


def corner(at: int, east: int = 0, north: int = 0) -> tuple[float, float]:
    """The south-western corner of an area, or one of its others; neighbours share theirs exactly."""
    return WEST + SIDE * (at % COLUMNS + east), SOUTH + SIDE * (at // COLUMNS + north)


def middle(at: int) -> tuple[float, float]:
    west, south = corner(at)
    return west + SIDE / 2, south + SIDE / 2


def tables(*, seats: int = 90, streets: bool = False, years: int = 1) -> dict[str, pl.DataFrame]:
    """All tables of a planning base; the children of ``years`` years, one fewer of every age in each earlier one."""
    squares = [shapely.box(*corner(at), *corner(at, 1, 1)) for at in range(len(AREAS))]
    return {
        "areas": pl.DataFrame(
            {
                "area": AREAS,
                "area_name": [f"第{at // COLUMNS + 1}街道{at % COLUMNS + 1}号片区" for at in range(len(AREAS))],
                "county_code": [COUNTY] * len(AREAS),
                "township": [f"第{at // COLUMNS + 1}街道" for at in range(len(AREAS))],
                "longitude": [middle(at)[0] for at in range(len(AREAS))],
                "latitude": [middle(at)[1] for at in range(len(AREAS))],
                "polygon": [one.wkb for one in squares],
            }
        ),
        "children": pl.DataFrame(
            [
                (area, YEAR - ago, age, count + 5 * (years > 1) - ago)
                for ago in range(years)
                for area in AREAS
                for age, count in AGES.items()
            ],
            schema=["area", "year", "age", "children"],
            orient="row",
        ),
        "births": pl.DataFrame(
            {
                "county_code": [COUNTY] * years,
                "year": [YEAR - ago for ago in range(years)],
                "births": [30 - ago for ago in range(years)],
            }
        ),
        "dwellings": pl.DataFrame({"area": [AREAS[0]], "year": [YEAR + 2], "dwellings": [200]}),
        "schools": _schools(),
        "seats": pl.concat([_seats("primary", 12, seats), _seats("junior", 9, seats)]),
        "enrolment": pl.DataFrame({"school_code": [A], "section": ["primary"], "year": [YEAR], "pupils": [72]}),
        "sites": _sites(),
        "zones": pl.DataFrame(
            [
                (section, area, school)
                for section in ("primary", "junior")
                for area, school in zip(AREAS, ZONES, strict=True)
            ],
            schema=["section", "area", "school_code"],
            orient="row",
        ),
        **{name: one if streets else one.clear() for name, one in _streets().items()},
    }


def _schools() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "school_code": SCHOOLS,
            "school_name": ["样例第1小学", "样例第2小学", "样例第3小学"],
            "county_code": [COUNTY] * 3,
            "township": ["第2街道"] * 3,
            "area": [AREAS[at] for at in HOMES],
            "longitude": [middle(at)[0] for at in HOMES],
            "latitude": [middle(at)[1] for at in HOMES],
            "public": [True] * 3,
            "boarding": [False] * 3,
            "zoned": [True] * 3,
        }
    )


def _seats(section: str, each: int, seats: int) -> pl.DataFrame:
    zones: Mapping[str, int] = {school: ZONES.count(school) * each for school in SCHOOLS}
    return pl.DataFrame(
        {
            "school_code": SCHOOLS,
            "section": [section] * 3,
            "pupils": [zones[school] for school in SCHOOLS],
            "classes": [6] * 3,
            "seats": [seats] * 3,
            "classes_addable": [1, 0, 0],
        }
    )


def _sites() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "site": ["S1"],
            "site_name": ["样例地块"],
            "county_code": [COUNTY],
            "area": [AREAS[1]],
            "longitude": [middle(1)[0]],
            "latitude": [middle(1)[1]],
            "kind": ["primary"],
            "land_m2": [20_000],
            "classes_max": [24],
            "cost_yuan": [None],
        },
        schema_overrides={"cost_yuan": pl.Float64},
    )


def _streets() -> dict[str, pl.DataFrame]:
    """A street through the middles of every row and every column."""
    size = COLUMNS * ROWS
    east = [(at, at + 1) for at in range(size) if at % COLUMNS < COLUMNS - 1]
    north = [(at, at + COLUMNS) for at in range(size - COLUMNS)]
    return {
        "nodes": pl.DataFrame([(at, *middle(at)) for at in range(size)], schema=["node", "lon", "lat"], orient="row"),
        "edges": pl.DataFrame(
            [(u, v, 1000.0, "residential", "no") for u, v in east + north],
            schema=["u", "v", "length_m", "highway", "oneway"],
            orient="row",
        ),
    }
