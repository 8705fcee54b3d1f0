"""What is shown is what a fresh count says."""

import json

import pytest

from junheng.seats.zoning.editing import move, whole_numbers
from junheng.web.workbench import showing
from junheng.web.workbench.actions.move_areas import move_areas
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZonePlan
from tests.web.people import People
from tests.web.workbench.ground import AREAS, B


def tile(found: list[showing.Tile], id_: str) -> showing.Tile:
    return next(one for one in found if one.id == id_)


def test_today_nobody_changes_school(plan: ZonePlan, land: Land) -> None:
    found = showing.tiles(land, showing.today_of(land))
    assert tile(found, "changing").value == "0"
    assert tile(found, "pupils").value == "144"
    assert tile(found, "pupils").note == "学位 270，余 126"
    assert tile(found, "broken").look == "good"


def test_a_move_is_counted_in_pupils_and_a_cut_off_area_is_told(plan: ZonePlan, land: Land) -> None:
    moved = move(showing.today_of(land), [0, 8], land.school_number[B])
    found = showing.tiles(land, moved)
    assert (tile(found, "changing").value, tile(found, "changing").note) == ("24", "16.7%")
    assert (tile(found, "broken").value, tile(found, "broken").note) == ("1", "2 个片区被隔开")
    assert tile(found, "broken").look == "worse"
    row = showing.rows(land, moved, [land.school_number[B]])[0]
    assert dict(zip(showing.columns(), row.cells, strict=True))["学生"] == "60"
    assert row.look == "broken"


def test_an_overfull_school_is_marked(land: Land) -> None:
    moved = move(showing.today_of(land), [2, 10, 3, 11], 0)
    row = showing.rows(land, moved, [0])[0]
    assert row.cells[:3] == ("120", "90", "-30")
    assert row.look == "over"
    assert tile(showing.tiles(land, moved), "overfull").look == "worse"


def test_the_answer_is_plain_json_with_only_what_was_touched(staff: People, plan: ZonePlan) -> None:
    held, editing = move_areas(staff.actor("planner"), plan.pk, [AREAS[1]], B, revision=1)
    found = json.loads(json.dumps(showing.answer(held, editing)))
    assert found["revision"] == 2
    assert [one["at"] for one in found["schools"]] == [0, 1]
    assert found["zones"][1] == 1
    assert (found["undo"], found["redo"]) == (True, False)
    assert found["history"][0]["words"].startswith("1. 第1街道2号片区 → 样例第2小学")
    assert len(showing.answer(held, editing, whole=True)["schools"]) == 3
    whole = whole_numbers(editing.board, editing.standing)
    assert tile([showing.Tile(**one) for one in found["tiles"]], "changing").value == showing.count(whole.changing)


@pytest.mark.parametrize(("value", "words"), [(None, "—"), (0.0, "0米"), (1234.6, "1,235米")])
def test_metres_in_words(value: float | None, words: str) -> None:
    assert showing.metres(value) == words


def test_a_share_in_words() -> None:
    assert showing.percent(None) == "—"
    assert showing.percent(0.1234) == "12.3%"
