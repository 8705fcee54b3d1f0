"""GeoJSON becomes paths: north up, in proportion, whatever is no polygon of a county passed over."""

import re
from typing import Any

import pytest

from junheng.web.portal.charts.shapes import centre, shapes

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
NORTH = {"type": "MultiPolygon", "coordinates": [[[[0, 4], [2, 4], [2, 6], [0, 6], [0, 4]]]]}


def _feature(code: str, geometry: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"county_code": code}, "geometry": geometry}


def test_north_is_up() -> None:
    found, height = shapes({"features": [_feature("S", SQUARE), _feature("N", NORTH)]}, 100)
    drawn = {one.code: one for one in found}
    assert height > 100
    assert drawn["N"].label[1] < drawn["S"].label[1]


def test_everything_lies_inside_the_picture() -> None:
    found, height = shapes({"features": [_feature("S", SQUARE), _feature("N", NORTH)]}, 100)
    points = [
        tuple(map(float, one.split(","))) for shape in found for one in re.findall(r"[\d.-]+,[\d.-]+", shape.path)
    ]
    assert all(8 <= x <= 92 and 8 <= y <= height - 8 for x, y in points)


def test_a_degree_of_longitude_is_shorter_in_the_north() -> None:
    high = {"type": "Polygon", "coordinates": [[[0, 59], [2, 59], [2, 61], [0, 61], [0, 59]]]}
    _found, height = shapes({"features": [_feature("S", high)]}, 100, margin=0)
    assert height == pytest.approx(200, rel=0.001)


def test_metres_are_not_taken_for_degrees() -> None:
    metres = {"type": "Polygon", "coordinates": [[[0, 0], [2000, 0], [2000, 2000], [0, 2000], [0, 0]]]}
    assert shapes({"features": [_feature("S", metres)]}, 100, margin=0)[1] == pytest.approx(100)


def test_shapes_of_nothing() -> None:
    assert shapes({}, 100) == ([], 0.0)


@pytest.mark.parametrize(
    "feature",
    [
        {"type": "Feature", "properties": None, "geometry": SQUARE},
        {"type": "Feature", "properties": {"name": "x"}, "geometry": SQUARE},
        _feature("X", None),
        _feature("X", {"type": "Point", "coordinates": [1, 2]}),
        _feature("X", {"type": "MultiPolygon", "coordinates": []}),
        _feature("X", {"type": "Polygon", "coordinates": [[]]}),
    ],
)
def test_what_is_no_polygon_of_a_county_is_passed_over(feature: dict[str, Any]) -> None:
    found, _height = shapes({"features": [feature, _feature("S", SQUARE)]}, 100)
    assert [one.code for one in found] == ["S"]


def test_a_county_in_several_features_is_drawn_whole_and_labelled_once() -> None:
    (one,), _height = shapes({"features": [_feature("S", SQUARE), _feature("S", NORTH)]}, 100)
    assert one.path.count("M") == 2


def test_a_point_or_a_line_does_not_divide_by_zero() -> None:
    flat = {"type": "Polygon", "coordinates": [[[1, 1], [1, 1], [1, 1]]]}
    (one,), _height = shapes({"features": [_feature("S", flat)]}, 100)
    assert one.label == (8.0, 8.0)


def test_the_centre_of_a_flat_ring_is_the_mean_of_its_points() -> None:
    assert centre([(0.0, 0.0), (2.0, 0.0), (4.0, 0.0)]) == (2.0, 0.0)


def test_the_centre_of_a_square_does_not_depend_on_the_direction() -> None:
    ring = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
    assert centre(ring) == centre(ring[::-1]) == (1.0, 1.0)
