"""A round goes on and back, one step at a time."""

from datetime import date

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.personnel.actions.move_round import move_round
from junheng.web.personnel.actions.publish_rotation import withdraw_rotation
from junheng.web.personnel.models import Publication, RotationRound, RoundState
from tests.web.people import People

UNTIL = date(2026, 12, 1)


def test_nothing_begins_without_tables_and_a_last_day(officer: Actor, opened_round: RotationRound) -> None:
    with pytest.raises(Refusal, match="导入"):
        move_round(officer, opened_round.pk, RoundState.WISHES, revision=1, until=UNTIL)


def test_wishes_need_a_last_day(officer: Actor, collected: RotationRound) -> None:
    with pytest.raises(Refusal, match="截止日期"):
        move_round(officer, collected.pk, RoundState.WISHES, revision=collected.revision)
    with pytest.raises(Refusal, match="收集数据"):
        move_round(officer, collected.pk, RoundState.DRAFT, revision=collected.revision)
    with pytest.raises(Stale):
        move_round(officer, collected.pk, RoundState.WISHES, revision=99, until=UNTIL)


def test_on_and_back(officer: Actor, drafting: RotationRound) -> None:
    held = move_round(officer, drafting.pk, RoundState.WISHES, revision=drafting.revision, until=UNTIL)
    held = move_round(officer, held.pk, RoundState.COLLECTING, revision=held.revision)
    assert (held.state, held.wishes_until) == (RoundState.COLLECTING, UNTIL)
    assert Event.objects.filter(verb="rotation.state").count() == 4


def test_what_was_published_once_collects_no_more(staff: People, officer: Actor, publication: Publication) -> None:
    withdraw_rotation(staff.actor("publisher"), publication.draft.round_id, "有误")
    of = RotationRound.objects.everything("test").get()
    held = move_round(officer, of.pk, RoundState.WISHES, revision=of.revision, until=UNTIL)
    with pytest.raises(Refusal, match="公示过"):
        move_round(officer, held.pk, RoundState.COLLECTING, revision=held.revision)
