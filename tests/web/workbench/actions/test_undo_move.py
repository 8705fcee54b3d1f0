"""Undo and redo are each other's inverse, whatever was done before."""

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.lock_areas import lock_areas
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.actions.undo_move import redo_move, undo_move
from junheng.web.workbench.models import ZoneMove, ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS, A, B, C

STEPS = (([1], B), ([9, 1], C), ([2, 3], B), ([1, 2], A))


def zones() -> dict[str, str]:
    held: dict[str, str] = ZonePlan.objects.everything("test").get().zones
    return held


def revision() -> int:
    return ZonePlan.objects.everything("test").get().revision


def test_undoing_all_gives_back_the_beginning_and_redoing_all_the_end(staff: People, plan: ZonePlan) -> None:
    actor, seen = staff.actor("planner"), [plan.zones]
    for areas, school in STEPS:
        held, _ = move_areas(actor, plan.pk, [AREAS[at] for at in areas], school, revision=revision())
        seen.append(held.zones)
    for before in reversed(seen[:-1]):
        held, editing = undo_move(actor, plan.pk, revision=revision())
        assert held.zones == zones() == before
        assert [editing.board.schools[at] for at in editing.plan] == [before[area] for area in AREAS]
    with pytest.raises(Refusal):
        undo_move(actor, plan.pk, revision=revision())
    for after in seen[1:]:
        assert redo_move(actor, plan.pk, revision=revision())[0].zones == zones() == after
    with pytest.raises(Refusal):
        redo_move(actor, plan.pk, revision=revision())


def test_a_new_move_ends_what_could_be_redone(staff: People, plan: ZonePlan) -> None:
    actor = staff.actor("planner")
    move_areas(actor, plan.pk, [AREAS[1]], B, revision=1)
    undo_move(actor, plan.pk, revision=2)
    move_areas(actor, plan.pk, [AREAS[2]], C, revision=3)
    with pytest.raises(Refusal):
        redo_move(actor, plan.pk, revision=4)
    undo_move(actor, plan.pk, revision=4)
    redo_move(actor, plan.pk, revision=5)
    assert zones() == {**plan.zones, AREAS[2]: C}
    told = ZoneMove.objects.everything("test").values_list("number", "undone", "dropped")
    assert list(told) == [(1, True, True), (2, False, False)]


def test_an_area_locked_since_stays(staff: People, plan: ZonePlan) -> None:
    actor = staff.actor("planner")
    move_areas(actor, plan.pk, [AREAS[1]], B, revision=1)
    lock_areas(actor, plan.pk, [AREAS[1]], locked=True, revision=2)
    with pytest.raises(Refusal) as fault:
        undo_move(actor, plan.pk, revision=3)
    assert "第1街道2号片区" in fault.value.why.zh
    assert zones()[AREAS[1]] == B
