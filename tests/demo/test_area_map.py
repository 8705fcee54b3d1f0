from junheng.demo.area_map import area_table

from .geography_case import the_map


def test_areas_are_numbered_within_their_county() -> None:
    table = area_table(the_map())
    assert table["area"].n_unique() == table.height == len(the_map().neighbours)
    assert (table["area"].str.split("-").list.first() == table["county_code"]).all()
    assert "410102-0001" in table["area"]


def test_everybody_has_neighbours() -> None:
    assert min(len(one) for one in the_map().neighbours) >= 1
