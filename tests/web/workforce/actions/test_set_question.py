"""Numbers need their source and fit together; a form that somebody overtook is refused; all faults at once."""

import pytest
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.models import StudyKind
from tests.web.people import People
from tests.web.workforce.ground import NUMBERS, asked, begun, form


def test_shares_add_up_and_need_their_source(officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    with pytest.raises(Refusal, match="100"):
        set_question(officer, made.pk, form({"share.post": "50"}), revision=1)
    with pytest.raises(Refusal, match="no source"):
        set_question(officer, made.pk, {"share.post": "100"}, revision=1)


def test_everything_wrong_is_told_at_once(officer: Actor) -> None:
    made = begun(officer, StudyKind.ITINERANT)
    wrong = {"travel.most": "far", "lessons.primary": "14"}
    with pytest.raises(Refusal) as caught:
        set_question(officer, made.pk, wrong, revision=1, subjects=["primary.music", "primary.flying"])
    said = str(caught.value.why.zh)
    assert len(said.split("；")) == 4
    assert "周课时" in said
    assert "primary.flying" in said
    made.refresh_from_db()
    assert (made.given, made.asked, made.revision) == ({}, {}, 1)


def test_of_two_at_once_the_second_is_told(officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    set_question(officer, made.pk, form(NUMBERS[StudyKind.PAY]), revision=1)
    with pytest.raises(Stale):
        set_question(officer, made.pk, form({"share.post": "100"}), revision=1)
    made.refresh_from_db()
    assert set(made.given) == set(NUMBERS[StudyKind.PAY])


def test_a_change_is_recorded_with_what_was_before(staff: People, officer: Actor) -> None:
    made = asked(officer, StudyKind.PAY)
    set_question(officer, made.pk, form({"share.post": "100"}), revision=made.revision)
    event = Event.objects.filter(verb="workforce.question").latest("pk")
    assert event.before["given"]["share.post"]["value"] == 50
    assert event.after["given"] == {"share.post": {"value": 100.0, "source": "样例办法"}}
    with pytest.raises(Http404):
        set_question(staff.actor("other_reviewer"), made.pk, {}, revision=made.revision + 1)
