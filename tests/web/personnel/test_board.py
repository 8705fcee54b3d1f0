"""The draft school by school: what leaves one arrives at another, and what is missing is counted."""

import pytest

from junheng.web.personnel.board import board_of, reasons
from junheng.web.personnel.editing import edit
from junheng.web.personnel.models import RotationDraft
from tests.web.personnel.ground import A

pytestmark = pytest.mark.django_db


def test_who_leaves_one_school_comes_to_another(draft: RotationDraft) -> None:
    board = board_of(draft, edit(draft), {A: "甲校"})
    schools = board.schools(board.going(range(3)), {"t1": "甲一明"})
    leaving = {who.code: who.now for one in schools for who in one.leaving}
    coming = {who.code: one.name for one in schools for who in one.coming}
    assert leaving == coming
    assert set(leaving) == set(draft.places)
    first = next(one for one in schools if one.code == A)
    assert (first.name, first.section_id, first.most_out) == ("甲校", "primary", "")
    assert sum(one.backbone[0] for one in schools) == sum(one.backbone[1] for one in schools)


def test_missing_teachers_are_those_of_the_engine(draft: RotationDraft) -> None:
    editing = edit(draft)
    board = board_of(draft, editing, {})
    schools = board.schools(board.going(range(3)), {})
    lacking = (editing.ground.county.need - editing.plan.have).clip(0)
    for post, one in enumerate(schools):
        assert sum(lack.now for lack in one.lacking) == int(lacking[post].sum())


def test_a_person_says_why(draft: RotationDraft) -> None:
    editing = edit(draft)
    draft.locked = ["t3"]
    board = board_of(draft, editing, {})
    (who,) = board.people([editing.teacher("t3")], {"t3": "丙三华"})
    assert (who.name, who.moves, who.locked) == ("丙三华", False, True)
    assert who.why in {one.zh for one in reasons(editing)}
    may = next(code for code in ("t9", "t7", "t6", "t4", "t2") if code not in draft.places)
    (other,) = board.people([editing.teacher(may)], {})
    assert other.why == "可以交流"
    mover = next(iter(draft.places))
    (gone,) = board.people([editing.teacher(mover)], {})
    assert gone.moves
    assert gone.why in {"按需安排", "第 1 志愿", "第 2 志愿"}
