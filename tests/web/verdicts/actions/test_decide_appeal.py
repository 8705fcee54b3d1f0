"""Deciding: by an inspector with fresh eyes, on what was looked at, once; the verdict stays as it is."""

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.verdicts.actions.decide_appeal import decide_appeal
from junheng.web.verdicts.models import Appeal, Record
from tests.web.verdicts.conftest import City


@pytest.mark.parametrize(("upheld", "state"), [(True, "upheld"), (False, "dismissed")])
def test_an_answer_closes_the_appeal_and_changes_no_verdict(
    appeal: Appeal, second_inspector: Actor, upheld: bool, state: str
) -> None:
    before = Record.objects.everything("a test").values().get()
    made = decide_appeal(second_inspector, appeal.pk, revision=1, upheld=upheld, answer="已核实")
    assert (made.state, made.revision, made.answer, made.decided_by_id) == (
        state,
        2,
        "已核实",
        second_inspector.user_id,
    )
    assert Record.objects.everything("a test").values().get() == before
    event = Event.objects.get(verb="appeal.decide")
    assert (event.before, event.after["state"]) == ({"state": "filed"}, state)


def test_who_signed_does_not_decide(city: City, appeal: Appeal) -> None:
    with pytest.raises(NotAllowed, match="签发结论的人"):
        decide_appeal(city.actor("inspector"), appeal.pk, revision=1, upheld=False, answer="x")


@pytest.mark.parametrize("role", ["publisher", "county_reviewer", "city_statistician", "security_admin"])
def test_others_do_not_decide(city: City, appeal: Appeal, role: str) -> None:
    with pytest.raises(NotAllowed):
        decide_appeal(city.actor(role), appeal.pk, revision=1, upheld=True, answer="x")


def test_the_second_of_two_is_told(appeal: Appeal, second_inspector: Actor) -> None:
    decide_appeal(second_inspector, appeal.pk, revision=1, upheld=True, answer="成立")
    with pytest.raises(Stale):
        decide_appeal(second_inspector, appeal.pk, revision=1, upheld=False, answer="不成立")
    with pytest.raises(Refusal, match="已经办结"):
        decide_appeal(second_inspector, appeal.pk, revision=2, upheld=False, answer="不成立")
    assert Appeal.objects.everything("a test").get().state == "upheld"


def test_an_answer_is_needed(appeal: Appeal, second_inspector: Actor) -> None:
    with pytest.raises(Refusal) as said:
        decide_appeal(second_inspector, appeal.pk, revision=1, upheld=True, answer="  ")
    assert said.value.status == 422
