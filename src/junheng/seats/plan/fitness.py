"""Whether a plan can stand on a base: every row that cannot be used is named, with its place and remedy."""

from collections.abc import Iterator

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.places import Places, check_places
from junheng.seats.plan.choices import Choices
from junheng.seats.plan.columns import TITLES, row_of
from junheng.seats.plan.costs import KEYS
from junheng.seats.plan.tables import SECTIONS, SITE_SECTIONS, Base

OLDEST = 14
"""Years: the last age that a plan counts."""
LEAST_YEARS = 1
"""Years of children; one alone is planned on, cohorts then only grow older, which the plan says."""
GIVEN = {
    "children": ("area", "year", "age", "children"),
    "seats": ("school_code", "section", "pupils", "classes", "classes_addable"),
    "schools": ("school_code", "county_code", "area"),
    "areas": ("area", "county_code", "township", "polygon"),
    "sites": ("site", "county_code", "area", "kind", "classes_max"),
    "zones": ("section", "area", "school_code"),
}
"""Columns in which a plan needs every cell: blank is not 0."""
COUNTS = {"births": ("births",), "seats": ("classes_addable",), "sites": ("classes_max",), "edges": ("length_m",)}
"""Counts that are checked here; the others are checked with the places."""


def settled(base: Base, choices: Choices) -> tuple[Fault, ...]:
    """What does not stop the plan but whoever reads it should know.

    Raises:
        UnfitInputError: with everything that stops it.
    """
    found = check_places(
        Places.of(
            areas=base.areas,
            children=base.children,
            schools=base.schools,
            seats=base.seats,
            sites=base.sites,
            dwellings=base.dwellings,
        )
    )
    stops = [*found.stops, *stopping(base, choices)]
    if stops:
        raise UnfitInputError(stops)
    return found.notes


def stopping(base: Base, choices: Choices) -> Iterator[Fault]:
    """Everything that stops a plan beside the places and counts that ``check_places`` looks at."""
    yield from _blank(base)
    yield from _below_zero(base)
    yield from _years(base, choices)
    yield from _counties(base, choices)
    yield from _sections(base)
    yield from _sites(base)
    yield from _zones(base)
    yield from _untaught(base)
    yield from _prices(base)


def _rows(table: str, wrong: pl.Series) -> Iterator[tuple[int, Text]]:
    for at in wrong.fill_null(value=False).arg_true().to_list():
        yield at, row_of(table, at)


def _blank(base: Base) -> Iterator[Fault]:
    for table, columns in GIVEN.items():
        frame: pl.DataFrame = getattr(base, table)
        for column in columns:
            for _, where in _rows(table, frame[column].is_null()):
                yield Fault("cell_absent", where, {"name": column})


def _below_zero(base: Base) -> Iterator[Fault]:
    for table, columns in COUNTS.items():
        frame: pl.DataFrame = getattr(base, table)
        for column in columns:
            for at, where in _rows(table, frame[column] < 0):
                yield Fault("negative_count", where, {"name": column, "value": frame[column][at]})


def _years(base: Base, choices: Choices) -> Iterator[Fault]:
    ages = base.children["age"]
    for at, where in _rows("children", (ages < 0) | (ages > OLDEST)):
        yield Fault("age_out_of_range", where, {"age": ages[at], "oldest": OLDEST})
    years = base.children["year"].drop_nulls().unique().sort().to_list()
    if len(years) < LEAST_YEARS:
        yield Fault("too_few_years", TITLES["children"], {"years": len(years), "least": LEAST_YEARS})
    for year in choices.years:
        if years and year <= years[-1]:
            yield Fault("milestone_past", Text("规划年份", "milestones"), {"year": year, "last": years[-1]})


def _counties(base: Base, choices: Choices) -> Iterator[Fault]:
    known = base.areas["county_code"].drop_nulls().unique().sort().to_list()
    for county in choices.counties:
        if county not in known:
            yield Fault("county_absent", Text("规划范围", "counties"), {"county": county, "known": ", ".join(known)})
    for table in ("schools", "sites", "births"):
        frame: pl.DataFrame = getattr(base, table)
        for at, where in _rows(table, ~frame["county_code"].is_in(known)):
            value = frame["county_code"][at]
            yield Fault("county_absent", where, {"county": value, "known": ", ".join(known)})


def _sections(base: Base) -> Iterator[Fault]:
    for table in ("seats", "zones"):
        frame: pl.DataFrame = getattr(base, table)
        for at, where in _rows(table, ~frame["section"].is_in(SECTIONS)):
            yield Fault("section_unknown", where, {"value": frame["section"][at], "accepted": ", ".join(SECTIONS)})
    for table, by in (("seats", ["school_code", "section"]), ("zones", ["section", "area"])):
        frame = getattr(base, table)
        again = frame.select(by).is_duplicated() & ~frame.select(pl.struct(by).is_first_distinct()).to_series()
        for _, where in _rows(table, again):
            yield Fault("place_repeated", where)


def _sites(base: Base) -> Iterator[Fault]:
    for at, where in _rows("sites", ~base.sites["kind"].is_in(list(SITE_SECTIONS))):
        kinds = ", ".join(SITE_SECTIONS)
        yield Fault("site_kind_unknown", where, {"value": base.sites["kind"][at], "accepted": kinds})
    for _, where in _rows("sites", base.sites["land_m2"].fill_null(0) == 0):
        yield Fault("site_without_land", where)
    for _, where in _rows("sites", base.sites["classes_max"] == 0):
        yield Fault("site_without_classes", where)


def _zones(base: Base) -> Iterator[Fault]:
    for column, known in (("area", base.areas["area"]), ("school_code", base.schools["school_code"])):
        for at, where in _rows("zones", ~base.zones[column].is_in(known.implode())):
            yield Fault("not_in_table", where, {"name": base.zones[column][at]})
    taught = base.seats.select("school_code", "section").unique().with_columns(taught=pl.lit(value=True))
    zones = base.zones.join(taught, on=["school_code", "section"], how="left", maintain_order="left")
    for school, section in zones.filter(pl.col("taught").is_null()).select("school_code", "section").unique().rows():
        where = Text(f"{TITLES['zones'].zh} {school} {section}", f"{TITLES['zones'].en} {school} {section}")
        yield Fault("zone_school_untaught", where, {"school": school, "section": section})


def _untaught(base: Base) -> Iterator[Fault]:
    """Counties none of whose schools has a zone in a section."""
    there = base.areas.select("area", "county_code")
    held = base.zones.join(there, on="area").select("county_code", "section").unique().rows()
    for county in base.areas["county_code"].drop_nulls().unique().sort().to_list():
        for section in SECTIONS:
            if (county, section) not in held:
                yield Fault("county_without_zones", Text(county, county), {"section": section})


def _prices(base: Base) -> Iterator[Fault]:
    where = Text("单价（costs.json）", "prices (costs.json)")
    for key, value in base.costs.items():
        if key not in KEYS:
            yield Fault("price_unknown", where, {"name": key, "accepted": ", ".join(KEYS)})
        elif isinstance(value, bool) or not isinstance(value, int | float):
            yield Fault("not_a_number", where, {"name": key, "value": value})
        elif value < 0:
            yield Fault("negative_count", where, {"name": key, "value": value})
