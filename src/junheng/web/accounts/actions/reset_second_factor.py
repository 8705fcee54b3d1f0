"""Take the second factor from somebody who lost it; the next sign-in asks to set up another."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.shortcuts import get_object_or_404

from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal


def reset_second_factor(actor: Actor, user_id: int, *, reason: str) -> int:
    """How many authenticators were removed.

    Raises:
        NotAllowed: the actor does not unlock accounts.
        Refusal: it is the actor's own, or no reason was given.
    """
    require(actor, "account.unlock")
    if actor.user_id == user_id:
        raise Refusal("不能重置自己的动态口令。", "You cannot reset your own second factor.")
    if not reason.strip():
        raise Refusal(
            "请写明重置的原因，以及怎样核实了本人。", "Say why, and how the person was recognised.", status=422
        )
    with transaction.atomic():
        user = get_object_or_404(User.objects.select_for_update(), pk=user_id)
        removed: int = Authenticator.objects.filter(user=user).delete()[0]
        if removed:
            record(actor, "second_factor.reset", f"user:{user.pk}", reason=reason.strip())
    return removed
