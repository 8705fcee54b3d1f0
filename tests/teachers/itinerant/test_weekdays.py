"""Nobody is at two schools and no school has two visitors on one day."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from junheng.teachers.itinerant.weekdays import weekdays


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=25))
def test_days_differ_at_every_teacher_and_school(visits: list[tuple[int, int]]) -> None:
    most = max([*Counter(one for one, _ in visits).values(), *Counter(to for _, to in visits).values()], default=1)
    days = weekdays(visits, most)
    assert set(days) <= set(range(most))
    assert len({(one, day) for (one, _), day in zip(visits, days, strict=True)}) == len(visits)
    assert len({(to, day) for (_, to), day in zip(visits, days, strict=True)}) == len(visits)


def test_a_full_square_needs_no_more_days_than_schools() -> None:
    assert sorted(weekdays([(0, 0), (0, 1), (1, 0), (1, 1)], 2)) == [0, 0, 1, 1]
