"""From draft to hearing to adoption, and out again; nothing else."""

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.workbench.actions.decide_plan import decide_plan
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.models import PlanState, ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS, B


def test_a_plan_is_heard_then_adopted_then_withdrawn(staff: People, plan: ZonePlan) -> None:
    actor = staff.actor("planner")
    heard = decide_plan(actor, plan.pk, PlanState.HEARING, revision=1, reason="会议纪要")
    assert heard.heard_from is not None
    with pytest.raises(Refusal):
        move_areas(actor, plan.pk, [AREAS[1]], B, revision=2)
    adopted = decide_plan(actor, plan.pk, PlanState.ADOPTED, revision=2)
    assert adopted.decided_at is not None
    decide_plan(actor, plan.pk, PlanState.WITHDRAWN, revision=3)
    assert list(Event.objects.filter(target=f"zone_plan:{plan.pk}").values_list("verb", "reason")) == [
        ("zones.draw", ""),
        ("zones.hear", "会议纪要"),
        ("zones.adopt", ""),
        ("zones.withdraw", ""),
    ]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("draft", "adopted"),
        ("hearing", "hearing"),
        ("adopted", "hearing"),
        ("adopted", "adopted"),
        ("withdrawn", "hearing"),
        ("withdrawn", "withdrawn"),
    ],
)
def test_other_ways_are_closed(staff: People, plan: ZonePlan, now: str, then: str) -> None:
    ZonePlan.objects.everything("test").update(state=now)
    with pytest.raises(Refusal):
        decide_plan(staff.actor("planner"), plan.pk, PlanState(then), revision=1)


def test_who_may_not_hear_and_who_comes_late(staff: People, plan: ZonePlan) -> None:
    with pytest.raises(Http404):
        decide_plan(staff.actor("inspector"), plan.pk, PlanState.HEARING, revision=1)
    with pytest.raises(Stale):
        decide_plan(staff.actor("planner"), plan.pk, PlanState.HEARING, revision=7)
