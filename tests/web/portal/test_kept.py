"""Kept answers: the same bytes for one query, never after a publication, never to a person, never without bound."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from pytest_django import Settings
from pytest_django.fixtures import DjangoAssertNumQueries

from junheng.web.accounts.reach import SYSTEM
from junheng.web.portal import kept, queries
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.actions.switch_disclosure import switch_disclosure
from junheng.web.portal.models import Edition
from junheng.web.verdicts.actions.record_edition import record_edition
from tests.web import factories, tiny
from tests.web.people import People
from tests.web.portal.conftest import COUNTY, Frozen

LIST = "/api/v1/editions/2025/counties"


@pytest.fixture(autouse=True)
def shelf(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> kept.Shelf:
    settings.JUNHENG_KEEP_BYTES = 1 << 20
    fresh = kept.Shelf()
    monkeypatch.setattr(kept, "SHELF", fresh)
    return fresh


@pytest.mark.parametrize(
    "path", ["/", "/2025/", "/2025/county/410105/", "/indicators/", LIST, "/api/v1/schools/2141000001"]
)
def test_the_second_answer_is_the_first_for_one_query(
    published: None, client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(path)
    with django_assert_num_queries(1):
        second = client.get(path)
    assert (second.status_code, second.content) == (200, first.content)
    for name in ("Content-Type", "Cache-Control", "ETag", "Vary", "Content-Security-Policy"):
        assert second[name] == first[name], name
    assert second["X-Request-ID"] != first["X-Request-ID"]


def test_a_kept_page_is_confirmed_and_compressed(published: None, client: Client) -> None:
    zipped = {"Accept-Encoding": "gzip"}
    plain, first, again = client.get("/"), client.get("/", headers=zipped), client.get("/", headers=zipped)
    assert again["Content-Encoding"] == "gzip"
    assert gzip.decompress(again.content) == gzip.decompress(first.content) == plain.content
    assert "Content-Encoding" not in client.get("/")
    confirmed = client.get("/", headers={**zipped, "If-None-Match": again["ETag"]})
    assert (confirmed.status_code, confirmed.content) == (304, b"")


def test_language_and_size_have_their_own(published: None, client: Client) -> None:
    pages = [client.get("/").content, client.get("/en/").content]
    client.cookies["text"] = "large"
    pages += [client.get("/").content]
    del client.cookies["text"]
    assert len(set(pages)) == 3
    assert client.get("/").content == pages[0]
    with translation.override("en"):
        assert client.get("/").content == pages[0]


def test_a_publication_shows_at_once(published: None, client: Client) -> None:
    paths = ("/", "/2025/county/410105/", LIST, "/api/v1/editions/2025/schools")
    before = {path: client.get(path).content for path in paths}
    assert {path: client.get(path).content for path in paths} == before
    publish_city([factories.city()], snapshots={2025: "x"}, synthetic=True)
    after = {path: client.get(path).content for path in paths}
    assert [path for path in paths if after[path] == before[path]] == []


def test_the_switch_of_disclosure_control_shows_at_once(city: Frozen, client: Client, staff: People) -> None:
    paths = (COUNTY, f"/api/v1/editions/2025/counties/{tiny.COUNTY}")
    hidden = {path: client.get(path).content for path in paths}
    assert {path: client.get(path).content for path in paths} == hidden
    [edition] = queries.editions()
    switch_disclosure(staff.actor("publisher"), edition, "试验")
    open_ = {path: client.get(path).content for path in paths}
    assert [path for path in paths if open_[path] == hidden[path]] == []
    [edition] = queries.editions()
    switch_disclosure(staff.actor("publisher"), edition, "恢复")
    again = {path: client.get(path).content for path in paths}
    assert [path for path in paths if again[path] == open_[path]] == []


def test_a_verdict_record_shows_at_once(city: Frozen, staff: People) -> None:
    before = queries.publications()
    assert record_edition(SYSTEM, queries.editions()[0], signatory="某人")
    assert queries.publications() != before


def test_a_withdrawn_city_is_gone_at_once(published: None, client: Client) -> None:
    assert client.get("/2025/county/410105/").status_code == 200
    Edition.objects.all().delete()
    assert client.get("/2025/county/410105/").status_code == 404


def test_people_are_never_given_or_kept(published: None, client: Client, staff: People, shelf: kept.Shelf) -> None:
    own = staff.client("publisher")
    name = staff.actor("publisher").username
    for _time in range(2):
        answer = own.get("/")
        assert name in answer.content.decode()
        assert "private" in answer["Cache-Control"]
    assert not shelf.held
    anybody = client.get("/")
    assert name not in anybody.content.decode()
    assert name in own.get("/").content.decode()


def test_a_waiting_message_or_a_token_is_not_kept(published: None, client: Client, shelf: kept.Shelf) -> None:
    client.cookies["messages"] = "x"
    client.get("/")
    del client.cookies["messages"]
    client.get(LIST, headers={"Authorization": "Bearer nobody"})
    assert not shelf.held


def test_only_whole_answers_to_plain_questions_are_kept(published: None, client: Client, shelf: kept.Shelf) -> None:
    client.head("/")
    client.post("/")
    client.get("/2025/?format=csv")
    client.get("/2025/county/410105/?section=primary")
    client.get("/2024/county/999999/")
    client.get("/api/v1/editions/1999/counties")
    client.get(LIST + "?limit=" + "0" * kept.LONGEST + "5")
    assert not shelf.held
    client.get(LIST + "?limit=1")
    assert len(shelf.held) == 1


def test_a_confirmation_is_not_kept_as_the_page(published: None, client: Client, settings: Settings) -> None:
    tag = client.get("/")["ETag"]
    publish_city([factories.city()], snapshots={2025: "x"}, synthetic=True)
    fresh = client.get("/")["ETag"]
    assert fresh != tag
    kept.SHELF.held.clear()
    assert client.get("/", headers={"If-None-Match": fresh}).status_code == 304
    assert client.get("/").status_code == 200


def test_a_query_is_still_counted_against_the_limit(published: None, client: Client, settings: Settings) -> None:
    settings.JUNHENG_API_RATES = {"address": 2, "token": 0, "refused": 30}
    found = [client.get(LIST, REMOTE_ADDR="10.9.9.9").status_code for _time in range(3)]
    assert found == [200, 200, 429]


def test_nothing_is_kept_without_room(published: None, client: Client, settings: Settings, shelf: kept.Shelf) -> None:
    settings.JUNHENG_KEEP_BYTES = 0
    client.get("/")
    assert not shelf.held


def test_room_is_held_to(published: None, client: Client, settings: Settings, shelf: kept.Shelf) -> None:
    settings.JUNHENG_KEEP_BYTES = 30_000
    for at in range(1, 60):
        client.get(f"{LIST}?limit={at}")
    assert 1 < len(shelf.held) < 59
    assert shelf.size == sum(len(content) for content, _headers in shelf.held.values()) <= 30_000
    settings.JUNHENG_KEEP_BYTES = 10
    client.get("/indicators/")
    assert not shelf.held
    assert shelf.size == 0


def test_what_was_asked_last_stays(shelf: kept.Shelf) -> None:
    shelf.take("now", "a")
    for key in "ab":
        shelf.put("now", key, HttpResponse(b"12345"), 10)
    assert shelf.take("now", "a") is not None
    shelf.put("now", "c", HttpResponse(b"12345"), 10)
    assert list(shelf.held) == ["a", "c"]


def test_an_answer_of_before_is_not_put_beside_those_of_now(shelf: kept.Shelf) -> None:
    shelf.take("before", "a")
    shelf.take("now", "a")
    shelf.put("before", "a", HttpResponse(b"old"), 100)
    assert shelf.take("now", "a") is None
