"""End an appointment. It stays on record."""

from datetime import timedelta

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from junheng.web.accounts.models import Appointment, User
from junheng.web.accounts.powers import keep_a_holder
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal


def end_role(actor: Actor, appointment_id: int, *, reason: str) -> Appointment:
    """The appointment, which held until yesterday.

    Raises:
        NotAllowed: the actor grants no roles there, or it is an own one.
        Refusal: the person is the last administrator of this power, or no reason was given.
    """
    require(actor, "role.grant")
    if not reason.strip():
        raise Refusal("请写明撤销的原因。", "Say why the role ends.", status=422)
    with transaction.atomic():
        one = get_object_or_404(Appointment.objects.select_related("organisation"), pk=appointment_id)
        require(actor, "role.grant", one.organisation.path)
        if one.user_id == actor.user_id:
            raise NotAllowed("不能撤销自己的角色。", "Nobody ends an own role.")
        keep_a_holder(User.objects.select_for_update().get(pk=one.user_id), one.role)
        yesterday = timezone.localdate() - timedelta(days=1)
        if one.until is None or one.until > yesterday:
            one.until = yesterday
            one.save(update_fields=["until"])
            record(
                actor,
                "role.end",
                f"user:{one.user_id}",
                path=one.organisation.path,
                before={"role": one.role},
                reason=reason.strip(),
            )
    return one
