import numpy as np
import shapely

from junheng.seats.places import from_polygons
from junheng.seats.places.check_map import overlaps, pieces, points_of_touch

from .squares import KM, ROW, degrees, square


def names(count: int) -> list[str]:
    return [f"A{at}" for at in range(count)]


def test_an_island_is_named_alone() -> None:
    found = list(pieces(from_polygons(np.array([*ROW, square(9 * KM, 0)])), names(4)))
    assert [(one.code, one.where.en) for one in found] == [("island", "area “A3”")]


def test_a_map_in_two_parts_names_the_smaller() -> None:
    apart = [square((10 + at) * KM, 0) for at in range(2)]
    found = list(pieces(from_polygons(np.array([*ROW, *apart])), names(5)))
    assert [(one.code, one.where.en, one.values) for one in found] == [("piece_apart", "areas A3, A4", {"count": 2})]


def test_a_large_part_is_counted_and_some_of_it_named() -> None:
    apart = [square((10 + at) * KM, 0) for at in range(7)]
    (found,) = pieces(from_polygons(np.array([*(square(at * KM, 0) for at in range(-8, 0)), *apart])), names(15))
    assert found.where.en == "areas A8, A9, A10, A11, A12 …"


def test_areas_that_meet_at_a_point_only_are_told_where_it_matters() -> None:
    corner = from_polygons(np.array([*ROW, square(3 * KM, KM)]))
    assert [one.where.en for one in points_of_touch(corner, names(4))] == ["areas A2, A3"]
    block = [square(x * KM, y * KM) for y in (0, 1) for x in (0, 1)]
    joined = from_polygons(np.array(block))
    assert len(joined.touching) == 2
    assert list(points_of_touch(joined, names(4))) == []


def test_areas_that_overlap_and_a_border_that_crosses_itself() -> None:
    bow = shapely.Polygon([degrees(*at) for at in ((0, 0), (900, 900), (900, 0), (0, 900))])
    found = list(overlaps(np.array([bow, square(5 * KM, 0), square(5.9 * KM, 0)]), names(3)))
    assert [(one.code, one.where.en) for one in found] == [
        ("broken_polygon", "area “A0”"),
        ("areas_overlap", "areas A1, A2"),
    ]
    assert found[1].values["square_metres"].startswith(("99", "100"))
    assert list(overlaps(np.array(ROW), names(3))) == []
