"""Switch an account on again."""

from django.db import transaction
from django.shortcuts import get_object_or_404

from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record


def activate_account(actor: Actor, user_id: int) -> User:
    """The account, on.

    Raises:
        NotAllowed: the actor does not manage accounts.
    """
    require(actor, "account.manage")
    with transaction.atomic():
        user = get_object_or_404(User.objects.select_for_update(), pk=user_id)
        if not user.is_active:
            user.is_active = True
            user.save(update_fields=["is_active"])
            record(actor, "account.activate", f"user:{user.pk}")
    return user
