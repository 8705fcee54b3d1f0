"""Plans begin as today's map or as another plan, for whoever may draw there."""

import pytest
from django.http import Http404

from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.draw_plan import copy_plan, draw_plan
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.models import PlanningBase, ZonePlan
from tests.web.people import COUNTY, OTHER_COUNTY, People
from tests.web.workbench.ground import AREAS, ZONES, B


def test_a_plan_begins_as_todays_map(staff: People, plan: ZonePlan) -> None:
    assert plan.zones == dict(zip(AREAS, ZONES, strict=True))
    assert plan.owner == staff.users["planner"]
    assert plan.state == "draft"


def test_a_copy_begins_as_its_parent_and_leaves_it_alone(staff: People, plan: ZonePlan) -> None:
    actor = staff.actor("planner")
    moved, _ = move_areas(actor, plan.pk, [AREAS[1]], B, revision=1)
    copy = copy_plan(actor, plan.pk, "副本")
    assert copy.zones == moved.zones
    assert (copy.parent_id, copy.revision) == (plan.pk, 1)
    move_areas(actor, copy.pk, [AREAS[2]], ZONES[3], revision=1)
    assert ZonePlan.objects.everything("test").get(pk=plan.pk).zones == moved.zones


def test_nobody_draws_out_of_reach_or_without_ground(staff: People, base: PlanningBase) -> None:
    for role in ("inspector", "county_reviewer"):
        with pytest.raises(Http404):
            draw_plan(staff.actor(role), base, COUNTY, "primary", "x")
    for county, section, name in ((OTHER_COUNTY, "primary", "x"), (COUNTY, "senior", "x"), (COUNTY, "primary", "  ")):
        with pytest.raises(Refusal) as fault:
            draw_plan(staff.actor("planner"), base, county, section, name)
        assert fault.value.status == 422
    assert not ZonePlan.objects.everything("test").exists()
