"""Wishes: ranked, checked, until the deadline."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.actions.set_wishes import set_wishes
from junheng.web.personnel.models import RotationRound, Teacher, Wish
from tests.web.people import OTHER_SCHOOL, People
from tests.web.personnel.ground import A, B, C


def _pk(code: str) -> int:
    return Teacher.objects.everything("test").get(code=code).pk


def _wishes(code: str) -> list[str]:
    return [one.school for one in Wish.objects.everything("test").filter(teacher__code=code).order_by("rank")]


def test_a_school_records_for_its_own(staff: People, wishing: RotationRound) -> None:
    school = staff.actor("school_reporter")
    set_wishes(school, _pk("t1"), [C, "", B])
    assert _wishes("t1") == [C, B]
    event = Event.objects.get(verb="rotation.wish")
    assert (event.before, event.after["wishes"]) == ([B, C], [C, B])
    set_wishes(school, _pk("t1"), [])
    assert _wishes("t1") == []
    with pytest.raises(Http404):
        set_wishes(school, _pk("t6"), [A])


@pytest.mark.parametrize(
    ("given", "words"),
    [([B, B], "写了两次"), ([A], "现任学校"), ([OTHER_SCHOOL], "没有学校"), ([B, C, B, C, B, C], "至多 5 个")],
)
def test_wrong_wishes_change_nothing(staff: People, wishing: RotationRound, given: list[str], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        set_wishes(staff.actor("school_reporter"), _pk("t1"), given)
    assert _wishes("t1") == [B, C]


def test_a_school_without_the_section_is_refused(staff: People, wishing: RotationRound) -> None:
    Teacher.objects.everything("test").filter(code="t1").update(facts={"section": "初中"})
    with pytest.raises(Refusal, match="学段"):
        set_wishes(staff.actor("personnel"), _pk("t1"), [B])


def test_after_the_deadline_only_the_officer_records(staff: People, wishing: RotationRound) -> None:
    wishing.wishes_until = timezone.localdate() - timedelta(days=1)
    wishing.save()
    with pytest.raises(Refusal, match="截止"):
        set_wishes(staff.actor("school_reporter"), _pk("t1"), [C])
    set_wishes(staff.actor("personnel"), _pk("t1"), [C])
    assert _wishes("t1") == [C]


def test_other_steps_take_none(staff: People, collected: RotationRound) -> None:
    with pytest.raises(Refusal, match="收集数据"):
        set_wishes(staff.actor("school_reporter"), _pk("t1"), [C])
