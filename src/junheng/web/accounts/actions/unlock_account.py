"""Open an account that was locked after too many failures."""

from django.db import transaction
from django.shortcuts import get_object_or_404

from junheng.web.accounts.lockout import unlock
from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record


def unlock_account(actor: Actor, user_id: int) -> int:
    """How many records of failures were forgotten.

    Raises:
        NotAllowed: the actor does not unlock accounts.
    """
    require(actor, "account.unlock")
    with transaction.atomic():
        user = get_object_or_404(User, pk=user_id)
        forgotten = unlock(user.username)
        if forgotten:
            record(actor, "account.unlock", f"user:{user.pk}", before={"records": forgotten})
    return forgotten
