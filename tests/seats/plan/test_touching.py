"""A common stretch of border makes neighbours, a common corner does not."""

import numpy as np
import shapely

from junheng.seats.plan.touching import touching
from tests.seats.plan.tiny import HIGH, tiny


def test_squares_touch_along_their_sides_only() -> None:
    areas = tiny().areas
    graph = touching(areas["polygon"].to_list())
    names = areas["area"].to_list()
    beside = {
        name: {names[other] for other in graph.area[graph.first[at] : graph.first[at + 1]].tolist()}
        for at, name in enumerate(names)
    }
    assert beside["A-0-0"] == {"A-1-0", "A-0-1"}
    assert beside["A-1-1"] == {"A-0-1", "A-2-1", "A-1-0", "A-1-2"}
    assert "B-0-0" in beside["A-3-0"]
    assert sum(map(len, beside.values())) == 2 * (7 * HIGH + 8 * (HIGH - 1))


def test_borders_that_differ_in_the_last_digit_are_borders_still() -> None:
    corners = [(113.6 + 0.002 * x, 34.7 + 0.002 * y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    beside = [
        (np.nextafter(113.602, 114), lat) if lon < 113.603 else (lon, lat)
        for lon, lat in ((lon + 0.002, lat) for lon, lat in corners)
    ]
    found = touching([shapely.to_wkb(shapely.Polygon(one)) for one in (corners, beside)])
    assert found.area.tolist() == [1, 0]
