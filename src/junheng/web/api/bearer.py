"""Who holds a token: the person's grants of today, narrowed to what the token allows."""

from dataclasses import replace

from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from junheng.web.accounts.access import actor_for
from junheng.web.accounts.address import address_of
from junheng.web.accounts.duties import PASSWORD, SECOND_FACTOR
from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.api import queries
from junheng.web.api.limits import spend
from junheng.web.kit.refusal import NotAllowed

ANY = ""
"""For operations that every valid token may call."""
DUTIES = {
    PASSWORD: (
        "账号仍在使用初始密码，请先登录修改；在此之前令牌不能使用。",
        "The account still has its initial password: sign in and change it first; until then its tokens open nothing.",
    ),
    SECOND_FACTOR: (
        "账号须先登录设置动态口令；在此之前令牌不能使用。",
        "The account has to set up one-time passwords first; until then its tokens open nothing.",
    ),
}


class Bearer(HttpBearer):
    """A token whose scopes, and whose owner's roles, hold the verb. One instance for each verb."""

    def __init__(self, verb: str = ANY) -> None:
        super().__init__()
        self.verb = verb

    def __call__(self, request: HttpRequest) -> Actor:
        """The actor of the request.

        Raises:
            AuthenticationError: no token, or one that is unknown, expired, revoked or of an account that is closed.
            NotAllowed: the token does not hold the verb, or its owner has a duty open.
            TooMany: too many requests of this token, or too many wrong tokens from this address.
        """
        actor: Actor | None = super().__call__(request)
        if actor is None:
            raise AuthenticationError
        return actor

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        address = address_of(request)
        held = queries.living_token(token)
        if held is None:
            spend("refused", address)
            raise AuthenticationError
        spend("token", str(held.pk))
        _without_duties(held.user)
        queries.mark_used(held)
        actor = narrowed(actor_for(held.user_id, held.user.username, address), frozenset(held.scopes))
        if self.verb and not actor.may(self.verb):
            raise NotAllowed("此令牌的权限范围不含这件事。", "The scope of this token does not hold this.")
        return actor


def _without_duties(user: User) -> None:
    """What the person has to do first on the site holds for the person's programs too."""
    duty = queries.open_duty(user)
    if duty:
        raise NotAllowed(*DUTIES[duty])


def narrowed(actor: Actor, scopes: frozenset[str]) -> Actor:
    """The same person with fewer verbs."""
    return replace(actor, grants=tuple(replace(one, verbs=one.verbs & scopes) for one in actor.grants))
