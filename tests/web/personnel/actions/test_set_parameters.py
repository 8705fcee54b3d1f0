"""Numbers of a round are written with their source."""

import pytest
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.personnel.actions.set_parameters import set_parameters
from junheng.web.personnel.models import Publication, RotationRound

FORM = {"commute.cap": "15", "commute.cap.source": "区办法"}


def test_numbers_are_kept_and_told(officer: Actor, opened_round: RotationRound) -> None:
    held = set_parameters(officer, opened_round.pk, FORM, revision=1)
    assert held.given == {"commute.cap": {"value": 15.0, "source": "区办法", "on": f"{timezone.localdate()}"}}
    assert Event.objects.get(verb="rotation.parameters").after == held.given
    with pytest.raises(Stale):
        set_parameters(officer, opened_round.pk, {}, revision=1)


def test_a_wrong_form_changes_nothing(officer: Actor, opened_round: RotationRound) -> None:
    with pytest.raises(Refusal, match="依据"):
        set_parameters(officer, opened_round.pk, {"commute.cap": "15"}, revision=1)
    assert RotationRound.objects.everything("test").get().given == {}


def test_a_published_round_keeps_its_numbers(officer: Actor, publication: Publication) -> None:
    of = RotationRound.objects.everything("test").get()
    with pytest.raises(Refusal, match="已公示"):
        set_parameters(officer, of.pk, FORM, revision=of.revision)
