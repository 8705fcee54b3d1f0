import numpy as np

from junheng.demo.city import City
from junheng.demo.townships import township_names

from .geography_case import SEED, the_map


def test_there_are_as_many_towns_as_the_county_reports(small: City) -> None:
    for county, count in small.facts[2025]["counties"].select("county_code", "townships").iter_rows():
        names = township_names(SEED, county, 1000)
        assert sum(name.endswith("镇") for name in names) == count
        assert any(name.endswith("街道") for name in names)
        assert len(set(names)) == len(names)
    assert township_names(SEED, "410102", 2) == [township_names(SEED, "410102", 99)[0]]


def test_every_township_is_in_one_piece_within_its_county() -> None:
    drawn = the_map()
    for county in set(drawn.cells.county.tolist()):
        there = drawn.cells.county == county
        for town in set(drawn.township[there].tolist()):
            own = {int(at) for at in np.flatnonzero(there & (drawn.township == town))}
            reached, wave = set(), [min(own)]
            while wave:
                area = wave.pop()
                reached.add(area)
                wave += [one for one in drawn.neighbours[area] if one in own and one not in reached]
            assert reached == own
