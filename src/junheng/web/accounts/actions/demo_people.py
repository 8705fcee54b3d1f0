"""The accounts of a demo: one for every role, with a password everybody may know. Nowhere but in a demo."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from junheng.web.accounts.models import Appointment, Kind, Organisation, User
from junheng.web.accounts.reach import SYSTEM
from junheng.web.accounts.roles import Role, roles
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal

DEMO_PASSWORD = "junheng-demo-2026"  # noqa: S105 - shown on the sign-in page of the demo
SEVERAL = {"county_reviewer": 2, "school_reporter": 2}
"""Roles of which the demo has several people, each at a place of its own."""


@dataclass(frozen=True, slots=True)
class _Person:
    username: str
    role: Role
    home: Organisation


def demo_people(places: Sequence[str] = ()) -> list[str]:
    """The user names of the demo. ``places`` are codes of the counties and schools to prefer. Harmless to repeat.

    Raises:
        Refusal: this is no demo, or no organisations were planted.
    """
    if not settings.JUNHENG_DEMO:
        raise Refusal("只有演示站才有演示账号。", "Only a demo has demo accounts.", status=403)
    with transaction.atomic():
        wanted = list(_wanted(places))
        # One salt for all of them gives nothing away: that they share a password, and which, is on the sign-in page.
        hashed = cache(lambda: make_password(DEMO_PASSWORD))
        made = [one.username for one in wanted if _appoint(one, hashed)]
        if made:
            record(SYSTEM, "account.demo", "users", after={"usernames": made})
    return [one.username for one in wanted]


def _wanted(places: Sequence[str]) -> Iterator[_Person]:
    for role in roles().values():
        count = SEVERAL.get(role.id, 1)
        for at, home in enumerate(_homes(role.level, places, count), 1):
            name = f"demo-{role.id}".replace("_", "-")
            yield _Person(f"{name}-{at}" if count > 1 else name, role, home)


def _homes(level: str, places: Sequence[str], count: int) -> list[Organisation]:
    """Open organisations of a level: those asked for, then those with schools, in the order of the tree."""
    rows = Organisation.objects.everything("the demo's people stand all over the tree").filter(kind=level, active=True)
    if level == Kind.COUNTY:
        rows = rows.filter(children__active=True).distinct()
    found = sorted(rows, key=lambda one: (one.code not in places, one.path))[:count]
    if len(found) < count:
        raise Refusal("先建立机构。", "Plant the organisations first.")
    return found


def _appoint(one: _Person, hashed: Callable[[], str]) -> bool:
    """Whether the account is new."""
    user = User.objects.filter(username=one.username).first()
    made = user is None
    if user is None:
        user = User.objects.create(username=one.username, password=hashed(), name=one.role.title.zh, demo=True)
    if user.demo and not Appointment.objects.filter(user=user, role=one.role.id, until__isnull=True).exists():
        Appointment.objects.create(user=user, role=one.role.id, organisation=one.home, extent=one.role.extent)
    return made
