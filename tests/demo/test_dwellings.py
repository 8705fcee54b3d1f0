from junheng.demo.dwellings import dwellings

from .geography_case import SEED, the_map


def test_every_county_builds_and_the_zones_build_most() -> None:
    drawn = the_map()
    table = dwellings(SEED, drawn.area, drawn.cells.county)
    assert table["area"].str.split("-").list.first().n_unique() == 16
    assert table["area"].n_unique() == table.height
    assert (table["dwellings"] >= 200).all()
    assert (table["year"] >= 2026).all()
