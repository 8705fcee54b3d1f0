"""The synthetic city for planning seats: areas, children, schools with places, land, streets and today's zones.

One chain of the same counts: the children of a county's areas at the ages of a section are, year by year, exactly the
pupils that its schools report in the workbooks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from junheng.demo.city import SMALLEST
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True, eq=False)
class DemoSeats:
    """All tables of the synthetic city that planning needs; ``note`` says in both languages that it is made up.

    areas: area, area_name, county_code, township, longitude, latitude, polygon (WKB, degrees; neighbours share corners)
    children: area, year, age (0 to 14 at the end of August; 6 enters grade 1), children
    births: county_code, year, births
    dwellings: area, year of delivery, dwellings (planned)
    schools: school_code, school_name, county_code, township, area, longitude, latitude, public, boarding, zoned
    seats: school_code, section, pupils, classes, seats (classes times the class norm), classes_addable; last year
    enrolment: school_code, section, year, pupils
    sites: site, site_name, county_code, area, longitude, latitude, kind, land_m2, classes_max, cost_yuan (empty)
    zones: section, area, school_code; today's map
    nodes: node, lon, lat;  edges: u, v, length_m, highway, oneway
    costs: made-up prices of the demonstration in yuan, nobody's real ones
    """

    seed: int
    scale: float
    note: Text
    years: tuple[int, ...]
    areas: pl.DataFrame
    children: pl.DataFrame
    births: pl.DataFrame
    dwellings: pl.DataFrame
    schools: pl.DataFrame
    seats: pl.DataFrame
    enrolment: pl.DataFrame
    sites: pl.DataFrame
    zones: pl.DataFrame
    nodes: pl.DataFrame
    edges: pl.DataFrame
    costs: Mapping[str, int]


def seats_city(*, seed: int = 2023, scale: float = 1.0) -> DemoSeats:
    """Draw everything planning needs around the schools of ``generate(seed=seed, scale=scale)``.

    Args:
        seed: the same seed and scale give the same tables.
        scale: share of the city's size, 0.01 to 1; all 16 counties stay. About 10,000 areas at 1.

    Raises:
        ValueError: ``scale`` lies outside its range.
    """
    if not SMALLEST <= scale <= 1:
        raise ValueError(f"scale 须在 {SMALLEST} 与 1 之间 / must lie between {SMALLEST} and 1, not {scale}")
    from junheng.demo.seats_drawing import draw

    return DemoSeats(seed=seed, scale=scale, **draw(seed, scale))
