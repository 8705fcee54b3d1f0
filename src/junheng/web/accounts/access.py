"""Who is asking, and what a page asks of them.

Every view says who may open it: :func:`needs` names the verb, :func:`signed_in` only asks for an account,
:func:`public` says that everybody may. The mark stays on the view as ``access``; a test holds every route to it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.mfa.models import Authenticator
from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from junheng.web.accounts.address import address_of
from junheng.web.accounts.duties import first_duty
from junheng.web.accounts.models import Appointment, Extent
from junheng.web.accounts.reach import Actor, Grant
from junheng.web.accounts.roles import roles
from junheng.web.kit.refusal import NotAllowed

View = Callable[..., HttpResponse]
Given = Callable[..., HttpResponseBase]
"""A view as it is written: some stream what they answer."""
PUBLIC, SIGNED_IN = "public", "signed_in"


def actor_of(request: HttpRequest) -> Actor:
    """The person behind a request with all current grants; asked once per request. Without a session, the public."""
    held: Actor | None = getattr(request, "_actor", None)
    if held is None:
        held = _actor(request)
        request._actor = held  # type: ignore[attr-defined]
    return held


def grants_of(user_id: int) -> tuple[Grant, ...]:
    """What a person's appointments of today allow."""
    return tuple(_grant(one) for one in current_appointments(user_id))


def current_appointments(user_id: int) -> "QuerySet[Appointment]":
    """What a person is appointed to today, at places that are not closed."""
    today = timezone.localdate()
    current = Appointment.objects.filter(user_id=user_id, since__lte=today, organisation__active=True)
    return current.exclude(until__lt=today).select_related("organisation")


def actor_for(user_id: int, username: str, ip: str = "") -> Actor:
    return Actor(user_id, username, ip, grants_of(user_id))


def needs(verb: str) -> Callable[[Given], View]:
    """Only for people with a role that has the verb; which rows they see is up to the query."""

    def mark(view: Given) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            actor = actor_of(request)
            first = _first(request, actor)
            if first is not None:
                return first
            if not actor.may(verb):
                raise NotAllowed("您的角色不能办理这件事。", "Your role does not do this.")
            return view(request, *args, **kwargs)

        guarded.access = verb  # type: ignore[attr-defined]
        return guarded

    return mark


def signed_in(view: Given) -> View:
    """For everybody with an account."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        first = _first(request, actor_of(request))
        return view(request, *args, **kwargs) if first is None else first

    guarded.access = SIGNED_IN  # type: ignore[attr-defined]
    return guarded


def public(view: Given) -> View:
    """For everybody."""
    view.access = PUBLIC  # type: ignore[attr-defined]
    return cast("View", view)


def _first(request: HttpRequest, actor: Actor) -> HttpResponse | None:
    """Where somebody has to go before the page that was asked for: to sign in, or to what is open after that."""
    from junheng.web.accounts.views.held import sign_in_again

    if not actor.known:
        return sign_in_again(request) or redirect_to_login(request.get_full_path())
    duty = getattr(request, "_duty", "")
    return redirect(duty) if duty else None


def _actor(request: HttpRequest) -> Actor:
    ip = address_of(request)
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Actor(ip=ip)
    second = Authenticator.objects.filter(user_id=OuterRef("user_id"), type=Authenticator.Type.TOTP)
    held = list(current_appointments(user.pk).annotate(second_factor=Exists(second)))
    duty = first_duty(
        (one.role for one in held),
        must_change_password=user.must_change_password and not _by_provider(request),
        has_second_factor=any(one.second_factor for one in held),
    )
    request._duty = duty  # type: ignore[attr-defined]
    return Actor(user.pk, user.username, ip, () if duty else tuple(_grant(one) for one in held))


def _by_provider(request: HttpRequest) -> bool:
    """Whether this session was opened by the identity provider: a password of ours plays no part in it."""
    methods = request.session.get("account_authentication_methods", ())
    return any(one.get("method") == "socialaccount" for one in methods)


def _grant(one: Appointment) -> Grant:
    path, role = one.organisation.path, roles()[one.role]
    extent = Extent(one.extent)
    named = tuple(held.path for held in one.custom.all()) if extent is Extent.CUSTOM else ()
    return Grant(
        role=role.id,
        verbs=role.verbs,
        organisation=path,
        everything=extent is Extent.ALL,
        below=(path,) if extent is Extent.BELOW else named,
        exactly=(path,) if extent is Extent.OWN else (),
    )
