from junheng.policy.text import Text
from junheng.seats.travel import snap
from junheng.seats.travel.report import bad_points

from .streets import at, streets

CORNERS = {"a": (0.0, 0.0), "b": (900.0, 0.0), "c": (900.0, 900.0), "x": (50.0, 300.0), "y": (90.0, 300.0)}
NETWORK = streets(CORNERS, [("a", "b"), ("b", "c"), ("x", "y")])
POINTS = at((40, 5), (60, 280), (0, 1500), (60, 880))


def test_each_bad_point_is_named_with_what_is_wrong() -> None:
    told = list(
        bad_points(
            snap(POINTS, NETWORK, within=600), ["fine", "moved", "far", "dead"], Text("片区", "area"), within=600
        )
    )
    assert [one.code for one in told] == ["no_road_near", "only_dead_road_near", "moved_past_dead_road"]
    assert [one.where.en for one in told] == ["area “far”", "area “dead”", "area “moved”"]
    assert "280" in told[2].in_("en")
    assert "20" in told[2].in_("zh")
