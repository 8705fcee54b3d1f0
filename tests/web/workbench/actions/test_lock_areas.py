"""Locks come and go, and are told."""

from typing import Any

import pytest

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.lock_areas import lock_areas
from junheng.web.workbench.models import ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS


def test_areas_are_locked_and_unlocked(staff: People, plan: ZonePlan) -> None:
    actor = staff.actor("planner")
    held, editing = lock_areas(actor, plan.pk, [AREAS[2], AREAS[0]], locked=True, revision=1)
    assert held.locked == [AREAS[0], AREAS[2]]
    assert editing.locked == {0, 2}
    held, editing = lock_areas(actor, plan.pk, [AREAS[0]], locked=False, revision=2)
    assert ZonePlan.objects.everything("test").get().locked == [AREAS[2]]
    assert editing.locked == {2}
    told: list[Any] = list(Event.objects.filter(verb__startswith="zones.l").values_list("after", flat=True))
    assert told == [{"areas": 2}]


@pytest.mark.parametrize("areas", [[], ["x"]])
def test_only_areas_that_are_there(staff: People, plan: ZonePlan, areas: list[str]) -> None:
    with pytest.raises(Refusal):
        lock_areas(staff.actor("planner"), plan.pk, areas, locked=True, revision=1)
