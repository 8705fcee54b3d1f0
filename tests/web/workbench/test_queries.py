"""Who sees which plans."""

import pytest
from django.http import Http404
from pytest_django import DjangoAssertNumQueries

from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.portal.models import Edition
from junheng.web.workbench import queries
from junheng.web.workbench.models import PlanningBase, ZonePlan
from tests.web.people import COUNTY, People


def test_plans_are_seen_by_reach(staff: People, plan: ZonePlan) -> None:
    seen = {name for name in staff.users if queries.plans(staff.actor(name))}
    assert seen == {"planner", "inspector", "county_reviewer"}
    with pytest.raises(Http404):
        queries.plan_of(staff.actor("other_reviewer"), plan.pk)
    assert queries.plan_of(staff.actor("county_reviewer"), plan.pk) == plan
    assert queries.plans(Actor()) == queries.plans(SYSTEM) == []


def test_the_public_sees_what_is_heard(plan: ZonePlan) -> None:
    assert queries.public_plans() == []
    with pytest.raises(Http404):
        queries.public_plan(plan.pk)
    ZonePlan.objects.everything("test").update(state="adopted")
    assert queries.public_plans() == [plan]
    assert queries.public_plan(plan.pk) == plan


def test_bases_counties_and_what_is_not_there(staff: People, base: PlanningBase) -> None:
    assert queries.bases() == [base]
    with pytest.raises(Http404):
        queries.base_of(base.pk + 1)
    assert COUNTY in [one.code for one in queries.counties(staff.actor("planner"), "plan.draw")]
    assert queries.counties(staff.actor("inspector"), "plan.draw") == []
    assert queries.reported(2025, COUNTY, "primary") == {}
    assert queries.studies(staff.actor("planner")) == []


def test_reported_values_come_from_the_edition_in_force(
    published: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    held = queries.reported(2025, COUNTY, "primary")
    assert held["2141000002"][1]["L5"] == 4.0
    assert held["2141000001"][0] > 0
    with django_assert_num_queries(1):
        assert queries.reported(2025, COUNTY, "primary") is held
    Edition.objects.update(current=False)
    assert queries.reported(2025, COUNTY, "primary") == {}
