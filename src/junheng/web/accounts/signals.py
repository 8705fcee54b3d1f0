"""Sign-ins, sign-outs, failures and locks go into the chain of events. Never a password, nor what a stranger typed."""

from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.signals import authenticator_added, authenticator_removed
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from junheng.web.accounts.address import address_of
from junheng.web.accounts.lockout import normal_name
from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.wakefulness import mark
from junheng.web.audit.actions.record import record


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: User, **_given: Any) -> None:
    mark(request.session)
    if request.path:  # a request to nowhere is a program's, nobody signing in
        record(_as(request, user), "sign_in", _of(user))


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: User | None, **_given: Any) -> None:
    if user is not None and request.path:
        record(_as(request, user), "sign_out", _of(user))


@receiver(user_login_failed)
def failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_given: Any) -> None:
    """A failure. Tries during a lock are not told one by one: nobody can flood the chain with them."""
    if request is None or (getattr(request, "axes_locked_out", False) and not _counted(request)):
        return
    record(Actor(ip=address_of(request)), "sign_in.failed", _named(str(credentials.get("username", ""))))


@receiver(user_locked_out)
def locked(request: HttpRequest, username: str, **_given: Any) -> None:
    """The failure that locked: the one that was counted, not those that follow."""
    if _counted(request):
        record(Actor(ip=address_of(request)), "sign_in.locked", _named(username))


@receiver(password_changed)
def changed_password(request: HttpRequest, user: User, **_given: Any) -> None:
    User.objects.filter(pk=user.pk).update(must_change_password=False)
    record(_as(request, user), "password.change", _of(user))


@receiver(authenticator_added)
def second_factor_on(request: HttpRequest, user: User, authenticator: Any, **_given: Any) -> None:
    record(_as(request, user), "second_factor.on", _of(user), after=str(authenticator.type))


@receiver(authenticator_removed)
def second_factor_off(request: HttpRequest, user: User, authenticator: Any, **_given: Any) -> None:
    record(_as(request, user), "second_factor.off", _of(user), before=str(authenticator.type))


def _counted(request: HttpRequest) -> bool:
    """Whether a failure was counted, as against refused unread during a lock."""
    return getattr(request, "axes_failures_since_start", None) is not None


def _as(request: HttpRequest, user: User) -> Actor:
    return Actor(user.pk, user.username, address_of(request))


def _of(user: User) -> str:
    return f"user:{user.pk}"


def _named(username: str) -> str:
    """The account of that name. What is no account's name is not written down: it may be a mistyped password."""
    known = User.objects.filter(username=normal_name(username)).values_list("pk", flat=True).first()
    return f"user:{known}" if known else "user:unknown"
