"""The page of one submission, and the two buttons on it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from junheng.web.reporting.lifecycle import Note, move
from junheng.web.reporting.models import State
from tests.web.people import OTHER_SCHOOL, SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_empty_one_says_who_acts_next(city: City, prefix: str) -> None:
    answer = city.client().get(f"{prefix}/desk/submission/{city.submission().pk}/")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert ("upload" if prefix else "上传文件") in html.lower()
    assert "no-store" in answer["Cache-Control"]


def test_the_life_up_to_the_return(city: City) -> None:
    client = city.client()
    city.confirmed()
    held = city.submission()
    page = f"/desk/submission/{held.pk}/"
    html = client.get(page).content.decode()
    assert "提交审核" in html
    assert "应填" in html
    assert client.post(f"{page}submit/", {"revision": held.revision}).status_code == 302
    assert client.post(f"{page}submit/", {"revision": held.revision}).status_code == 409
    held = city.submission()
    assert held.state == State.SUBMITTED
    note = Note("与上年相差太大", sheet="学校数据", cell="V3")
    move(city.actor("county_reviewer"), held.pk, "return", revision=held.revision, remarks=[note])
    html = client.get(page).content.decode()
    assert "与上年相差太大" in html
    assert "/type/" in html
    assert "#f-" in html


def test_withdrawing(city: City) -> None:
    city.confirmed()
    client, held = city.client(), city.submission()
    page = f"/desk/submission/{held.pk}/"
    client.post(f"{page}submit/", {"revision": held.revision})
    assert "撤回修改" in client.get(page).content.decode()
    client.post(f"{page}withdraw/", {"revision": city.submission().revision})
    assert city.submission().state == State.DRAFT


def test_nothing_to_submit(city: City) -> None:
    held = city.submission()
    answer = city.client().post(f"/desk/submission/{held.pk}/submit/", {"revision": held.revision})
    assert answer.status_code == 422


@pytest.mark.parametrize("role", ["other_reporter", "other_reviewer"])
def test_out_of_reach_does_not_exist(city: City, role: str) -> None:
    pk = city.submission().pk
    client = city.client(role)
    assert client.get(f"/desk/submission/{pk}/").status_code == 404
    assert client.post(f"/desk/submission/{pk}/submit/", {"revision": 1}).status_code == 404


def test_the_reporter_sees_no_other_school(city: City) -> None:
    for code in (SCHOOLS[1], OTHER_SCHOOL):
        assert city.client().get(f"/desk/submission/{city.submission(code).pk}/").status_code == 404


def test_a_hostile_name_is_text(city: City) -> None:
    city.confirmed(book(SCHOOLS[0], schools__school_name="<script>alert(1)</script>"))
    own = city.people.places[SCHOOLS[0]]
    own.name = "<script>alert(2)</script>小学"
    own.save()
    assert "<script" not in city.client().get(f"/desk/submission/{city.submission().pk}/").content.decode()


def test_queries_do_not_grow_with_steps(city: City, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    city.confirmed()
    client, held = city.client(), city.submission()
    with django_assert_max_num_queries(10):
        client.get(f"/desk/submission/{held.pk}/")
    move(city.actor(), held.pk, "submit", revision=held.revision)
    with django_assert_max_num_queries(10):
        client.get(f"/desk/submission/{held.pk}/")
