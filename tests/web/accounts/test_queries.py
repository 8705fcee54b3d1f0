"""Queries tell nobody what is out of reach."""

import pytest
from django.http import Http404

from junheng.web.accounts import queries
from junheng.web.accounts.models import User
from junheng.web.accounts.reach import SYSTEM, Actor
from tests.web.people import CITY, COUNTY, SCHOOLS, People


def test_only_who_manages_finds_organisations(staff: People) -> None:
    assert queries.organisations(staff.actor("system_admin")).count() == len(staff.places)
    assert queries.organisations(SYSTEM).count() == len(staff.places)
    for actor in (Actor(), staff.actor("city_statistician"), staff.actor("security_admin")):
        assert not queries.organisations(actor).exists()
        assert not queries.counties(actor).exists()
        assert not queries.below(actor, staff.places[COUNTY]).exists()
        with pytest.raises(Http404):
            queries.organisation_of(actor, CITY)


def test_only_who_sees_accounts_finds_people(staff: People) -> None:
    for actor in (Actor(), staff.actor("city_statistician"), staff.actor("audit_admin")):
        assert not queries.people(actor).exists()
        with pytest.raises(Http404):
            queries.person_of(actor, staff.users["planner"].pk)
    assert queries.people(staff.actor("security_admin")).count() == User.objects.count()


def test_places_are_those_one_may_grant_on(staff: People) -> None:
    found = queries.places(staff.actor("security_admin"), [SCHOOLS[1], COUNTY, SCHOOLS[1]])
    assert [one.code for one in found] == [SCHOOLS[1], COUNTY]
    for actor, codes in ((staff.actor("system_admin"), [COUNTY]), (staff.actor("security_admin"), [COUNTY, "x"])):
        with pytest.raises(Http404):
            queries.places(actor, codes)


def test_demo_accounts_are_none_outside_a_demo(staff: People) -> None:
    User.objects.create_user("demo-x", "x", demo=True)
    assert queries.demo_accounts() == ()
