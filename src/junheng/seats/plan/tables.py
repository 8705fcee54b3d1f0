"""The tables a plan stands on: areas and children, schools and seats, land, streets, today's map."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import polars as pl

SECTIONS = ("primary", "junior")
SECTION_AGES: Mapping[str, tuple[int, ...]] = {"primary": tuple(range(6, 12)), "junior": (12, 13, 14)}
"""Ages at the end of August of the children a section teaches: six years of primary, three of junior school."""
SITE_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "primary": ("primary",),
    "junior": ("junior",),
    "nine_year": SECTIONS,
}
"""What may be built on land of a kind."""


class Base(Protocol):
    """What is planned on; any object with these tables will do.

    areas: area, area_name, county_code, township, longitude, latitude, polygon (WKB, degrees)
    children: area, year, age (0 to 14 at the end of August), children
    births: county_code, year, births
    dwellings: area, year of delivery, dwellings
    schools: school_code, school_name, county_code, township, area, longitude, latitude, public, boarding, zoned
    seats: school_code, section, pupils, classes, seats, classes_addable
    sites: site, site_name, county_code, area, longitude, latitude, kind, land_m2, classes_max, cost_yuan
        (of a school there without its classes; empty: ``new_school_yuan``)
    zones: section, area, school_code; today's map
    nodes: node, lon, lat;  edges: u, v, length_m, highway, oneway; both empty where there is no network
    costs: yuan by ``new_school_yuan, new_class_yuan, added_class_yuan, closing_yuan``; missing ones are asked for
    """

    @property
    def areas(self) -> pl.DataFrame: ...
    @property
    def children(self) -> pl.DataFrame: ...
    @property
    def births(self) -> pl.DataFrame: ...
    @property
    def dwellings(self) -> pl.DataFrame: ...
    @property
    def schools(self) -> pl.DataFrame: ...
    @property
    def seats(self) -> pl.DataFrame: ...
    @property
    def sites(self) -> pl.DataFrame: ...
    @property
    def zones(self) -> pl.DataFrame: ...
    @property
    def nodes(self) -> pl.DataFrame: ...
    @property
    def edges(self) -> pl.DataFrame: ...
    @property
    def costs(self) -> Mapping[str, int]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The tables themselves."""

    areas: pl.DataFrame
    children: pl.DataFrame
    births: pl.DataFrame
    dwellings: pl.DataFrame
    schools: pl.DataFrame
    seats: pl.DataFrame
    sites: pl.DataFrame
    zones: pl.DataFrame
    nodes: pl.DataFrame
    edges: pl.DataFrame
    costs: Mapping[str, int]


def only(base: Base, counties: tuple[str, ...]) -> Base:
    """The base with some counties only; all when none is named. Streets stay whole."""
    if not counties:
        return base
    there = pl.col("county_code").is_in(counties)
    areas, schools = base.areas.filter(there), base.schools.filter(there)
    inside = pl.col("area").is_in(areas["area"].implode())
    return Tables(
        areas=areas,
        children=base.children.filter(inside),
        births=base.births.filter(there),
        dwellings=base.dwellings.filter(inside),
        schools=schools,
        seats=base.seats.filter(pl.col("school_code").is_in(schools["school_code"].implode())),
        sites=base.sites.filter(there),
        zones=base.zones.filter(inside),
        nodes=base.nodes,
        edges=base.edges,
        costs=base.costs,
    )
