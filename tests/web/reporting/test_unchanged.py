"""Returned cells that come back as they were: told by name, confirmed, and never passed over in silence."""

import pytest

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Stale
from junheng.web.reporting import queries
from junheng.web.reporting.actions.submit import submit
from junheng.web.reporting.lifecycle import Note, move
from junheng.web.reporting.models import Remark, State, Step
from junheng.web.reporting.unchanged import Unchanged, unchanged, where
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book

SHEET, PUPILS = "学校数据", "V3"
"""Where the pupils of the first section stand."""


def returned(city: City, *notes: Note, comment: str = "") -> None:
    city.confirmed()
    held = submit(city.actor(), city.submission().pk, revision=city.submission().revision)
    move(city.actor("county_reviewer"), held.pk, "return", revision=held.revision, comment=comment, remarks=notes)


def kept(city: City) -> list[str]:
    held = city.submission()
    return [one.remark.text for one in unchanged(held, queries.last_return(held))]


def test_a_cell_is_compared_by_what_it_says(city: City) -> None:
    returned(city, Note("太多", sheet=SHEET, cell=PUPILS), Note("太少", field="rooms..books"))
    city.confirmed(book(rooms__books=9))
    assert kept(city) == ["太多"]
    city.confirmed(book(sections__pupils=501))
    assert kept(city) == ["太少"]
    city.confirmed(book(sections__pupils=501, rooms__books=9))
    assert kept(city) == []


def test_a_remark_on_a_sheet_or_the_file_is_answered_by_any_change_there(city: City) -> None:
    returned(city, Note("整表重填", sheet=SHEET), Note("整份重填"))
    assert kept(city) == ["整表重填", "整份重填"]
    city.confirmed(book())
    assert kept(city) == ["整表重填", "整份重填"]
    city.confirmed(book(rooms__books=9))
    assert kept(city) == []


def test_a_cell_that_stays_blank_is_unchanged(city: City) -> None:
    returned(city, Note("没有填", sheet=SHEET, cell="ZZ99"))
    city.confirmed(book(rooms__books=9))
    assert kept(city) == ["没有填"]


def test_without_a_return_or_after_handing_in_nothing_is_due(city: City) -> None:
    city.confirmed()
    assert kept(city) == []
    returned(city, Note("太多", sheet=SHEET, cell=PUPILS))
    city.confirmed(book(rooms__books=9))
    submit(city.actor(), city.submission().pk, revision=city.submission().revision, unchanged=True)
    assert kept(city) == []


def test_it_is_refused_by_name_until_it_is_confirmed(city: City) -> None:
    returned(city, Note("太多", sheet=SHEET, cell=PUPILS))
    city.confirmed(book(rooms__books=9))
    held = city.submission()
    with pytest.raises(Unchanged, match=f"标注的1处没有改动：{SHEET} {PUPILS} 在校学生人数") as told:
        submit(city.actor(), held.pk, revision=held.revision)
    assert f"not changed: {SHEET} {PUPILS} " in told.value.why.en
    assert city.submission().state == State.DRAFT
    submit(city.actor(), held.pk, revision=held.revision, unchanged=True)
    step = Step.objects.everything("a test").filter(verb="submit").latest("pk")
    assert [(one.sheet, one.cell, one.text) for one in step.remarks.all()] == [(SHEET, PUPILS, "太多")]
    event = Event.objects.filter(verb="submission.submit").latest("number")
    assert event.after["unchanged"] == [f"{SHEET} {PUPILS} 在校学生人数"]


def test_what_was_changed_is_handed_in_without_a_word(city: City) -> None:
    returned(city, Note("太多", sheet=SHEET, cell=PUPILS))
    city.confirmed(book(sections__pupils=501))
    held = submit(city.actor(), city.submission().pk, revision=city.submission().revision)
    assert held.state == State.SUBMITTED
    assert "unchanged" not in Event.objects.filter(verb="submission.submit").latest("number").after


def test_who_may_not_hand_in_or_comes_late_hears_that_first(city: City) -> None:
    returned(city, Note("太多", sheet=SHEET, cell=PUPILS))
    city.confirmed(book(rooms__books=9))
    held = city.submission()
    with pytest.raises(NotAllowed):
        submit(city.actor("inspector"), held.pk, revision=held.revision)
    with pytest.raises(Stale):
        submit(city.actor(), held.pk, revision=held.revision - 1)


def test_a_place_has_words() -> None:
    places = [Remark(sheet="表", cell="A1"), Remark(sheet="表"), Remark(field="rooms..books"), Remark(file="甲.xlsx")]
    assert [where(one).zh for one in places] == ["表 A1", "表", "rooms..books", "甲.xlsx"]
    assert where(Remark()).en == "the whole file"


def test_the_page_asks_and_the_reviewer_is_told(city: City) -> None:
    returned(city, Note("太多", sheet=SHEET, cell=PUPILS))
    city.confirmed(book(rooms__books=9))
    held, client = city.submission(), city.client()
    page = f"/desk/submission/{held.pk}/"
    html = client.get(page).content.decode()
    assert "退回时标注的内容有 1 处没有改动" in html
    assert f"{SHEET} {PUPILS} 在校学生人数 <b>500</b> 人" in html
    assert 'name="unchanged" value="yes" required' in html
    refused = client.post(f"{page}submit/", {"revision": held.revision, "comment": "无误"})
    assert refused.status_code == 422
    html = refused.content.decode()
    assert 'id="unchanged" role="alert"' in html
    assert 'value="无误"' in html
    assert city.submission().state == State.DRAFT
    given = {"revision": held.revision, "unchanged": "yes"}
    assert client.post(f"/en{page}submit/", given).status_code == 302
    assert "未改动，填报人确认无误" in client.get(page).content.decode()
    review = city.client("county_reviewer").get(f"/desk/review/{held.pk}/").content.decode()
    assert "上次退回的内容有 1 处没有改动" in review
    assert review.count("未改动，填报人确认无误") >= 1


def test_the_page_asks_nothing_when_all_was_changed(city: City) -> None:
    returned(city, Note("太多", sheet=SHEET, cell=PUPILS))
    city.confirmed(book(sections__pupils=501))
    assert 'name="unchanged"' not in city.client().get(f"/desk/submission/{city.submission().pk}/").content.decode()
