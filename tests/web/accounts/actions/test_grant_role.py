"""Only the security administrator grants, never to oneself, and the three powers stay apart."""

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from junheng.web.accounts.actions.end_role import end_role
from junheng.web.accounts.actions.grant_role import grant_role
from junheng.web.accounts.models import Appointment, Organisation, User
from junheng.web.accounts.roles import roles
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import CITY, COUNTY, OTHER_COUNTY, SCHOOLS, People

POWERS = [one.id for one in roles().values() if one.power]
HOME = {"city": CITY, "county": COUNTY, "school": SCHOOLS[1]}


@pytest.fixture
def person(staff: People) -> User:
    return User.objects.create_user("newcomer", "x")


@pytest.mark.parametrize("role", list(roles()))
def test_each_role_is_granted_at_its_level_with_its_own_reach(staff: People, person: User, role: str) -> None:
    held = grant_role(staff.actor("security_admin"), person.pk, role=role, organisation=HOME[roles()[role].level])
    assert held.extent == roles()[role].extent
    assert held.granted_by == staff.users["security_admin"]
    event = Event.objects.get()
    assert (event.verb, event.target, event.after["role"]) == ("role.grant", f"user:{person.pk}", role)


@pytest.mark.parametrize("role", [one for one in roles() if one != "security_admin"])
def test_nobody_else_grants(staff: People, person: User, role: str) -> None:
    with pytest.raises(NotAllowed):
        grant_role(staff.actor(role), person.pk, role="planner", organisation=CITY)
    assert not person.appointments.exists()


def test_nobody_grants_to_oneself(staff: People) -> None:
    me = staff.users["security_admin"]
    with pytest.raises(NotAllowed):
        grant_role(staff.actor("security_admin"), me.pk, role="planner", organisation=CITY)
    assert me.appointments.count() == 1


@pytest.mark.parametrize(("first", "second"), list(permutations(POWERS, 2)))
def test_nobody_holds_two_powers(staff: People, person: User, first: str, second: str) -> None:
    grant_role(staff.actor("security_admin"), person.pk, role=first, organisation=CITY)
    with pytest.raises(Refusal, match="三员分立"):
        grant_role(staff.actor("security_admin"), person.pk, role=second, organisation=CITY)


@pytest.mark.parametrize("power", POWERS)
def test_an_administrator_holds_no_business_role_either_way_round(staff: People, person: User, power: str) -> None:
    admin = staff.actor("security_admin")
    held = grant_role(admin, person.pk, role=power, organisation=CITY)
    with pytest.raises(Refusal, match="不能兼任业务角色"):
        grant_role(admin, person.pk, role="planner", organisation=CITY)
    end_role(admin, held.pk, reason="x")
    grant_role(admin, person.pk, role="planner", organisation=CITY)
    with pytest.raises(Refusal, match="不能兼任业务角色"):
        grant_role(admin, person.pk, role=power, organisation=CITY)


def test_a_power_that_only_begins_tomorrow_counts_too(staff: People, person: User) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    Appointment.objects.create(
        user=person, role="audit_admin", organisation=staff.places[CITY], extent="all", since=tomorrow
    )
    with pytest.raises(Refusal, match="三员分立"):
        grant_role(staff.actor("security_admin"), person.pk, role="system_admin", organisation=CITY)


@pytest.mark.parametrize(
    "wanted",
    [
        {"role": "school_reporter", "organisation": CITY},
        {"role": "county_reviewer", "organisation": SCHOOLS[0]},
        {"role": "planner", "organisation": COUNTY},
        {"role": "county_reviewer", "organisation": COUNTY, "extent": "all"},
        {"role": "school_reporter", "organisation": SCHOOLS[0], "extent": "all"},
        {"role": "county_reviewer", "organisation": COUNTY, "extent": "custom"},
        {"role": "county_reviewer", "organisation": COUNTY, "extent": "below", "custom": (OTHER_COUNTY,)},
        {"role": "no_such_role", "organisation": CITY},
    ],
)
def test_wrong_places_and_reaches_are_refused(staff: People, person: User, wanted: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        grant_role(staff.actor("security_admin"), person.pk, **wanted)
    assert not person.appointments.exists()
    assert Event.objects.count() == 0


def test_a_custom_reach_is_what_was_named(staff: People, person: User) -> None:
    held = grant_role(
        staff.actor("security_admin"),
        person.pk,
        role="county_reviewer",
        organisation=COUNTY,
        extent="custom",
        custom=[COUNTY, OTHER_COUNTY],
    )
    assert {one.code for one in held.custom.all()} == {COUNTY, OTHER_COUNTY}


def test_unknown_and_closed_places_are_not_there(staff: People, person: User) -> None:
    Organisation.objects.everything("a test").filter(code=SCHOOLS[0]).update(active=False)
    for place in (SCHOOLS[0], "9999999999"):
        with pytest.raises(Http404):
            grant_role(staff.actor("security_admin"), person.pk, role="school_reporter", organisation=place)


def test_not_twice_not_to_who_is_off_not_until_yesterday(staff: People, person: User) -> None:
    admin = staff.actor("security_admin")
    grant_role(admin, person.pk, role="planner", organisation=CITY)
    with pytest.raises(Refusal):
        grant_role(admin, person.pk, role="planner", organisation=CITY)
    with pytest.raises(Refusal):
        grant_role(admin, person.pk, role="finance", organisation=CITY, until=timezone.localdate() - timedelta(days=1))
    User.objects.filter(pk=person.pk).update(is_active=False)
    with pytest.raises(Refusal):
        grant_role(admin, person.pk, role="finance", organisation=CITY)


def test_granted_again_on_the_day_it_ended(staff: People, person: User) -> None:
    admin = staff.actor("security_admin")
    first = grant_role(admin, person.pk, role="planner", organisation=CITY)
    end_role(admin, first.pk, reason="x")
    again = grant_role(admin, person.pk, role="planner", organisation=CITY)
    assert again.until is None
