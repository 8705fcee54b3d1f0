import polars as pl

from junheng.policy import Text
from junheng.seats.places import PointTable, nearest_area, point_table

from .squares import degrees


def points(*metres: tuple[float, float]) -> PointTable:
    at = [degrees(*one) for one in metres]
    text = pl.DataFrame({"id": [str(n) for n in range(len(at))], "lon": [x for x, _ in at], "lat": [y for _, y in at]})
    return point_table(text.cast(pl.String), Text("点", "points"))


def test_a_point_belongs_to_the_area_nearest_on_the_ground_not_in_degrees() -> None:
    areas = points((0, 0), (1000, 0), (0, 900))
    assert nearest_area(areas, points((20, 10), (900, -900), (480, 500))).tolist() == [0, 1, 2]
    assert nearest_area(points((0, 0)), points((9000, 9000))).tolist() == [0]
