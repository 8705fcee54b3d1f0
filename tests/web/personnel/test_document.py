"""The document of a draft with its edits."""

from junheng.web.accounts.reach import Actor
from junheng.web.personnel.actions.edit_draft import place_teacher, undo_edit
from junheng.web.personnel.document import checked, document
from junheng.web.personnel.models import RotationDraft
from tests.web.personnel.ground import A


def test_an_edit_is_in_the_document_and_undone_it_is_as_solved(officer: Actor, draft: RotationDraft) -> None:
    assert document(draft) is draft.result
    assert checked(draft) == ()
    held = place_teacher(officer, draft.pk, "t9", A, revision=1)
    found = document(held)
    assert {one["teacher_id"] for one in found["placements"]} == set(draft.places) | {"t9"}
    assert found["bound"] == draft.bound
    back = document(undo_edit(officer, draft.pk, revision=2))
    assert draft.result is not None
    assert abs(back["objective"] - draft.result["objective"]) < 1e-9
    assert [one["teacher_id"] for one in back["placements"]] == [
        one["teacher_id"] for one in draft.result["placements"]
    ]


def test_the_checker_sees_a_share_that_is_not_reached(draft: RotationDraft) -> None:
    draft.places, draft.revision = {"t6": A}, 99
    assert any("backbone" in one for one in checked(draft))
