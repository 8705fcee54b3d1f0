"""A city of two counties that fits in the head: squares of a kilometre, a street along every border."""

from typing import Any

import numpy as np
import polars as pl
import shapely

from junheng.seats.assignment import NOBODY
from junheng.seats.plan import Choices, Tables
from junheng.seats.plan.options import Land, Need
from junheng.seats.plan.sites import places
from junheng.seats.plan.touching import touching
from junheng.seats.plan.ways import ways
from junheng.seats.plan.zoned import Ground

SIDE = 0.01
"""Degrees: about a kilometre."""
WIDE, HIGH = 4, 3
COUNTIES = ("A", "B")
YEARS = (2023, 2024, 2025)
COSTS = {
    "new_school_yuan": 30_000_000,
    "new_class_yuan": 2_500_000,
    "added_class_yuan": 1_800_000,
    "closing_yuan": 1_000_000,
}


def tiny(**changed: Any) -> Tables:
    """Two counties side by side; ``each`` children of every age in every area, ``classes`` in every school."""
    each, classes, addable = (
        changed.pop(name, value) for name, value in (("each", 20), ("classes", 12), ("addable", 0))
    )
    tables: dict[str, Any] = {
        "areas": _areas(),
        "children": _children(each),
        "births": pl.DataFrame(
            [(county, year, each * WIDE * HIGH) for county in COUNTIES for year in YEARS],
            schema=["county_code", "year", "births"],
            orient="row",
        ),
        "dwellings": pl.DataFrame({"area": ["A-0-0"], "year": [2026], "dwellings": [100]}),
        "schools": _schools(),
        "seats": _seats(classes, addable),
        "sites": _sites(),
        "zones": _zones(),
        "nodes": _nodes(),
        "edges": _edges(),
        "costs": COSTS,
    }
    return Tables(**{**tables, **changed})


def _squares() -> list[tuple[str, str, int, int]]:
    return [(county, f"{county}-{x}-{y}", x, y) for county in COUNTIES for x in range(WIDE) for y in range(HIGH)]


def _corner(county: str, x: float, y: float) -> tuple[float, float]:
    return round(113 + (COUNTIES.index(county) * WIDE + x) * SIDE, 6), round(34 + y * SIDE, 6)


def _areas() -> pl.DataFrame:
    rows = []
    for county, area, x, y in _squares():
        west, south = _corner(county, x, y)
        middle = _corner(county, x + 0.5, y + 0.5)
        square = shapely.box(west, south, *_corner(county, x + 1, y + 1))
        rows.append((area, f"片区{area}", county, f"{county}镇{x // 2}", *middle, shapely.to_wkb(square)))
    names = ["area", "area_name", "county_code", "township", "longitude", "latitude", "polygon"]
    return pl.DataFrame(rows, schema=names, orient="row")


def _children(each: int) -> pl.DataFrame:
    rows = [(area, year, age, each) for _, area, _, _ in _squares() for year in YEARS for age in range(15)]
    return pl.DataFrame(rows, schema=["area", "year", "age", "children"], orient="row")


def school(county: str, section: str, number: int) -> str:
    """The code of a school: two of each section in a county, at the west and the east end."""
    return f"{county}{section[0]}{number}"


def _schools() -> pl.DataFrame:
    rows = [
        (school(county, section, at), f"{county}{section}{at}", county, f"{county}镇{at}", f"{county}-{3 * at}-1", x, y)
        for county in COUNTIES
        for section in ("primary", "junior")
        for at in (0, 1)
        for x, y in [_corner(county, 3 * at + 0.4, 1.4)]
    ]
    names = ["school_code", "school_name", "county_code", "township", "area", "longitude", "latitude"]
    return pl.DataFrame(rows, schema=names, orient="row").with_columns(
        public=pl.lit(value=True), boarding=pl.lit(value=False), zoned=pl.lit(value=True)
    )


def _seats(classes: int, addable: int) -> pl.DataFrame:
    norm = {"primary": 45, "junior": 50}
    rows = [
        (school(county, section, at), section, classes * 40, classes, classes * norm[section], addable)
        for county in COUNTIES
        for section in ("primary", "junior")
        for at in (0, 1)
    ]
    names = ["school_code", "section", "pupils", "classes", "seats", "classes_addable"]
    return pl.DataFrame(rows, schema=names, orient="row")


def _sites() -> pl.DataFrame:
    rows = [
        (
            f"{county}-L1",
            f"用地{county}",
            county,
            f"{county}-1-2",
            *_corner(county, 1.5, 2.5),
            "nine_year",
            30000,
            36,
            None,
        )
        for county in COUNTIES
    ]
    names = ["site", "site_name", "county_code", "area", "longitude", "latitude", "kind", "land_m2", "classes_max"]
    return pl.DataFrame(rows, schema=[*names, "cost_yuan"], orient="row")


def _zones() -> pl.DataFrame:
    rows = [
        (section, area, school(county, section, int(x >= WIDE // 2)))
        for section in ("primary", "junior")
        for county, area, x, _ in _squares()
    ]
    return pl.DataFrame(rows, schema=["section", "area", "school_code"], orient="row")


def _grid() -> list[tuple[int, int]]:
    return [(x, y) for x in range(2 * WIDE + 1) for y in range(HIGH + 1)]


def _nodes() -> pl.DataFrame:
    at = np.array([(113 + x * SIDE, 34 + y * SIDE) for x, y in _grid()]).round(6)
    return pl.DataFrame({"node": range(len(at)), "lon": at[:, 0], "lat": at[:, 1]})


def _edges() -> pl.DataFrame:
    number = {place: at for at, place in enumerate(_grid())}
    pairs = [(number[x, y], number[other]) for x, y in number for other in ((x + 1, y), (x, y + 1)) if other in number]
    return pl.DataFrame(
        {"u": [u for u, _ in pairs], "v": [v for _, v in pairs]}, schema={"u": pl.Int64, "v": pl.Int64}
    ).with_columns(length_m=pl.lit(1000.0), highway=pl.lit("residential"), oneway=pl.lit("no"))


def needs_of(*, classes: int, addable: int, children: int, opening: float = 30_000_000) -> tuple[dict[str, Need], Land]:
    """County A: so many primary children in every area, a third as many juniors."""
    base = tiny(classes=classes, addable=addable)
    measured, norms = ways(base), Choices().norms()
    there = np.arange(WIDE * HIGH)
    needs = {}
    for section, each in (("primary", children), ("junior", children // 3)):
        held = places(base, measured, "A", section, norms)
        arcs = measured.arcs(there, held.place, 9)
        needs[section] = Need(held, arcs, np.full(there.size, each), int(norms.class_norm[section]))
    return needs, Land(["A-L1"], np.array([36]), np.zeros(1, dtype=bool), np.array([opening]))


def ground_of() -> Ground:
    """Primary zones of county A: two schools and a site."""
    base = tiny()
    measured = ways(base)
    held = places(base, measured, "A", "primary", Choices().norms())
    there = np.arange(WIDE * HIGH)
    areas = base.areas["area"].to_list()[: there.size]
    today = np.array([int(int(area.split("-")[1]) >= WIDE // 2) for area in areas])
    home = np.array([areas.index("A-0-1"), areas.index("A-3-1"), NOBODY])
    touch = touching(base.areas["polygon"].to_list()[: there.size])
    return Ground(touch, home, today, measured.arcs(there, held.place, 9))
