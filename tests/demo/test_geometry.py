import json

import pytest

from junheng.demo.geometry import cells, centre, city_geometry, contains, place_in
from junheng.facts.codes import code_list

AREAS = tuple(code_list("managing_bodies").codes)


def area(ring: tuple[tuple[float, float], ...]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def test_every_area_is_drawn_once_and_marked_schematic() -> None:
    drawn = city_geometry()
    assert drawn["schematic"] is True
    assert "示意图，非行政区划界线" in drawn["note"]["zh"]
    assert [one["id"] for one in drawn["features"]] == list(cells())
    assert set(cells()) == set(AREAS)
    assert all(one["properties"]["schematic"] for one in drawn["features"])


def test_it_is_geojson_with_closed_rings() -> None:
    drawn = json.loads(json.dumps(city_geometry(), ensure_ascii=False))
    assert drawn["type"] == "FeatureCollection"
    for one in drawn["features"]:
        (ring,) = one["geometry"]["coordinates"]
        assert ring[0] == ring[-1]
        assert len(ring) >= 4


def test_cells_fill_the_outline_without_overlap() -> None:
    from junheng.demo.geometry import _raw

    outline = tuple((float(x), float(y)) for x, y in _raw()["outline"])
    assert sum(map(area, cells().values())) == pytest.approx(area(outline), rel=1e-9)


@pytest.mark.parametrize("county", AREAS)
def test_the_middle_and_every_school_lie_inside_the_cell(county: str) -> None:
    ring = cells()[county]
    assert contains(ring, centre(ring))
    assert all(contains(ring, place_in(county, number)) for number in range(60))


def test_a_school_keeps_its_place() -> None:
    assert place_in("410105", 1, "2141901001") == place_in("410105", 1, "2141901001")
    assert len({place_in("410105", number) for number in range(40)}) == 40


def test_a_point_outside_is_outside() -> None:
    assert not contains(cells()["410105"], (110.0, 30.0))
    assert contains(((0, 0), (2, 0), (2, 2), (0, 2)), (1, 1))
    assert not contains(((0, 0), (2, 0), (2, 2), (0, 2)), (3, 1))


def test_inner_areas_touch_and_counties_lie_around_them() -> None:
    middle = centre(cells()["410105"])
    distance = {
        one: (centre(cells()[one])[0] - middle[0]) ** 2 + (centre(cells()[one])[1] - middle[1]) ** 2 for one in AREAS
    }
    assert max(distance[one] for one in ("410102", "410103", "410104", "410108")) < min(
        distance[one] for one in ("410181", "410185", "410122", "410183")
    )
