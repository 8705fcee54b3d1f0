import numpy as np
import pytest
import shapely

from junheng.demo.area_cells import area_cells, area_counts, metres
from junheng.demo.geometry import cells, place_in

from .geography_case import the_map


def test_areas_are_shared_out_by_children_and_no_county_has_too_few() -> None:
    counts = area_counts(0.1, {"a": 9000, "b": 990, "c": 10})
    assert counts == {"a": 900, "b": 99, "c": 8}


def test_neighbours_share_their_corners_to_the_last_digit() -> None:
    polygons = the_map().cells.polygons
    assert bool(shapely.coverage_is_valid(polygons))
    assert set(shapely.get_type_id(polygons)) == {3}
    at = shapely.get_coordinates(polygons)
    assert np.abs(at - np.round(at, 6)).max() < 1e-12


def test_more_areas_lie_where_more_pupils_are() -> None:
    homes = {"410105": [(place_in("410105", 1), 1000)]}
    drawn = area_cells(1, {"410105": 200}, homes)
    away = np.hypot(*(metres(drawn.middles) - metres(np.array(homes["410105"][0][0]))).T)
    assert np.median(away) < 0.5 * away.max()
    assert shapely.area(drawn.polygons).sum() == pytest.approx(shapely.Polygon(cells()["410105"]).area, rel=1e-5)


def test_a_degree_is_that_many_metres() -> None:
    assert metres(np.array([1.0, 1.0])).tolist() == pytest.approx([91516, 111320], abs=1)
