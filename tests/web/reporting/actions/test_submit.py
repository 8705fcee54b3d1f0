"""Handing in and taking back."""

import pytest

from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.reporting.actions.change_round import freeze_round
from junheng.web.reporting.actions.submit import submit, withdraw
from junheng.web.reporting.models import State, Step
from tests.web.reporting.conftest import City


def test_submit_then_withdraw(city: City) -> None:
    city.confirmed()
    held = submit(city.actor(), city.submission().pk, revision=2, comment="已核对")
    assert held.state == State.SUBMITTED
    assert withdraw(city.actor(), held.pk, revision=3).state == State.DRAFT
    assert Step.objects.everything("a test").filter(comment="已核对").count() == 1


def test_twice_at_once_is_once(city: City) -> None:
    city.confirmed()
    submit(city.actor(), city.submission().pk, revision=2)
    with pytest.raises(Stale):
        submit(city.actor(), city.submission().pk, revision=2)
    assert Step.objects.everything("a test").filter(verb="submit").count() == 1


def test_nothing_there_or_too_late(city: City) -> None:
    with pytest.raises(Refusal, match="上传"):
        submit(city.actor(), city.submission().pk, revision=1)
    city.confirmed()
    freeze_round(city.actor("city_statistician"), city.round.pk, revision=1)
    for action in (submit, withdraw):
        with pytest.raises(Refusal):
            action(city.actor(), city.submission().pk, revision=2)
