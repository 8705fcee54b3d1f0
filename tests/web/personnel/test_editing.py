"""An edit tried before it is made."""

import numpy as np

from junheng.web.personnel.editing import COUNTED, after_of, costs, edit, places_of, standing, tried
from junheng.web.personnel.models import RotationDraft
from tests.web.personnel.ground import A, C


def test_places_go_to_the_engine_and_back(draft: RotationDraft) -> None:
    editing = edit(draft)
    assert places_of(editing.ground, editing.plan.after) == draft.places
    assert np.array_equal(after_of(editing.ground, draft.places), editing.plan.after)
    one = editing.teacher("t9")
    assert (editing.home(one), editing.place(one)) == (C, draft.places.get("t9", C))


def test_what_bars_and_what_is_counted_are_apart(draft: RotationDraft) -> None:
    editing = edit(draft)
    excluded = editing.teacher("t3")
    assert [one.rule for one in tried(editing, excluded, editing.post(excluded, C)).barred] == ["eligible"]
    free = editing.teacher("t9")
    found = tried(editing, free, editing.post(free, A))
    assert found.barred == ()
    assert {one.rule for one in found.counted} <= COUNTED
    assert costs(draft, free, editing.post(free, A)) is not None
    assert costs(draft, excluded, editing.post(excluded, C)) is None


def test_a_solved_draft_stands_and_an_empty_one_does_not(draft: RotationDraft) -> None:
    assert standing(edit(draft)) == ()
    draft.places = {}
    assert "share" in {one.rule for one in standing(edit(draft))}
