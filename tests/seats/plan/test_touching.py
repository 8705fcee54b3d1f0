"""A common stretch of border makes neighbours, a common corner does not."""

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
