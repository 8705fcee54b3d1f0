import polars as pl

from junheng.demo.draws import draws
from junheng.demo.roads import LANES, roads

from .geography_case import SEED, the_map


def test_every_area_has_its_lanes_and_county_borders_are_main_roads() -> None:
    drawn = the_map()
    found = roads(draws(SEED, "roads"), drawn.cells, drawn.borders, drawn.township)
    lanes = found.edges.filter(pl.col("highway") == "service")
    assert lanes.height == LANES * len(drawn.area)
    assert lanes["u"].n_unique() == len(drawn.area)
    middles = found.nodes.filter(pl.col("node") >= len(drawn.borders.corners)).select("lon", "lat").to_numpy()
    assert (middles == drawn.cells.middles).all()
    assert set(found.edges["oneway"]) <= {"yes", "no"}
    assert found.edges.filter(pl.col("oneway") == "yes")["highway"].unique().to_list() in (["residential"], [])
