"""A draft is solved from a frozen copy, checked, and says why when it cannot be."""

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.work import work_on
from junheng.web.personnel.actions.set_parameters import set_parameters
from junheng.web.personnel.actions.solve_draft import run, solve_draft
from junheng.web.personnel.models import RotationDraft, RotationRound, Teacher


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
