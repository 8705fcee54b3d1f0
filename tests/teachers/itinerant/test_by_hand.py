"""The plan by hand: whoever is nearest gives the lessons, and a new post is made where nobody can."""

from junheng.teachers.itinerant import by_hand
from tests.teachers.itinerant.small import KM, group, rules


def test_the_nearest_gives_and_each_day_is_a_way_there_and_back() -> None:
    one = group([12, 4, 20], [1, 0, 1], 16.0, KM[:3, :3])
    assert by_hand(one, rules()) == (1, 2.0)
    assert by_hand(one, rules(lessons_day=2)) == (1, 4.0)


def test_a_way_that_is_too_long_makes_a_new_post() -> None:
    one = group([12, 4], [1, 0], 16.0, KM[:2, :2])
    assert by_hand(one, rules(travel_most=1)) == (1, 0.0)
    assert by_hand(one, rules(travel_most=2)) == (0, 2.0)
