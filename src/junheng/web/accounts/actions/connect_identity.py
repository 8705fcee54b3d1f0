"""Say which subject of the city's identity provider an account belongs to."""

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.shortcuts import get_object_or_404

from junheng.web.accounts import oidc
from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal

LONGEST = 191


def connect_identity(actor: Actor, user_id: int, subject: str) -> None:
    """Connect a subject, in the place of the one before; an empty one only takes that away.

    Raises:
        NotAllowed: the actor does not manage accounts.
        Refusal: the subject belongs to another account, or the account is the actor's own.
    """
    require(actor, "account.manage")
    subject = subject.strip()
    if actor.user_id == user_id:
        raise Refusal(
            "不能关联自己的账号，请另一位系统管理员办理。", "Another administrator has to connect your account."
        )
    if len(subject) > LONGEST:
        raise Refusal("标识太长。", "The subject is too long.", status=422)
    with transaction.atomic():
        user = get_object_or_404(User.objects.select_for_update(), pk=user_id)
        held = SocialAccount.objects.filter(provider=oidc.PROVIDER)
        if subject and held.filter(uid=subject).exclude(user=user).exists():
            raise Refusal("这个标识已关联另一个账号。", "This subject belongs to another account.")
        held.filter(user=user).exclude(uid=subject).delete()
        if subject:
            SocialAccount.objects.get_or_create(user=user, provider=oidc.PROVIDER, uid=subject)
        record(actor, "account.identity", f"user:{user.pk}", after={"connected": bool(subject)})
