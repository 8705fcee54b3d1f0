import pytest

from junheng.seats.travel import Detour, travel

from .streets import at, streets

NETWORK = streets({"a": (0.0, 0.0), "b": (1000.0, 0.0)}, [("a", "b")])


def test_points_off_the_road_are_measured_straight_and_say_so() -> None:
    found = travel(at((0, 10), (0, 900)), at((500, 0)), NETWORK, limit=2000, within=50)
    assert found.pairs.table(["near", "off"], ["s"]).rows() == [
        ("near", "s", 510.0, "road"),
        ("off", "s", 1029.56, "straight"),
    ]


def test_a_school_off_the_road_is_straight_from_everywhere() -> None:
    found = travel(at((0, 0), (900, 0)), at((500, 800)), NETWORK, limit=2000, within=50)
    assert found.pairs.straight.all()
    assert len(found.pairs) == 2


def test_without_a_network_all_is_straight() -> None:
    found = travel(at((0, 0)), at((300, 400)), None, limit=2000, detour=Detour(1.2, "a survey"))
    assert found.pairs.metres.tolist() == pytest.approx([600])
    assert found.pairs.straight.tolist() == [True]
    assert found.areas is None


def test_a_pair_beyond_the_limit_is_not_there() -> None:
    assert len(travel(at((0, 0)), at((500, 0)), NETWORK, limit=499, within=50).pairs) == 0
    assert len(travel(at((0, 0)), at((500, 0)), NETWORK, limit=501, within=50).pairs) == 1
