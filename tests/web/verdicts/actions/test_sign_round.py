"""Signing: what was looked at, by an inspector, with a name, once."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.verdicts.actions.draft_round import draft_round
from junheng.web.verdicts.actions.sign_round import LONGEST, sign_round
from junheng.web.verdicts.models import Draft
from tests.web.verdicts.conftest import SIGNATORY, City


@pytest.fixture
def drafted(city: City) -> City:
    draft_round(city.actor("inspector"), city.round.pk)
    return city


def sign(city: City, role: str = "inspector", signatory: str = SIGNATORY) -> list[Draft]:
    return sign_round(city.actor(role), city.round.pk, snapshot=city.round.snapshot, signatory=signatory)


def test_a_signature_says_who_when_and_as_whom(drafted: City) -> None:
    (made,) = sign(drafted)
    assert (made.signatory, made.signed_by_id) == (SIGNATORY, drafted.people.users["inspector"].pk)
    assert made.signed_at is not None
    assert Event.objects.get(verb="verdict.sign").after["digest"] == made.digest


def test_who_comes_second_is_told(drafted: City) -> None:
    sign(drafted)
    with pytest.raises(Stale):
        sign(drafted)
    assert Event.objects.filter(verb="verdict.sign").count() == 1


def test_a_round_locked_anew_since_is_stale(drafted: City) -> None:
    seen = drafted.round.snapshot
    drafted.lock(100)
    with pytest.raises(Stale):
        sign_round(drafted.actor("inspector"), drafted.round.pk, snapshot=seen, signatory=SIGNATORY)


@pytest.mark.parametrize("role", ["publisher", "county_reviewer", "city_statistician", "audit_admin"])
def test_publishers_and_others_do_not_sign(drafted: City, role: str) -> None:
    with pytest.raises(NotAllowed):
        sign(drafted, role)
    assert Draft.objects.everything("a test").filter(signed_at__isnull=False).count() == 0


@pytest.mark.parametrize("signatory", ["", "   ", "长" * (LONGEST + 1)])
def test_somebody_must_be_named(drafted: City, signatory: str) -> None:
    with pytest.raises(Refusal) as said:
        sign(drafted, signatory=signatory)
    assert said.value.status == 422


def test_nothing_drawn_up_is_nothing_to_sign(city: City) -> None:
    with pytest.raises(Refusal, match="请先形成结论"):
        sign(city)
