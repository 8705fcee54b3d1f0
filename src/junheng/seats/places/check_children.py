"""Checks of the children: areas that have none, years that are missing, more children than seats."""

from collections.abc import Iterator

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.places.tables import SECTION_AGES, Places

SECTIONS = {"primary": Text("小学", "primary"), "junior": Text("初中", "junior secondary")}


def unpeopled(places: Places) -> Iterator[Fault]:
    """Areas without a row of children, and areas whose rows add up to nobody."""
    counted = places.children.group_by("area").agg(pl.col("children").sum())
    joined = places.areas.join(counted, on="area", how="left", maintain_order="left")
    for area, name, children in joined.select("area", "area_name", "children").iter_rows():
        if children is None:
            yield Fault("no_population", area_text(area, name))
        elif children == 0:
            yield Fault("nobody_lives_there", area_text(area, name))


def missing_years(places: Places) -> Iterator[Fault]:
    """Years between the first and the last without any row, and areas without a year that others have."""
    years = places.years
    if not years:
        return
    for year in sorted(set(range(years[0], years[-1] + 1)) - set(years)):
        yield Fault("year_missing", Text("儿童表", "children"), {"year": year})
    had = places.children.group_by("area").agg(pl.col("year").unique())
    joined = places.areas.join(had, on="area", maintain_order="left")
    for area, name, own in joined.select("area", "area_name", "year").iter_rows():
        lacking = sorted(set(years) - set(own))
        if lacking:
            yield Fault("area_lacks_years", area_text(area, name), {"years": ", ".join(map(str, lacking))})


def too_few_seats(places: Places) -> Iterator[Fault]:
    """Counties with fewer seats than children of a section in the last year; the city where counties are not given."""
    if not places.years or places.seats.is_empty():
        return
    for section, ages in SECTION_AGES.items():
        children = places.children_of(ages, places.years[-1])
        here = places.areas.select(county=pl.col("county_code").fill_null(""), children=pl.Series(children))
        need = here.group_by("county", maintain_order=True).agg(pl.col("children").sum())
        offered = places.seats.filter(pl.col("section") == section).join(places.schools, on="school_code")
        room = offered.group_by(county=pl.col("county_code").fill_null("")).agg(pl.col("seats").sum())
        both = need.join(room, on="county", how="left", maintain_order="left").with_columns(
            pl.col("seats").fill_null(0)
        )
        for county, wanted, seats in both.iter_rows():
            if seats < wanted:
                yield Fault(
                    "seats_below_children",
                    Text(f"{county} {SECTIONS[section].zh}".strip(), f"{county} {SECTIONS[section].en}".strip()),
                    {"seats": seats, "children": wanted, "short": wanted - seats},
                )


def area_text(area: str, name: str | None) -> Text:
    """An area by id and name."""
    called = f" {name}" if name else ""
    return Text(f"片区“{area}”{called}", f"area “{area}”{called}")
