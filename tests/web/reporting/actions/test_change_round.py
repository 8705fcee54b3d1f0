"""Deadline, freeze, reopening, newcomers: by the statistician, on what was seen."""

import pytest
from django.http import Http404

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting.actions.change_round import ask_newcomers, change_deadline, freeze_round, reopen_round
from junheng.web.reporting.models import RoundState, Submission
from junheng.web.reporting.timing import closed
from tests.web.people import COUNTY
from tests.web.reporting.conftest import City, soon


def test_the_life_of_a_round(city: City) -> None:
    actor = city.actor("city_statistician")
    held = freeze_round(actor, city.round.pk, revision=1, reason="到期")
    assert closed(held) is not None
    held = reopen_round(actor, held.pk, soon(days=2), revision=2)
    assert closed(held) is None
    held = change_deadline(actor, held.pk, soon(minutes=-1), revision=3)
    assert closed(held) is not None
    held = change_deadline(actor, held.pk, soon(days=1), revision=4)
    assert closed(held) is None
    assert [one.verb for one in Event.objects.order_by("number")][1:] == [
        "round.freeze",
        "round.reopen",
        "round.deadline",
        "round.deadline",
    ]


def test_stale_wrong_state_wrong_person_no_round(city: City) -> None:
    actor = city.actor("city_statistician")
    with pytest.raises(Stale):
        freeze_round(actor, city.round.pk, revision=7)
    with pytest.raises(Refusal):
        reopen_round(actor, city.round.pk, soon(days=1), revision=1)
    with pytest.raises(NotAllowed):
        freeze_round(city.actor("county_reviewer"), city.round.pk, revision=1)
    with pytest.raises(Http404):
        freeze_round(actor, 999, revision=1)
    city.round.state = RoundState.LOCKED
    city.round.save()
    with pytest.raises(Refusal):
        change_deadline(actor, city.round.pk, soon(days=9), revision=1)


def test_newcomers_are_asked_once(city: City) -> None:
    Organisation.objects.create(kind=Kind.SCHOOL, code="2141000088", name="新", parent=city.people.places[COUNTY])
    for revision in (1, 2):
        ask_newcomers(city.actor("city_statistician"), city.round.pk, revision=revision)
    assert Submission.objects.everything("a test").filter(round=city.round).count() == 7
