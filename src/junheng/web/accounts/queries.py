"""What the pages of this part read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from junheng.web.accounts import oidc
from junheng.web.accounts.models import Appointment, Kind, Organisation, User
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.audit.models import Event
from junheng.web.kit.crypto import keyed

SIGN_INS = 10
"""How many of the last sign-ins one is shown."""


def organisations(actor: Actor, *, search: str = "", county: str = "", closed: bool = False) -> QuerySet[Organisation]:
    """The organisations the actor manages, by name or code, below one county, with or without the closed ones."""
    found = _managed(actor).select_related("parent")
    if search:
        found = found.filter(Q(name__icontains=search) | Q(name_en__icontains=search) | Q(code__startswith=search))
    if county:
        found = found.filter(Q(code=county) | Q(parent__code=county) | Q(parent__parent__code=county))
    return found if closed else found.filter(active=True)


def organisation_of(actor: Actor, code: str, *, lock: bool = False) -> Organisation:
    """One organisation the actor manages.

    Raises:
        Http404: there is none of this code in reach.
    """
    rows = _managed(actor)
    return get_object_or_404(rows.select_for_update() if lock else rows, code=code)


def counties(actor: Actor) -> QuerySet[Organisation]:
    return _managed(actor).filter(kind=Kind.COUNTY, active=True)


def _managed(actor: Actor) -> QuerySet[Organisation]:
    if actor == SYSTEM:
        return Organisation.objects.everything("the program itself works on the whole tree")
    return Organisation.objects.seen_by(actor, "account.manage")


def places(actor: Actor, codes: Sequence[str]) -> list[Organisation]:
    """Open organisations on which the actor may grant roles, in the order of their codes.

    Raises:
        Http404: one of the codes is none of them.
    """
    rows = Organisation.objects.everything("the program itself") if actor == SYSTEM else None
    reach = Organisation.objects.seen_by(actor, "role.grant") if rows is None else rows
    found = {one.code: one for one in reach.filter(code__in=codes, active=True)}
    if set(codes) - found.keys():
        raise Http404
    return [found[code] for code in dict.fromkeys(codes)]


def people(actor: Actor, *, search: str = "", state: str = "") -> QuerySet[User]:
    """Accounts by user name; by telephone too for those who may see telephones, which takes the whole number."""
    second = Authenticator.objects.filter(user_id=OuterRef("pk"), type=Authenticator.Type.TOTP)
    rows = User.objects.annotate(second_factor=Exists(second)).order_by("username")
    if not actor.may("account.see"):
        return rows.none()
    if search:
        by_phone = Q(phone_lookup=keyed("person.phone", search)) if actor.may("account.manage") else Q(pk__in=())
        rows = rows.filter(Q(username__icontains=search) | by_phone)
    if state:
        rows = rows.filter(is_active=state == "active")
    held = Appointment.objects.select_related("organisation").filter(_current())
    return rows.prefetch_related(Prefetch("appointments", queryset=held, to_attr="held"))


def person_of(actor: Actor, user_id: int) -> User:
    """One account.

    Raises:
        Http404: the actor may not see accounts, or there is no such.
    """
    return get_object_or_404(people(actor), pk=user_id)


def _current() -> Q:
    today = timezone.localdate()
    return Q(since__lte=today) & (Q(until__isnull=True) | Q(until__gte=today))


def appointments_of(user_id: int) -> QuerySet[Appointment]:
    """What a person was, is and will be appointed to, the latest first."""
    held = Appointment.objects.filter(user_id=user_id).select_related("organisation", "granted_by")
    return held.prefetch_related("custom").order_by("-since", "-pk")


def is_current(one: Appointment) -> bool:
    today = timezone.localdate()
    return one.since <= today and (one.until is None or one.until >= today)


def identity_of(user_id: int) -> str:
    """The subject at the identity provider that was connected to an account; empty when none was."""
    held = SocialAccount.objects.filter(user_id=user_id, provider=oidc.PROVIDER).values_list("uid", flat=True).first()
    return str(held or "")


def has_second_factor(user_id: int) -> bool:
    return bool(Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.TOTP).exists())


def sign_ins(user_id: int) -> list[dict[str, Any]]:
    """The last sign-ins and failures of an account, the latest first: when, from where, what."""
    seen = Event.objects.filter(target=f"user:{user_id}", verb__startswith="sign_in").order_by("-number")[:SIGN_INS]
    return [{"at": one.at, "ip": one.ip, "verb": one.verb} for one in seen]


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account of the demo with what it may do where."""

    username: str
    roles: tuple[Appointment, ...]


def demo_accounts() -> tuple[DemoAccount, ...]:
    """The accounts of the demo; none anywhere but in one."""
    if not settings.JUNHENG_DEMO:
        return ()
    held = Appointment.objects.select_related("organisation").filter(_current())
    users = User.objects.filter(demo=True, is_active=True).order_by("pk")
    found = users.prefetch_related(Prefetch("appointments", queryset=held, to_attr="held"))
    return tuple(DemoAccount(one.username, tuple(one.held)) for one in found)


def below(actor: Actor, held: Organisation) -> QuerySet[Organisation]:
    """What the actor manages directly below an organisation."""
    return _managed(actor).filter(parent=held)
