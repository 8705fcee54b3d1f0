"""A draft is solved from a frozen copy, checked, and says why when it cannot be."""

from datetime import date

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.work import work_on
from junheng.web.personnel.actions.edit_draft import place_teacher
from junheng.web.personnel.actions.lock_teacher import lock_teacher
from junheng.web.personnel.actions.set_parameters import set_parameters
from junheng.web.personnel.actions.solve_draft import run, solve_again, solve_draft
from junheng.web.personnel.given import weights_in
from junheng.web.personnel.models import RotationDraft, RotationRound, Teacher
from tests.web.personnel.ground import A, B


def test_the_answer_has_its_bound_and_its_places(draft: RotationDraft) -> None:
    assert draft.status in {"optimal", "within_gap"}
    assert draft.objective is not None
    assert draft.bound is not None
    assert draft.bound <= draft.objective + 1e-6
    assert draft.result is not None
    assert set(draft.places) == {one["teacher_id"] for one in draft.result["placements"]}
    assert Event.objects.get(verb="rotation.drafted").after["movers"] == len(draft.places)


def test_done_twice_it_is_one_answer(draft: RotationDraft) -> None:
    assert draft.job is not None
    assert run(work_on(draft.job)) == {"href": f"/desk/rotation/drafts/{draft.pk}/"}
    assert Event.objects.filter(verb="rotation.drafted").count() == 1


def test_the_same_question_while_it_waits_is_the_same_draft(officer: Actor, drafting: RotationRound) -> None:
    first = solve_draft(officer, drafting.pk, 1.0)
    RotationDraft.objects.everything("test").update(result=None)
    assert solve_draft(officer, drafting.pk, 1.0).pk == first.pk
    assert solve_draft(officer, drafting.pk, 2.0).number == 2


def test_what_changes_later_changes_no_frozen_draft(officer: Actor, drafting: RotationRound) -> None:
    asked = solve_draft(officer, drafting.pk, 1.0)
    RotationDraft.objects.everything("test").update(result=None)
    Teacher.objects.everything("test").filter(code="t1").update(code="t1x")
    assert asked.job is not None
    run(work_on(asked.job))
    result = RotationDraft.objects.everything("test").get(pk=asked.pk).result
    assert result is not None
    assert "t1x" not in str(result["placements"])
    assert solve_draft(officer, drafting.pk, 1.0).digest != asked.digest


def test_a_clash_is_told_in_words(officer: Actor, drafting: RotationRound) -> None:
    form = {"commute.cap": "1", "commute.cap.source": "试算"}
    set_parameters(officer, drafting.pk, form, revision=drafting.revision)
    asked = solve_draft(officer, drafting.pk, 1.0)
    assert asked.job is not None
    run(work_on(asked.job))
    asked.refresh_from_db()
    assert (asked.status, asked.solved, asked.places) == ("infeasible", False, {})
    assert asked.result is not None
    reason = asked.result["counties"][0]["reason"]
    assert "cap" in reason["rules"]
    assert reason["zh"] != reason["en"]


def test_only_a_drafting_round_is_solved(officer: Actor, wishing: RotationRound) -> None:
    with pytest.raises(Refusal, match="填报志愿"):
        solve_draft(officer, wishing.pk, 1.0)


def test_tables_that_no_longer_fit_are_refused(officer: Actor, drafting: RotationRound) -> None:
    Teacher.objects.everything("test").filter(code="t1").update(facts={"subject": "俄语", "backbone": "1"})
    with pytest.raises(Refusal, match="俄语"):
        solve_draft(officer, drafting.pk, 1.0)


def solved_again(officer: Actor, base: RotationDraft, keep: str = "locked") -> RotationDraft:
    asked = solve_again(officer, base.pk, keep, 1.0, revision=base.revision)
    assert asked.job is not None
    run(work_on(asked.job))
    return RotationDraft.objects.everything("test").get(pk=asked.pk)


def test_solved_again_the_locked_and_the_edited_stay(officer: Actor, draft: RotationDraft) -> None:
    lock_teacher(officer, draft.pk, "t8", locked=True, revision=1)
    edited = place_teacher(officer, draft.pk, "t9", A, revision=1)
    made = solved_again(officer, edited, "edited")
    assert (made.base_id, made.locked, made.number) == (draft.pk, ["t8", "t9"], 2)
    assert made.places["t9"] == A
    assert "t8" not in made.places
    assert made.result is not None
    (row,) = (one for one in made.result["placements"] if one["teacher_id"] == "t9")
    assert row["why"]["zh"].startswith("按人工锁定的安排")
    assert Event.objects.filter(verb="rotation.draft").order_by("pk").last().after["held"] == 2  # type: ignore[union-attr]
    freed = lock_teacher(officer, made.pk, "t9", locked=False, revision=1)
    assert solved_again(officer, freed).locked == ["t8"]


def test_locks_against_the_rules_are_told_by_name(officer: Actor, draft: RotationDraft) -> None:
    with pytest.raises(Refusal, match="没有锁定或修改过"):
        solve_again(officer, draft.pk, "locked", 1.0, revision=1)
    lock_teacher(officer, draft.pk, "t3", locked=True, revision=1)
    RotationDraft.objects.everything("test").filter(pk=draft.pk).update(places={**draft.places, "t3": B})
    with pytest.raises(Refusal, match=f"“t3”不能锁定在学校“{B}”：该教师不符合交流条件"):
        solve_again(officer, draft.pk, "locked", 1.0, revision=1)
    with pytest.raises(Refusal):
        solve_again(officer, draft.pk, "everybody", 1.0, revision=1)


def test_weights_of_one_solve_are_the_draft_s_own(officer: Actor, drafting: RotationRound) -> None:
    weights = weights_in({"weight.wish": "9", "weight.source": "局务会"}, drafting, date(2026, 5, 1))
    made = solve_draft(officer, drafting.pk, 1.0, weights)
    assert made.values == {"weight.wish": {"value": 9.0, "source": "局务会", "on": "2026-05-01"}}
    drafting.refresh_from_db()
    assert drafting.given == {}
    assert made.job is not None
    run(work_on(made.job))
    made.refresh_from_db()
    assert made.result is not None
    assert made.result["weights"]["wish"] == 9
