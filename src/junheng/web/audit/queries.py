"""Events as the audit administrator looks for them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.audit.verbs import verbs_like


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for; empty means any. ``verb`` and ``target`` are beginnings, ``verb`` also
    words of its title; days count in the city's time."""

    username: str = ""
    verb: str = ""
    target: str = ""
    since: date | None = None
    until: date | None = None


def events(actor: Actor, wanted: Wanted) -> "QuerySet[Event]":
    """The latest first; nothing for anybody but the audit administrator."""
    rows = Event.objects.order_by("-number") if actor.may("audit.read") else Event.objects.none()
    if wanted.username:
        rows = rows.filter(username=wanted.username)
    if wanted.verb:
        rows = rows.filter(Q(verb__startswith=wanted.verb) | Q(verb__in=verbs_like(wanted.verb)))
    if wanted.target:
        rows = rows.filter(target__startswith=wanted.target)
    if wanted.since:
        rows = rows.filter(at__gte=_midnight(wanted.since))
    if wanted.until:
        rows = rows.filter(at__lt=_midnight(wanted.until + timedelta(days=1)))
    return rows


def chain(actor: Actor) -> "QuerySet[Event]":
    """The whole chain in its order."""
    return Event.objects.order_by("number") if actor.may("audit.read") else Event.objects.none()


def _midnight(day: date) -> str:
    """The beginning of a day in the city, as the events write it."""
    return datetime.combine(day, time(), timezone.get_default_timezone()).astimezone(UTC).isoformat()
