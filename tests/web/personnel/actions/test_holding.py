"""Rounds and drafts are held in reach, in their state, as they were shown."""

import pytest
from django.db import transaction
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.personnel.actions.holding import hold_draft, hold_round
from junheng.web.personnel.models import RotationDraft, RotationRound
from tests.web.people import People


def test_a_round_is_held(staff: People, officer: Actor, collected: RotationRound) -> None:
    with transaction.atomic():
        assert hold_round(officer, collected.pk).pk == collected.pk
        with pytest.raises(Http404):
            hold_round(staff.actor("other_reporter"), collected.pk)
        with pytest.raises(Stale):
            hold_round(officer, collected.pk, revision=1)
        with pytest.raises(Refusal, match="收集数据"):
            hold_round(officer, collected.pk, states=("draft",))


def test_a_draft_is_held(staff: People, officer: Actor, draft: RotationDraft) -> None:
    with transaction.atomic():
        assert hold_draft(officer, draft.pk, 1).pk == draft.pk
        with pytest.raises(Http404):
            hold_draft(staff.actor("publisher"), draft.pk, 1)
        RotationDraft.objects.everything("test").update(status="infeasible")
        with pytest.raises(Refusal, match="没有可以修改"):
            hold_draft(officer, draft.pk, 1)
