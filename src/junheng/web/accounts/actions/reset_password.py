"""Give somebody who forgot the password another initial one."""

from django.db import transaction
from django.shortcuts import get_object_or_404

from junheng.web.accounts.models import User
from junheng.web.accounts.passwords import initial_password
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal


def reset_password(actor: Actor, user_id: int) -> tuple[User, str]:
    """The account and its new initial password, told once. All its sessions end.

    Raises:
        NotAllowed: the actor does not manage accounts.
        Refusal: it is the actor's own, for which there is the page to change it.
    """
    require(actor, "account.manage")
    if actor.user_id == user_id:
        raise Refusal("自己的密码请在“修改密码”页修改。", "Change your own password on its own page.")
    password = initial_password()
    with transaction.atomic():
        user = get_object_or_404(User.objects.select_for_update(), pk=user_id)
        user.set_password(password)
        user.must_change_password = True
        user.save(update_fields=["password", "must_change_password"])
        record(actor, "account.reset_password", f"user:{user.pk}")
    return user, password
