"""Who may travel, and what the program holds."""

from junheng.teachers.itinerant.model import carriers_of, model
from tests.teachers.itinerant.small import KM, group, rules


def test_those_with_lessons_to_spare_and_one_new_post_where_lessons_are_lacking() -> None:
    found = carriers_of(group([24, 6, 8, 4, 12], [2, 0, 0, 0, 1], 16, KM), rules())
    assert [(one.base, one.new) for one in found] == [
        (0, False),
        (0, False),
        (4, False),
        (1, True),
        (2, True),
        (3, True),
    ]


def test_nobody_travels_beyond_the_longest_way() -> None:
    found = carriers_of(group([24, 6, 8, 4, 12], [2, 0, 0, 0, 1], 16, KM), rules(travel_most=1))
    assert all(one.new and not one.rounds for one in found)


def test_posts_are_limited_only_where_asked() -> None:
    made = model(group([24, 6, 8], [2, 0, 0], 16, KM[:3, :3]), rules())
    free, held = made.program({}), made.program(made.kilometres(), 1)
    assert held.lowest.size == free.lowest.size + 1
    assert held.highest[-1] == 1
    assert not free.cost.any()
    assert held.cost.sum() == 2 * (2 + 4) + 2 + 2


def test_days_are_counted_where_a_round_serves_one_school_and_told_apart_where_it_serves_more() -> None:
    held = group([24, 6, 8], [2, 0, 0], 16, KM[:3, :3])
    for stops, slots in ((1, 1), (2, 5)):
        made = model(held, rules(schools_day=stops))
        assert {slot for _, slot, _ in made.away} == set(range(slots))
        assert made.often * slots == 5
