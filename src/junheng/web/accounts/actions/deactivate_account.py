"""Switch an account off: its sessions end at once and it signs in no more. What it did stays in its name."""

from django.db import transaction
from django.shortcuts import get_object_or_404

from junheng.web.accounts.models import User
from junheng.web.accounts.powers import keep_a_holder
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal


def deactivate_account(actor: Actor, user_id: int, *, reason: str) -> User:
    """The account, off.

    Raises:
        NotAllowed: the actor does not manage accounts.
        Refusal: it is the actor's own, the last of an administrator's power, or no reason was given.
    """
    require(actor, "account.manage")
    if actor.user_id == user_id:
        raise Refusal("不能停用自己的账号。", "You cannot switch your own account off.")
    if not reason.strip():
        raise Refusal("请写明停用的原因。", "Say why it is switched off.", status=422)
    with transaction.atomic():
        user = get_object_or_404(User.objects.select_for_update(), pk=user_id)
        keep_a_holder(user)
        if user.is_active:
            user.is_active = False
            user.save(update_fields=["is_active"])
            record(actor, "account.deactivate", f"user:{user.pk}", reason=reason.strip())
    return user
