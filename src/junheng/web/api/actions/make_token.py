"""Make a token: the key is shown once and never kept."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.api.models import Token
from junheng.web.api.queries import digest, living
from junheng.web.api.scopes import scopes_of
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal

LONGEST = 365
"""Days a token lives at most."""
MOST = 20
"""Living tokens of one person."""
NAME = 60


def make_token(actor: Actor, *, name: str, scopes: Iterable[str], days: int) -> tuple[Token, str]:
    """The token and its key. The key is ``jh_``, eight digits that may be shown, and 256 random bits.

    Raises:
        NotAllowed: the person may not use tokens, or asks for more than their roles allow.
        Refusal: no name, no scope, too long a life, or too many tokens.
    """
    wanted, named = sorted(set(scopes)), name.strip()
    owner = _owner(actor)
    _check(actor, named, wanted, days)
    prefix = f"jh_{secrets.token_hex(4)}"
    key = f"{prefix}_{secrets.token_urlsafe(32)}"
    with transaction.atomic():
        if living(actor) >= MOST:
            raise Refusal(f"有效令牌最多{MOST}个，请先撤销。", f"At most {MOST} living tokens: revoke one first.")
        token = Token.objects.create(
            user_id=owner,
            name=named,
            scopes=wanted,
            prefix=prefix,
            digest=digest(key),
            expires=timezone.now() + timedelta(days=days),
        )
        record(actor, "token.make", f"token:{token.pk}", after={"scopes": wanted, "days": days, "prefix": prefix})
    return token, key


def _owner(actor: Actor) -> int:
    if actor.user_id is None or not actor.may("token.own"):
        raise NotAllowed("您的角色不使用接口令牌。", "Your role does not use API tokens.")
    return actor.user_id


def _check(actor: Actor, name: str, scopes: list[str], days: int) -> None:
    if not name or len(name) > NAME:
        raise Refusal(f"请填写名称，不超过{NAME}字。", f"Name it in at most {NAME} letters.", status=422)
    if not scopes:
        raise Refusal("请至少选择一项权限。", "Choose at least one scope.", status=422)
    if not set(scopes) <= set(scopes_of(actor)):
        raise NotAllowed("令牌的权限不能超出您自己的权限。", "A token cannot do more than you may.")
    if not 1 <= days <= LONGEST:
        raise Refusal(f"有效期为1至{LONGEST}天。", f"A token lives for 1 to {LONGEST} days.", status=422)
