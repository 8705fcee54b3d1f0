"""The way by hand with teachers and days: the same posts and km, nobody at two places, every lesson given."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.programs import NOTHING, Solver
from junheng.teachers.itinerant import by_hand, faults, groups_of, report
from junheng.teachers.itinerant.hand_plan import hand_plan
from tests.teachers.itinerant.small import KM, LOAD, group, laws, rules, tables


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 30), min_size=2, max_size=5),
    st.lists(st.integers(0, 2), min_size=5, max_size=5),
    st.sampled_from([None, 3.0, 5.0]),
)
def test_it_is_the_way_by_hand_with_every_lesson_given(
    lessons: list[int], have: list[int], daily: float | None
) -> None:
    many = len(lessons)
    held = group(lessons, have[:many], 12.0, KM[:many, :many])
    law = rules() if daily is None else rules(lessons_day=daily)
    found = hand_plan(held, law)
    if found is None:
        return
    assert (found.posts, found.km) == pytest.approx(by_hand(held, law))
    assert max(Counter((one.carrier, one.day) for one in found.visits).values(), default=1) == 1
    assert max(Counter((one.school, one.day) for one in found.visits).values(), default=1) == 1
    came: Counter[int] = Counter()
    for one in found.visits:
        came[one.school] += one.lessons
    for base, new, home in found.home.values():
        came[base] += home if new else 0
    assert all(came[at] == wanted for at, wanted in enumerate(held.shared) if wanted)


def test_a_week_without_a_day_left_has_no_plan() -> None:
    assert hand_plan(group([2, 9], [1, 0], 12.0, KM[:2, :2]), rules(lessons_day=3, days_week=3)) is not None
    assert hand_plan(group([2, 9], [1, 0], 12.0, KM[:2, :2]), rules(lessons_day=3, days_week=2)) is not None
    crowded = group([2, 2, 2, 6], [1, 1, 1, 0], 4.0, KM[:4, :4])
    assert hand_plan(crowded, rules(lessons_day=1, days_week=1)) is None


def test_when_nothing_is_found_in_time_the_way_by_hand_is_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Solver, "solve", lambda *_: NOTHING)
    told = report(tables(), KM, laws(), 1)
    (held,) = groups_of(tables().schools, tables().teachers, tables().hours, KM, {"primary": LOAD})[0]
    (one,) = told["groups"]
    assert (one["posts"], one["km"]) == pytest.approx(by_hand(held, laws().rules))
    assert (one["status"], one["posts_bound"], one["reason"]) == ("within_gap", 0, None)
    assert np.isfinite(one["gap"])
    assert faults(tables(), KM, laws(), told) == []


def test_a_way_by_hand_that_breaks_a_rule_is_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Solver, "solve", lambda *_: NOTHING)
    told = report(tables(), KM, laws(class_day=1), 1)
    assert [one["status"] for one in told["groups"]] == ["unknown"]
    assert told["visits"] == []
