"""The numbers at the head of the editor follow the edits."""

import pytest

from junheng.web.personnel.actions.edit_draft import place_teacher
from junheng.web.personnel.board import Board, board_of
from junheng.web.personnel.editing import edit, tried
from junheng.web.personnel.headline import evenness, tiles
from junheng.web.personnel.models import RotationDraft
from junheng.web.personnel.weighing import signed
from tests.web.people import People
from tests.web.personnel.ground import A, B

pytestmark = pytest.mark.django_db


def board(draft: RotationDraft) -> Board:
    return board_of(draft, edit(draft), {})


def test_as_solved_nothing_is_changed(draft: RotationDraft) -> None:
    found = {one.title: one for one in tiles(board(draft))}
    assert found["人工修改增减"].value == "0.00"
    assert found["人工修改增减"].look == ""
    assert found["目标值"].value == f"{draft.objective:,.2f}"
    heads = sum(code.startswith("h") for code in draft.places)
    assert found["交流教师"].value == str(len(draft.places) - heads)


def test_an_edit_changes_the_points_by_what_it_was_said_to(staff: People, draft: RotationDraft) -> None:
    editing = edit(draft)
    to = A if editing.place(editing.teacher("t9")) != A else B
    number = editing.teacher("t9")
    added = tried(editing, number, editing.post(number, to)).change.points
    place_teacher(staff.actor("personnel"), draft.pk, "t9", to, revision=1)
    draft.refresh_from_db()
    found = {one.title: one for one in tiles(board(draft))}
    assert found["人工修改增减"].value == signed(added)
    assert found["人工修改增减"].look == ("worse" if added > 0 else "good")


def test_dispersions_before_and_in_the_draft(draft: RotationDraft) -> None:
    found = evenness(board(draft))
    assert [one.title for one in found] == ["骨干教师", "高于规定学历教师"]
    assert all(one.section == "小学" and len(one.today) == 6 for one in found)
