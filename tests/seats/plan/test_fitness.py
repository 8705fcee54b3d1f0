"""What a plan cannot stand on is named, every bit of it, with its place."""

from typing import Any

import polars as pl
import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.plan import COLUMNS, Choices, plan
from junheng.seats.plan.fitness import settled
from tests.seats.plan.tiny import COSTS, tiny

CHOICES = Choices(years=(2026, 2030), seconds=0.2)
BASE = tiny()


def first(table: str, column: str, value: Any) -> dict[str, pl.DataFrame]:
    """A table with another value in the first row of a column."""
    frame: pl.DataFrame = getattr(BASE, table)
    cells = [value, *frame[column].to_list()[1:]]
    return {table: frame.with_columns(pl.Series(column, cells, dtype=COLUMNS[table][column]))}


BAD: list[tuple[dict[str, Any], str, str]] = [
    (first("children", "children", -1), "negative_count", "children, row 2"),
    (first("children", "children", None), "cell_absent", "children, row 2"),
    (first("children", "age", 15), "age_out_of_range", "children, row 2"),
    (first("children", "age", -1), "age_out_of_range", "children, row 2"),
    ({"children": BASE.children.clear()}, "too_few_years", "children"),
    (first("births", "births", -5), "negative_count", "births, row 2"),
    (first("births", "county_code", "Z"), "county_absent", "births, row 2"),
    (first("dwellings", "dwellings", -5), "negative_count", "dwellings, row 2"),
    (first("schools", "county_code", "Z"), "county_absent", "schools, row 2"),
    (first("schools", "area", "Z-9-9"), "not_in_table", "schools, row 2"),
    (first("schools", "school_code", "Aj0"), "given_twice", "schools, row 4"),
    (first("seats", "classes", None), "cell_absent", "seats, row 2"),
    (first("seats", "classes_addable", -2), "negative_count", "seats, row 2"),
    (first("seats", "section", "senior"), "section_unknown", "seats, row 2"),
    ({"seats": pl.concat([BASE.seats, BASE.seats.head(1)])}, "place_repeated", "seats, row 10"),
    (first("sites", "kind", "kindergarten"), "site_kind_unknown", "sites, row 2"),
    (first("sites", "land_m2", None), "site_without_land", "sites, row 2"),
    (first("sites", "classes_max", 0), "site_without_classes", "sites, row 2"),
    (first("sites", "cost_yuan", -1.0), "negative_count", "sites, row 2"),
    (first("sites", "longitude", None), "no_place", "sites, row 2"),
    (first("zones", "area", "Z-9-9"), "not_in_table", "zones, row 2"),
    (first("zones", "school_code", "Z"), "not_in_table", "zones, row 2"),
    (first("zones", "school_code", "Aj0"), "zone_school_untaught", "zones Aj0 primary"),
    ({"zones": BASE.zones.filter(pl.col("section") == "junior")}, "county_without_zones", "A"),
    (first("edges", "length_m", -1.0), "negative_count", "edges, row 2"),
    ({"costs": {**COSTS, "new_school_yuan": -1}}, "negative_count", "prices (costs.json)"),
    ({"costs": {**COSTS, "new_school_yuan": "dear"}}, "not_a_number", "prices (costs.json)"),
    ({"costs": {**COSTS, "new_school": 1}}, "price_unknown", "prices (costs.json)"),
]


@pytest.mark.parametrize(("changed", "code", "where"), BAD, ids=[f"{code}: {where}" for _, code, where in BAD])
def test_it_is_named(changed: dict[str, Any], code: str, where: str) -> None:
    with pytest.raises(UnfitInputError) as caught:
        settled(tiny(**changed), CHOICES)
    assert (code, where) in {(one.code, one.where.en) for one in caught.value.faults}


def test_a_good_base_is_settled() -> None:
    assert {one.code for one in settled(BASE, CHOICES)} <= {"seats_below_children"}


def test_unknown_counties_and_past_milestones_are_told_with_the_rest() -> None:
    choices = Choices(years=(2025, 2030), counties=("A", "Z"))
    with pytest.raises(UnfitInputError) as caught:
        plan(tiny(**first("sites", "land_m2", 0)), choices)
    assert {one.code for one in caught.value.faults} == {"milestone_past", "county_absent", "site_without_land"}


def test_what_is_odd_but_no_obstacle_is_in_the_plan() -> None:
    children = BASE.children.filter(pl.col("area") != "A-0-0")
    found = plan(tiny(children=children), Choices(years=(2026,), seconds=0.2))
    assert {one.code for one in found.asked} >= {"no_population"}
    assert any("A-0-0" in one.what.zh for one in found.asked)
