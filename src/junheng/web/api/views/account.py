"""My account: who a token speaks for and what it may do."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import roles
from junheng.web.api.bearer import Bearer
from junheng.web.api.shapes import Words, words

router = Router(tags=["account"])


class RoleHeld(Schema):
    """A role, the path of the organisation it is held at, and the verbs the token has of it."""

    role: str
    title: Words
    organisation: str
    verbs: list[str]


class Account(Schema):
    username: str
    scopes: list[str]
    roles: list[RoleHeld]


class TokenRow(Schema):
    """One of one's tokens; the key itself is kept nowhere."""

    name: str
    prefix: str
    scopes: list[str]
    created: datetime
    expires: datetime
    last_used: datetime | None
    revoked: datetime | None


def actor(request: HttpRequest) -> Actor:
    """Who the token speaks for, as :class:`Bearer` found out."""
    held: Actor = request.auth  # type: ignore[attr-defined]
    return held


@router.get("/account", auth=Bearer(), response=Account, summary="我的账号 / my account")
def get_account(request: HttpRequest) -> Any:
    """令牌代表谁、能做什么 / who the token speaks for and what it may do."""
    held = actor(request)
    return {
        "username": held.username,
        "scopes": sorted(held.verbs),
        "roles": [
            {
                "role": one.role,
                "title": words(roles()[one.role].title),
                "organisation": one.organisation,
                "verbs": sorted(one.verbs),
            }
            for one in held.grants
        ],
    }


@router.get("/account/tokens", auth=Bearer(), response=list[TokenRow], summary="我的令牌 / my tokens")
def list_tokens(request: HttpRequest) -> Any:
    """只有开头，没有密钥 / their beginnings, never their keys."""
    from junheng.web.api.queries import tokens

    return [{name: getattr(one, name) for name in TokenRow.model_fields} for one in tokens(actor(request))]
