"""Hold a teacher where the draft has them, or let go again."""

from django.db import transaction

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.holding import hold_draft
from junheng.web.personnel.ground import opened
from junheng.web.personnel.models import RotationDraft


def lock_teacher(actor: Actor, pk: int, teacher: str, *, locked: bool, revision: int) -> RotationDraft:
    """Lock a teacher (by code) of a draft, or unlock; the plan and its revision stay.

    Raises:
        Http404, Stale: as ``hold_draft``.
        Refusal: (422) no such teacher.
    """
    with transaction.atomic():
        held = hold_draft(actor, pk, revision)
        if teacher not in opened(held).teacher:
            raise Refusal("请选择本县的教师。", "Choose a teacher of the county.", status=422)
        before = set(held.locked)
        held.locked = sorted(before | {teacher} if locked else before - {teacher})
        held.save(update_fields=["locked"])
        verb = "rotation.lock" if locked else "rotation.unlock"
        record(actor, verb, f"rotation_draft:{held.pk}", path=held.round.organisation.path, after={"teacher": teacher})
    return held


def free(held: RotationDraft, teacher: str) -> None:
    """Go on only if the teacher is not locked.

    Raises:
        Refusal: (422) locked.
    """
    if teacher in held.locked:
        raise Refusal("该教师已锁定，请先解锁。", "The teacher is locked; unlock first.", status=422)
