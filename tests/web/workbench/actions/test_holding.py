"""A plan is held only by whoever may, as it is, at the revision that was seen."""

import pytest
from django.db import transaction
from django.http import Http404

from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.workbench.actions.holding import hold, keep
from junheng.web.workbench.models import PlanState, ZonePlan
from tests.web.people import People


def test_out_of_reach_is_not_there(staff: People, plan: ZonePlan) -> None:
    for role in ("inspector", "county_reviewer", "finance", "school_reporter"):
        with transaction.atomic(), pytest.raises(Http404):
            hold(staff.actor(role), plan.pk, plan.revision)


def test_an_old_revision_is_stale(staff: People, plan: ZonePlan) -> None:
    with transaction.atomic():
        keep(hold(staff.actor("planner"), plan.pk, 1))
    with transaction.atomic(), pytest.raises(Stale):
        hold(staff.actor("planner"), plan.pk, 1)
    with transaction.atomic():
        assert hold(staff.actor("planner"), plan.pk, 2).revision == 2


@pytest.mark.parametrize("state", [PlanState.HEARING, PlanState.ADOPTED, PlanState.WITHDRAWN])
def test_only_a_draft_is_changed(staff: People, plan: ZonePlan, state: PlanState) -> None:
    ZonePlan.objects.everything("test").update(state=state)
    with transaction.atomic(), pytest.raises(Refusal) as fault:
        hold(staff.actor("planner"), plan.pk, plan.revision)
    assert fault.value.status == 409
