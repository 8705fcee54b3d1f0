"""The desk of every role."""

import pytest
from pytest_django import DjangoAssertNumQueries

from junheng.web.accounts.roles import roles
from junheng.web.reporting.actions.remind import remind
from junheng.web.reporting.lifecycle import Note, move
from tests.web.reporting.conftest import City


@pytest.mark.parametrize("role", sorted(roles()))
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_role_has_one(city: City, role: str, prefix: str) -> None:
    html = city.client(role).get(f"{prefix}/desk/").content.decode()
    assert ("Desk" if prefix else "工作台") in html
    assert "cards" in html or "empty" in html


def test_what_waits_and_what_others_have(city: City) -> None:
    remind(city.actor("county_reviewer"), city.round.pk, text="<b>快</b>")
    client = city.client()
    html = client.get("/desk/").content.decode()
    assert "等我办理" in html
    assert "&lt;b&gt;快&lt;/b&gt;" in html
    city.confirmed()
    held = move(city.actor(), city.submission().pk, "submit", revision=2)
    html = client.get("/desk/").content.decode()
    assert "在别人手里" in html
    assert "区县审核员" in html
    assert "催报" not in html
    move(
        city.actor("county_reviewer"),
        held.pk,
        "return",
        revision=3,
        remarks=[Note("错", cell="A1"), Note("错", cell="B1")],
    )
    assert "标注了2处" in client.get("/desk/").content.decode()


def test_the_reviewer_sees_how_many_wait(city: City) -> None:
    city.confirmed()
    move(city.actor(), city.submission().pk, "submit", revision=2)
    html = city.client("county_reviewer").get("/desk/").content.decode()
    assert "<b>1</b> 份待审核" in html
    assert "<b>0</b> 份待审核" in city.client("other_reviewer").get("/desk/").content.decode()


def test_without_a_session_one_signs_in(city: City, client: object) -> None:
    assert client.get("/desk/").status_code == 302  # type: ignore[attr-defined]


def test_queries(city: City, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = city.client()
    with django_assert_num_queries(7):
        client.get("/desk/")
