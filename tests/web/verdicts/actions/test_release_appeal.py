"""Releasing the words of an appeal: by the publisher, once it is decided."""

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.verdicts.actions.decide_appeal import decide_appeal
from junheng.web.verdicts.actions.release_appeal import release_appeal
from junheng.web.verdicts.models import Appeal
from tests.web.verdicts.conftest import City


def test_an_open_appeal_is_not_released(city: City, appeal: Appeal) -> None:
    with pytest.raises(Refusal, match="尚未办结"):
        release_appeal(city.actor("publisher"), appeal.pk, revision=1)


def test_a_decided_one_is_released_once(city: City, appeal: Appeal, second_inspector: Actor) -> None:
    decide_appeal(second_inspector, appeal.pk, revision=1, upheld=True, answer="x")
    with pytest.raises(NotAllowed):
        release_appeal(second_inspector, appeal.pk, revision=2)
    with pytest.raises(Stale):
        release_appeal(city.actor("publisher"), appeal.pk, revision=1)
    assert release_appeal(city.actor("publisher"), appeal.pk, revision=2).released
    assert release_appeal(city.actor("publisher"), appeal.pk, revision=3).revision == 3
    assert Event.objects.filter(verb="appeal.release").count() == 1
