"""A small city of organisations and one person for every role: what tests of the signed-in site stand on."""

from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password
from django.test import Client

from junheng.web.accounts.access import actor_for
from junheng.web.accounts.models import Appointment, Kind, Organisation, User
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import roles

CITY, COUNTY, OTHER_COUNTY = "410100", "410105", "410122"
SCHOOLS = ("2141000001", "2141000002", "2141000003")
OTHER_SCHOOL = "2141000009"
PASSWORD = "open-sesame-2026"  # noqa: S105


@dataclass(frozen=True)
class People:
    """The tree (by code) and the people (by role; ``other_reporter`` and ``other_reviewer`` belong elsewhere)."""

    places: dict[str, Organisation]
    users: dict[str, User]

    def actor(self, role: str) -> Actor:
        user = self.users[role]
        return actor_for(user.pk, user.username, "127.0.0.1")

    def client(self, role: str) -> Client:
        client = Client()
        client.force_login(self.users[role], "junheng.web.accounts.backend.DeskBackend")
        return client


def people() -> People:
    """City 410100 with two counties, three schools in the first, one in the other, and all roles."""
    city = Organisation.objects.create(kind=Kind.CITY, code=CITY, name="合成市", name_en="Synthetic City")
    places = {CITY: city}
    for code, name in ((COUNTY, "金水区"), (OTHER_COUNTY, "中牟县")):
        places[code] = Organisation.objects.create(kind=Kind.COUNTY, code=code, name=name, parent=city)
    for code in (*SCHOOLS, OTHER_SCHOOL):
        parent = places[OTHER_COUNTY if code == OTHER_SCHOOL else COUNTY]
        places[code] = Organisation.objects.create(
            kind=Kind.SCHOOL, code=code, name=f"样例小学{code[-1]}", school_type="211", parent=parent
        )
    users = {role.id: _person(role.id, role.id, _home(role.level, places)) for role in roles().values()}
    users["other_reporter"] = _person("other_reporter", "school_reporter", places[OTHER_SCHOOL])
    users["other_reviewer"] = _person("other_reviewer", "county_reviewer", places[OTHER_COUNTY])
    return People(places, users)


def _home(level: str, places: dict[str, Organisation]) -> Organisation:
    return places[{"city": CITY, "county": COUNTY, "school": SCHOOLS[0]}[level]]


def _person(username: str, role: str, home: Organisation) -> User:
    user = User.objects.create(username=username, password=hashed(PASSWORD), name=username)
    Appointment.objects.create(user=user, role=role, organisation=home, extent=roles()[role].extent)
    return user


@cache
def hashed(password: str) -> str:
    """What is kept of a password, made once for all: on a real site it takes long."""
    return make_password(password)
