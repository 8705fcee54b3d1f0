"""Lessons of the curriculum: what is known is dated, what is not stays empty."""

from datetime import date

import pytest

from junheng.policy.curriculum import curriculum_parameters, weekly_lessons


def test_what_nobody_knows_is_empty_and_can_be_filled_in() -> None:
    day = date(2025, 9, 1)
    held = weekly_lessons(day)
    assert held["primary", "music"] is None
    assert held["junior", "pe"] == 3
    assert weekly_lessons(day, {"hours.primary.music": 2.0})["primary", "music"] == 2
    assert weekly_lessons(date(2011, 1, 1))["junior", "pe"] is None


def test_a_value_without_a_source_is_marked_inert() -> None:
    for one in curriculum_parameters().values():
        assert one.cite
        assert (one.values[-1].value is None) == (one.inert is not None)


def test_a_subject_that_there_is_not_is_refused() -> None:
    with pytest.raises(LookupError):
        weekly_lessons(date(2025, 9, 1), {"hours.primary.greek": 1.0})
