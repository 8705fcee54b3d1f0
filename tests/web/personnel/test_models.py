"""Rows say what they are."""

from junheng.web.personnel.models import RotationDraft, RotationRound, Teacher


def test_names_are_found_by_their_look_up_alone() -> None:
    held = Teacher(code="t1", name="甲", identity="").look_up()
    assert held.name_lookup
    assert held.name_lookup == Teacher(name="甲").look_up().name_lookup
    assert held.identity_lookup == ""


def test_a_draft_is_put_forward_as_it_was_shown() -> None:
    draft = RotationDraft(revision=2, proposed=1, result={}, status="optimal")
    assert not draft.put_forward
    assert draft.solved
    assert not RotationDraft(result={}, status="infeasible").solved
    assert not RotationRound().imported
