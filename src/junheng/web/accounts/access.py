"""Who is asking, and what a page asks of them.

Every view says who may open it: :func:`needs` names the verb, :func:`signed_in` only asks for an account,
:func:`public` says that everybody may. The mark stays on the view as ``access``; a test holds every route to it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from junheng.web.accounts.models import Appointment, Extent
from junheng.web.accounts.reach import Actor, Grant
from junheng.web.accounts.roles import roles
from junheng.web.kit.refusal import NotAllowed

View = Callable[..., HttpResponse]
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
    today = timezone.localdate()
    current = Appointment.objects.filter(user_id=user_id, since__lte=today, organisation__active=True)
    current = current.exclude(until__lt=today).select_related("organisation").prefetch_related("custom")
    return tuple(_grant(one) for one in current)


def actor_for(user_id: int, username: str, ip: str = "") -> Actor:
    return Actor(user_id, username, ip, grants_of(user_id))


def needs(verb: str) -> Callable[[View], View]:
    """Only for people with a role that has the verb; which rows they see is up to the query."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor = actor_of(request)
            if not actor.known:
                return redirect_to_login(request.get_full_path())
            if not actor.may(verb):
                raise NotAllowed("您的角色不能办理这件事。", "Your role does not do this.")
            return view(request, *args, **kwargs)

        guarded.access = verb  # type: ignore[attr-defined]
        return guarded

    return mark


def signed_in(view: View) -> View:
    """For everybody with an account."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not actor_of(request).known:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.access = SIGNED_IN  # type: ignore[attr-defined]
    return guarded


def public(view: View) -> View:
    """For everybody."""
    view.access = PUBLIC  # type: ignore[attr-defined]
    return view


def _actor(request: HttpRequest) -> Actor:
    ip = request.META.get("REMOTE_ADDR", "")
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Actor(ip=ip)
    return actor_for(user.pk, user.username, ip)


def _grant(one: Appointment) -> Grant:
    path, role = one.organisation.path, roles()[one.role]
    extent = Extent(one.extent)
    return Grant(
        role=role.id,
        verbs=role.verbs,
        organisation=path,
        everything=extent is Extent.ALL,
        below={Extent.BELOW: (path,), Extent.CUSTOM: tuple(held.path for held in one.custom.all())}.get(extent, ()),
        exactly=(path,) if extent is Extent.OWN else (),
    )
