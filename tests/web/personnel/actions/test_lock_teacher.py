"""A locked teacher is left alone by moves and by making moves again."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.personnel.actions.edit_draft import place_teacher, redo_edit, undo_edit
from junheng.web.personnel.actions.lock_teacher import free, lock_teacher
from junheng.web.personnel.models import RotationDraft
from tests.web.people import People
from tests.web.personnel.ground import A

pytestmark = pytest.mark.django_db


def test_a_lock_is_kept_and_logged_and_the_plan_stays(staff: People, draft: RotationDraft) -> None:
    actor = staff.actor("personnel")
    lock_teacher(actor, draft.pk, "t9", locked=True, revision=1)
    draft.refresh_from_db()
    assert (draft.locked, draft.revision) == (["t9"], 1)
    assert Event.objects.get(verb="rotation.lock").after == {"teacher": "t9"}
    with pytest.raises(Refusal, match="锁定"):
        free(draft, "t9")
    free(draft, "t8")
    lock_teacher(actor, draft.pk, "t9", locked=False, revision=1)
    draft.refresh_from_db()
    assert draft.locked == []


def test_an_edit_of_a_locked_teacher_is_not_turned_back(staff: People, draft: RotationDraft) -> None:
    actor = staff.actor("personnel")
    place_teacher(actor, draft.pk, "t9", A, revision=1)
    lock_teacher(actor, draft.pk, "t9", locked=True, revision=2)
    for turn in (undo_edit, redo_edit):
        with pytest.raises(Refusal):
            turn(actor, draft.pk, revision=2)
    draft.refresh_from_db()
    assert draft.places["t9"] == A


def test_nobody_and_an_old_page_are_refused(staff: People, draft: RotationDraft) -> None:
    actor = staff.actor("personnel")
    with pytest.raises(Refusal, match="请选择本县的教师"):
        lock_teacher(actor, draft.pk, "nobody", locked=True, revision=1)
    with pytest.raises(Stale):
        lock_teacher(actor, draft.pk, "t9", locked=True, revision=9)
