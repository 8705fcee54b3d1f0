"""The work calendar against another one, day by day; the laws of counting; silence beyond the known years."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy import Confidence
from junheng.policy.workdays import (
    Deadline,
    NotIssued,
    add_workdays,
    deadline,
    is_workday,
    left,
    notices,
    workdays_between,
)

FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(at) for at in range((LAST - FIRST).days + 1)]
INSIDE = st.dates(date(2020, 6, 1), date(2026, 6, 1))


def test_every_day_of_every_known_year_is_as_in_the_other_calendar() -> None:
    assert [day for day in DAYS if is_workday(day) != chinese_calendar.is_workday(day)] == []


def test_the_known_years_follow_one_another_and_each_names_its_notice() -> None:
    assert list(notices()) == list(range(FIRST.year, LAST.year + 1))
    for year, one in notices().items():
        assert f"{year}年部分节假日安排的通知" in one.cite
        assert one.confidence in set(Confidence)


@pytest.mark.parametrize("year", range(FIRST.year, LAST.year + 1))
def test_every_year_has_the_seven_festivals_and_only_weekends_are_worked(year: int) -> None:
    one = notices()[year]
    named = {part for text in one.off.values() for part in text.zh.split("、")}
    assert named >= {"元旦", "春节", "清明节", "劳动节", "端午节", "国庆节"}
    assert all(day.weekday() >= 5 for day in one.work)
    assert not one.work & set(one.off)


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2027, 1, 1), date(1999, 1, 1), date.max])
def test_beyond_the_known_years_nothing_is_guessed(day: date) -> None:
    with pytest.raises(NotIssued, match="尚未公布") as said:
        is_workday(day)
    assert str(day.year) in said.value.text.en


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2025, 9, 26), 1, date(2025, 9, 28)),  # a Sunday worked for the National Day
        (date(2025, 9, 30), 1, date(2025, 10, 9)),  # eight days off
        (date(2025, 1, 27), 1, date(2025, 2, 5)),
        (date(2025, 1, 1), 0, date(2025, 1, 1)),
        (date(2025, 10, 9), -1, date(2025, 9, 30)),
    ],
)
def test_terms_run_over_festivals(start: date, count: int, end: date) -> None:
    assert add_workdays(start, count) == end


def test_a_term_into_an_unknown_year_is_refused_or_marked_as_an_estimate() -> None:
    with pytest.raises(NotIssued):
        add_workdays(date(2026, 12, 20), 20)
    found = deadline(date(2026, 12, 20), 20)
    assert found == Deadline(date(2027, 1, 15), estimated=True)
    assert left(date(2026, 12, 20), found) == 20
    assert left(found.day, Deadline(date(2026, 12, 20), estimated=False)) == -20


def test_a_term_inside_the_known_years_is_no_estimate() -> None:
    assert deadline(date(2025, 9, 1), 20) == Deadline(date(2025, 9, 28), estimated=False)


@settings(max_examples=25, deadline=None)
@given(INSIDE, st.integers(0, 60))
def test_adding_and_counting_undo_each_other(start: date, count: int) -> None:
    end = add_workdays(start, count)
    assert workdays_between(start, end) == count
    assert count == 0 or is_workday(end)
    assert left(start, Deadline(end, estimated=False)) == count


@settings(max_examples=25, deadline=None)
@given(INSIDE, INSIDE, INSIDE)
def test_spans_add_up_and_turn_round(one: date, two: date, three: date) -> None:
    assert workdays_between(one, two) + workdays_between(two, three) == workdays_between(one, three)
    assert workdays_between(one, two) == -workdays_between(two, one)


@settings(max_examples=25, deadline=None)
@given(INSIDE, st.integers(0, 30), st.integers(0, 30))
def test_terms_follow_one_another(start: date, one: int, two: int) -> None:
    assert add_workdays(add_workdays(start, one), two) == add_workdays(start, one + two)
