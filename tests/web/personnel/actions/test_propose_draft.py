"""A draft is put forward only when it breaks no rule; an edit takes that back."""

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.edit_draft import place_teacher
from junheng.web.personnel.actions.propose_draft import propose_draft
from junheng.web.personnel.models import RotationDraft
from tests.web.personnel.ground import A


def test_an_edit_takes_the_proposal_back(officer: Actor, draft: RotationDraft) -> None:
    held = propose_draft(officer, draft.pk, revision=1)
    assert held.put_forward
    assert not place_teacher(officer, draft.pk, "t9", A, revision=1).put_forward


def test_a_draft_that_breaks_a_rule_stays_where_it_is(officer: Actor, draft: RotationDraft) -> None:
    RotationDraft.objects.everything("test").update(places={})
    with pytest.raises(Refusal, match="少于"):
        propose_draft(officer, draft.pk, revision=1)
    assert not RotationDraft.objects.everything("test").get().put_forward
