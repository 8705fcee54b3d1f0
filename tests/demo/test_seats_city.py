"""The planning tables of the synthetic city hold together: one chain of the same counts over one exact map."""

import subprocess
import sys

import numpy as np
import polars as pl
import pytest
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from junheng.demo import City, DemoSeats, seats_city
from junheng.demo.geometry import cells

from .conftest import SMALL

TABLES = (
    "areas",
    "children",
    "births",
    "dwellings",
    "schools",
    "seats",
    "enrolment",
    "sites",
    "zones",
    "nodes",
    "edges",
)


@pytest.fixture(scope="module")
def drawn() -> DemoSeats:
    return seats_city(scale=SMALL)


def children_by_section(drawn: DemoSeats) -> pl.DataFrame:
    section = pl.when(pl.col("age") < 12).then(pl.lit("primary")).otherwise(pl.lit("junior")).alias("section")
    return (
        drawn.children.filter(pl.col("age") >= 6)
        .join(drawn.areas.select("area", "county_code"), on="area")
        .group_by("county_code", section, "year")
        .agg(pl.col("children").sum())
    )


def test_children_of_school_age_are_the_pupils_of_the_schools(drawn: DemoSeats) -> None:
    pupils = (
        drawn.enrolment.join(drawn.schools.select("school_code", "county_code"), on="school_code")
        .group_by("county_code", "section", "year")
        .agg(pl.col("pupils").sum())
    )
    both = children_by_section(drawn).join(pupils, on=["county_code", "section", "year"], how="full", coalesce=True)
    assert both.height == 16 * 2 * 3
    assert both.filter(pl.col("children") != pl.col("pupils").fill_null(-1)).is_empty()


def test_schools_stand_where_their_workbooks_say_with_the_pupils_they_report(small: City, drawn: DemoSeats) -> None:
    facts = small.facts[2025]
    told = facts["sections"].join(drawn.seats, on=["school_code", "section"], suffix="_planned")
    assert told.height > 80
    assert told.filter(
        (pl.col("pupils") != pl.col("pupils_planned")) | (pl.col("classes") != pl.col("classes_planned"))
    ).is_empty()
    places = facts["schools"].join(drawn.schools, on="school_code", suffix="_planned")
    assert places.filter(
        (pl.col("longitude") != pl.col("longitude_planned")) | (pl.col("latitude") != pl.col("latitude_planned"))
    ).is_empty()
    assert set(facts["schools"]["school_code"]) - set(drawn.schools["school_code"]) == set(
        facts["schools"].filter(pl.col("school_type") == "514")["school_code"]
    )


def test_areas_fill_the_counties_and_share_their_borders(drawn: DemoSeats) -> None:
    polygons = shapely.from_wkb(drawn.areas["polygon"].to_list())
    assert bool(shapely.coverage_is_valid(polygons))
    assert bool(shapely.is_valid(polygons).all())
    whole = shapely.union_all([shapely.Polygon(ring) for ring in cells().values()])
    assert shapely.area(polygons).sum() == pytest.approx(whole.area, rel=1e-6)
    middles = shapely.points(drawn.areas["longitude"].to_numpy(), drawn.areas["latitude"].to_numpy())
    assert bool(shapely.contains(polygons, middles).all())


def test_every_school_stands_in_its_area_and_county(drawn: DemoSeats) -> None:
    with_area = drawn.schools.join(drawn.areas.select("area", "county_code", "polygon"), on="area", suffix="_of_area")
    assert with_area.height == drawn.schools.height
    assert with_area.filter(pl.col("county_code") != pl.col("county_code_of_area")).is_empty()
    points = shapely.points(with_area["longitude"].to_numpy(), with_area["latitude"].to_numpy())
    assert float(shapely.distance(points, shapely.from_wkb(with_area["polygon"].to_list())).max()) < 1e-5


def test_every_area_belongs_to_one_zoned_school_of_its_county_and_section(drawn: DemoSeats) -> None:
    zones = drawn.zones.join(drawn.areas.select("area", "county_code"), on="area").join(
        drawn.schools, on="school_code", suffix="_of_school"
    )
    assert zones.height == 2 * drawn.areas.height == zones.unique(["section", "area"]).height
    assert zones.filter(pl.col("county_code") != pl.col("county_code_of_school")).is_empty()
    assert zones["zoned"].all()
    runs = drawn.seats.select("school_code", "section").unique()
    assert zones.join(runs, on=["school_code", "section"], how="anti").is_empty()


def test_every_zone_is_in_one_piece(drawn: DemoSeats) -> None:
    polygons = dict(zip(drawn.areas["area"], shapely.from_wkb(drawn.areas["polygon"].to_list()), strict=True))
    for _, zone in drawn.zones.group_by("section", "school_code"):
        together = shapely.coverage_union_all([polygons[area] for area in zone["area"]])
        assert together.geom_type == "Polygon"


def test_the_streets_hang_together_and_reach_every_area(drawn: DemoSeats) -> None:
    count = drawn.nodes.height
    ends = drawn.edges.select("u", "v").to_numpy()
    graph = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    assert drawn.nodes["node"].to_list() == list(range(count))
    assert connected_components(graph, directed=False)[0] == 1
    assert (drawn.edges["length_m"] > 0).all()
    assert {"primary", "secondary", "residential", "service"} <= set(drawn.edges["highway"])


def test_land_and_dwellings_lie_in_areas_of_the_city(drawn: DemoSeats) -> None:
    areas = set(drawn.areas["area"])
    assert set(drawn.sites["area"]) <= areas
    assert set(drawn.dwellings["area"]) <= areas
    assert drawn.sites["county_code"].n_unique() == 16
    assert drawn.sites["cost_yuan"].null_count() == drawn.sites.height
    assert (drawn.dwellings["year"] > max(drawn.years)).all()


def test_nobody_is_negative_and_births_go_on_to_the_last_year(drawn: DemoSeats) -> None:
    assert (drawn.children["children"] >= 0).all()
    assert drawn.children.height == drawn.areas.height * 15 * 3
    newborn = drawn.children.filter(pl.col("age") == 0).join(drawn.areas.select("area", "county_code"), on="area")
    counted = newborn.group_by("county_code", "year").agg(pl.col("children").sum())
    both = counted.join(drawn.births, on=["county_code", "year"])
    assert both.height == 48
    assert both.filter(pl.col("children") != pl.col("births")).is_empty()


def test_the_same_seed_gives_the_same_tables_and_another_does_not(drawn: DemoSeats) -> None:
    again, other = seats_city(scale=SMALL), seats_city(seed=7, scale=SMALL)
    assert all(getattr(drawn, name).equals(getattr(again, name)) for name in TABLES)
    assert not drawn.areas.equals(other.areas)


def test_it_is_marked_as_made_up_in_both_languages(drawn: DemoSeats) -> None:
    assert "合成演示数据" in drawn.note.zh
    assert "Synthetic" in drawn.note.en
    assert all(
        "样例" in name for name in (*drawn.schools["school_name"], *drawn.areas["area_name"], *drawn.sites["site_name"])
    )


@pytest.mark.parametrize("scale", [0.0, 1.5])
def test_a_size_outside_the_range_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        seats_city(scale=scale)


def test_the_package_starts_without_loading_shapely() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, junheng.demo; print('shapely' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
