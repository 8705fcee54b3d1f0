"""A plan of arrivals keeps the other subjects, its source and its day; earlier plans stay."""

from datetime import date

import pytest
from django.http import Http404

from junheng.teachers import UnfitTablesError
from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.actions.set_arrivals import set_arrivals
from junheng.web.posts.arriving import empty, of_form
from junheng.web.posts.models import ArrivalList
from tests.web.people import COUNTY, People

DAY = date(2026, 9, 1)
PE, MUSIC = ("primary", "pe"), ("primary", "music")
FORM = {"arrive2027": "3", "source": "招聘计划"}


def test_one_subject_leaves_the_others(officer: Actor) -> None:
    for subject in (PE, MUSIC, PE):
        made = set_arrivals(officer, COUNTY, of_form(FORM, *subject, [2027]), DAY, subject=subject)
    assert [(one["section"], one["subject"]) for one in made.lines] == [MUSIC, PE]
    none = set_arrivals(officer, COUNTY, empty(), DAY, subject=PE)
    assert [one["subject"] for one in none.lines] == ["music"]
    assert ArrivalList.objects.everything("test").count() == 4
    event = Event.objects.filter(verb="posts.arrivals").earliest("pk")
    assert event.after["lines"][0]["source"] == "招聘计划"


def test_a_whole_table_takes_the_place_of_all(officer: Actor) -> None:
    set_arrivals(officer, COUNTY, of_form(FORM, *MUSIC, [2027]), DAY, subject=MUSIC)
    made = set_arrivals(officer, COUNTY, of_form(FORM, *PE, [2027]), DAY)
    assert [one["subject"] for one in made.lines] == ["pe"]


def test_what_is_wrong_is_not_kept(staff: People, officer: Actor) -> None:
    text = of_form(FORM, *PE, [2027])
    with pytest.raises(Refusal, match="填写日期"):
        set_arrivals(officer, COUNTY, text, None)
    with pytest.raises(UnfitTablesError):
        set_arrivals(officer, COUNTY, empty(), DAY)
    with pytest.raises(Http404):
        set_arrivals(staff.actor("publisher"), COUNTY, text, DAY)
    assert not ArrivalList.objects.everything("test").exists()
