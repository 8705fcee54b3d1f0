"""Two plans side by side."""

from junheng.web.workbench.actions.draw_plan import copy_plan
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.comparing import compared
from junheng.web.workbench.models import ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS, B


def test_a_moved_copy_differs_in_its_moves(staff: People, plan: ZonePlan) -> None:
    actor = staff.actor("planner")
    copy = copy_plan(actor, plan.pk, "副本")
    held, editing = move_areas(actor, copy.pk, [AREAS[1], AREAS[9]], B, revision=1)
    for asked in ("today", str(plan.pk)):
        found = compared(held, editing, [plan], asked)
        assert found is not None
        assert (found.areas, found.pupils) == (2, 24)
        assert found.differences[0] == ("第1街道2号片区", 12, "样例第2小学", "样例第1小学")
        assert tuple(one.value for one in found.tiles[0]) == ("24", "0")
    assert compared(held, editing, [plan], "") is None
    assert compared(held, editing, [plan], "999") is None
