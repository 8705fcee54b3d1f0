"""Write down that a teacher does not move this year, and take that back."""

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.holding import hold_round
from junheng.web.personnel.models import Exclusion, Teacher
from junheng.web.personnel.pseudonymous import in_force
from junheng.web.personnel.queries import teacher_of

LONGEST = 200
"""Characters of a reason."""


def exclude_teacher(actor: Actor, pk: int, reason: str) -> Exclusion:
    """The exclusion; its reason is stored encrypted and stays out of the log.

    Raises:
        Http404: out of reach.
        Refusal: the round is past its wishes, the teacher is excluded already, or (422) no reason is given.
    """
    said = reason.strip()[:LONGEST]
    if not said:
        raise Refusal("请写明暂不交流的原因。", "Give the reason.", status=422)
    with transaction.atomic():
        teacher = _held(actor, pk)
        if _current(teacher) is not None:
            raise Refusal("该教师已经登记暂不交流。", "The teacher is excluded already.")
        made = Exclusion.objects.create(teacher=teacher, reason=said, by_id=actor.user_id)
        _told(actor, teacher, "rotation.exclude")
    return made


def include_teacher(actor: Actor, pk: int) -> Exclusion:
    """Withdraw the exclusion of a teacher; it stays for the record.

    Raises:
        Http404: out of reach.
        Refusal: the round is past its wishes, or the teacher is not excluded.
    """
    with transaction.atomic():
        teacher = _held(actor, pk)
        held = _current(teacher)
        if held is None:
            raise Refusal("该教师没有登记暂不交流。", "The teacher is not excluded.")
        held.withdrawn_by_id, held.withdrawn_at = actor.user_id, timezone.now()
        held.save(update_fields=["withdrawn_by", "withdrawn_at"])
        _told(actor, teacher, "rotation.include")
    return held


def _held(actor: Actor, pk: int) -> Teacher:
    teacher = teacher_of(actor, pk, "staff.edit")
    hold_round(actor, teacher.round_id)
    return teacher


def _current(teacher: Teacher) -> Exclusion | None:
    return in_force().filter(teacher=teacher).first()


def _told(actor: Actor, teacher: Teacher, verb: str) -> None:
    path = teacher.organisation.path
    record(actor, verb, f"rotation_round:{teacher.round_id}", path=path, after={"teacher": teacher.code})
