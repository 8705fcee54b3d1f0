"""Reminders: once a day, only who is late, only in reach."""

import pytest
from django.http import Http404

from junheng.web.kit.refusal import NotAllowed
from junheng.web.reporting.actions.remind import remind
from junheng.web.reporting.actions.submit import submit
from junheng.web.reporting.models import Reminder
from tests.web.people import OTHER_SCHOOL
from tests.web.reporting.conftest import City


def test_once_a_day_and_only_within_reach(city: City) -> None:
    actor = city.actor("county_reviewer")
    assert remind(actor, city.round.pk, None, text="请尽快") == 4
    assert remind(actor, city.round.pk) == 0
    assert remind(actor, city.round.pk, [city.submission(OTHER_SCHOOL).pk]) == 0
    assert remind(city.actor("city_statistician"), city.round.pk) == 2
    assert Reminder.objects.everything("a test").count() == 6


def test_who_has_reported_is_left_alone(city: City) -> None:
    city.confirmed()
    submit(city.actor(), city.submission().pk, revision=2)
    assert remind(city.actor("county_reviewer"), city.round.pk, [city.submission().pk]) == 0


def test_only_who_may(city: City) -> None:
    with pytest.raises(NotAllowed):
        remind(city.actor(), city.round.pk)
    with pytest.raises(Http404):
        remind(city.actor("county_reviewer"), 999)
