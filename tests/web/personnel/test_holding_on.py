"""Whom solving again leaves where the draft has them."""

import polars as pl

from junheng.web.accounts.reach import Actor
from junheng.web.personnel.actions.edit_draft import place_teacher, undo_edit
from junheng.web.personnel.actions.lock_teacher import lock_teacher
from junheng.web.personnel.holding_on import EDITED, LOCKED, held_in, kept, with_held
from junheng.web.personnel.models import RotationDraft
from tests.web.personnel.ground import A, B


def test_the_locked_or_the_edited_too(officer: Actor, draft: RotationDraft) -> None:
    held = lock_teacher(officer, draft.pk, "t8", locked=True, revision=1)
    assert kept(held, EDITED) == ["t8"]
    held = place_teacher(officer, draft.pk, "t9", A, revision=1)
    assert (kept(held, LOCKED), kept(held, EDITED)) == (["t8"], ["t8", "t9"])
    undo_edit(officer, draft.pk, revision=2)
    assert kept(held, EDITED) == ["t8"]


def test_a_table_holds_them_where_they_go_or_at_home() -> None:
    table = pl.DataFrame({"teacher_id": ["x", "y", "z"], "school_code": [A, A, B]})
    held = with_held(table, ["x", "z"], {"x": B})
    assert held["held_at"].to_list() == [B, "", B]
    assert held_in(held) == ["x", "z"]
    assert held_in(table) == []
