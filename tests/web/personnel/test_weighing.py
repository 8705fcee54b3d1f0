"""Schools to go to: the allowed and cheapest first, each with its rules, points and dispersions."""

import pytest

from junheng.web.personnel.board import Board, board_of
from junheng.web.personnel.editing import edit
from junheng.web.personnel.models import RotationDraft
from junheng.web.personnel.weighing import facts, places, signed, spread_now
from tests.web.personnel.ground import A, B, C

pytestmark = pytest.mark.django_db


def board(draft: RotationDraft) -> Board:
    return board_of(draft, edit(draft), {A: "甲校", B: "乙校", C: "丙校"})


def test_allowed_schools_come_first_and_cheaper_ones_before(draft: RotationDraft) -> None:
    held = board(draft)
    found = places(held, held.editing.teacher("t9"), {})
    assert {one.code for one in found} < {A, B, C}
    allowed = [float(one.points) for one in found if not one.barred]
    assert allowed == sorted(allowed)
    assert all(one.better == (float(one.points) < 0) for one in found if one.points != "0.00")
    barred = places(held, held.editing.teacher("t3"), {})
    assert all("该教师不符合交流条件或暂不交流" in one.barred for one in barred)


def test_who_moves_may_stay_at_home(draft: RotationDraft) -> None:
    held = board(draft)
    code = next(iter(draft.places))
    home = [one for one in places(held, held.editing.teacher(code), {}) if one.home]
    assert [one.code for one in home] == [held.editing.home(held.editing.teacher(code))]


def test_facts_tell_wishes_by_name(draft: RotationDraft) -> None:
    held = board(draft)
    told = dict(facts(held, held.editing.teacher("t1")))
    assert told["志愿"] == "乙校、丙校"
    assert (told["骨干"], told["在校年数"]) == ("是", "8")
    assert all(float(one) >= 0 for one in spread_now(held, 0))


def test_points_have_a_sign_unless_they_do_not_show() -> None:
    assert [signed(one) for one in (1.234, -2.0, 0.004, -0.0)] == ["+1.23", "-2.00", "0.00", "0.00"]
