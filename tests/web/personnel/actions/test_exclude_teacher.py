"""Exclusions: with a reason, by whom and when, withdrawn but kept."""

import pytest
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.exclude_teacher import exclude_teacher, include_teacher
from junheng.web.personnel.models import Exclusion, RotationRound, Teacher
from junheng.web.personnel.pseudonymous import teachers_table
from tests.web.people import People


def _pk(code: str) -> int:
    return Teacher.objects.everything("test").get(code=code).pk


def test_an_exclusion_counts_and_withdrawn_it_does_not(officer: Actor, collected: RotationRound) -> None:
    made = exclude_teacher(officer, _pk("t4"), "  照顾患病家属 ")
    assert (made.reason, made.by_id) == ("照顾患病家属", officer.user_id)
    assert dict(teachers_table(collected).select("teacher_id", "exclusion").rows())["t4"]
    held = include_teacher(officer, _pk("t4"))
    assert held.withdrawn_by_id == officer.user_id
    assert not dict(teachers_table(collected).select("teacher_id", "exclusion").rows())["t4"]
    assert Exclusion.objects.everything("test").filter(teacher__code="t4").count() == 1
    said = [str(one.after) for one in Event.objects.filter(verb__in=("rotation.exclude", "rotation.include"))]
    assert said == ["{'teacher': 't4'}"] * 2


def test_what_cannot_be_said_is_refused(staff: People, officer: Actor, collected: RotationRound) -> None:
    with pytest.raises(Refusal, match="原因"):
        exclude_teacher(officer, _pk("t4"), " ")
    with pytest.raises(Refusal, match="已经登记"):
        exclude_teacher(officer, _pk("t3"), "再一次")
    with pytest.raises(Refusal, match="没有登记"):
        include_teacher(officer, _pk("t4"))
    with pytest.raises(Http404):
        exclude_teacher(staff.actor("school_reporter"), _pk("t4"), "x")


def test_a_draft_step_keeps_its_exclusions(officer: Actor, drafting: RotationRound) -> None:
    with pytest.raises(Refusal, match="拟定方案"):
        exclude_teacher(officer, _pk("t4"), "迟了")
