"""A move does what it says, once, and tells."""

import pytest

from junheng.seats.zoning.editing import begin
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.workbench.actions.lock_areas import lock_areas
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.editing import as_array, land_for
from junheng.web.workbench.models import ZoneMove, ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS, A, B, C


def test_areas_go_to_the_school_and_the_numbers_are_those_of_a_fresh_count(staff: People, plan: ZonePlan) -> None:
    held, editing = move_areas(staff.actor("planner"), plan.pk, [AREAS[1], AREAS[9]], B, revision=1)
    stored = ZonePlan.objects.everything("test").get()
    assert stored.revision == held.revision == 2
    assert stored.zones == {**plan.zones, AREAS[1]: B, AREAS[9]: B}
    fresh = begin(editing.board, as_array(land_for(stored), stored.zones))
    assert (fresh.standing.sums == editing.standing.sums).all()
    assert (fresh.standing.pupils == editing.standing.pupils).all()
    move = ZoneMove.objects.everything("test").get()
    assert (move.number, move.areas, move.to_school) == (1, {AREAS[1]: A, AREAS[9]: A}, B)
    event = Event.objects.get(verb="zones.move")
    assert event.username == "planner"
    assert event.path == plan.organisation.path


def test_two_at_once_one_is_stale_and_changes_nothing(staff: People, plan: ZonePlan) -> None:
    move_areas(staff.actor("planner"), plan.pk, [AREAS[1]], B, revision=1)
    with pytest.raises(Stale):
        move_areas(staff.actor("planner"), plan.pk, [AREAS[2]], C, revision=1)
    assert ZonePlan.objects.everything("test").get().zones == {**plan.zones, AREAS[1]: B}


@pytest.mark.parametrize(
    ("areas", "school"), [([], B), ([AREAS[0]], ""), ([AREAS[0]], "x"), (["x"], B), ([AREAS[0], ""], B)]
)
def test_what_is_not_there_is_refused(staff: People, plan: ZonePlan, areas: list[str], school: str) -> None:
    with pytest.raises(Refusal) as fault:
        move_areas(staff.actor("planner"), plan.pk, areas, school, revision=1)
    assert fault.value.status == 422
    assert ZonePlan.objects.everything("test").get().revision == 1


def test_a_schools_own_area_and_a_locked_one_stay_with_a_reason_in_names(staff: People, plan: ZonePlan) -> None:
    with pytest.raises(Refusal) as own:
        move_areas(staff.actor("planner"), plan.pk, [AREAS[4]], B, revision=1)
    assert own.value.why.zh == "样例第1小学 就在片区 第2街道1号片区 里"
    lock_areas(staff.actor("planner"), plan.pk, [AREAS[1]], locked=True, revision=1)
    with pytest.raises(Refusal) as locked:
        move_areas(staff.actor("planner"), plan.pk, [AREAS[0], AREAS[1]], B, revision=2)
    assert "第1街道2号片区 已锁定" in locked.value.why.zh
    assert not ZoneMove.objects.everything("test").exists()


def test_a_move_that_moves_nothing_is_no_move(staff: People, plan: ZonePlan) -> None:
    held, editing = move_areas(staff.actor("planner"), plan.pk, [AREAS[0]], A, revision=1)
    assert held.revision == 1
    assert editing.touched == ()
    assert not ZoneMove.objects.everything("test").exists()
