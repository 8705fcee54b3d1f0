"""Every fault is told in the reader's language, and nothing of the program's inside."""

import pytest
from django.test import Client
from pytest_django import Settings

from junheng.web.api.problem import MEDIA_TYPE
from tests.web.api.conftest import Key
from tests.web.people import People


@pytest.mark.parametrize(
    ("language", "title"), [("zh-CN", "没有这一项"), ("en", "There is no such thing"), ("fr", "没有这一项")]
)
def test_in_the_language_that_is_asked_for(client: Client, db: None, language: str, title: str) -> None:
    answer = client.get("/api/v1/nothing", headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"], answer.json()["title"]) == (404, MEDIA_TYPE, title)


def test_what_breaks_tells_nothing(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("junheng.web.portal.queries.editions", broken)
    answer = client.get("/api/v1/editions")
    assert (answer.status_code, answer["Content-Type"]) == (500, MEDIA_TYPE)
    assert "secret" not in answer.content.decode()


def test_every_wrong_place_is_named(client: Client, db: None) -> None:
    faults = client.get("/api/v1/editions/x/schools?limit=0").json()["errors"]
    assert {one["where"] for one in faults} == {"path/slug", "query/limit"}


@pytest.mark.parametrize(("language", "title"), [("zh", "请求过大"), ("en", "The request is too large")])
def test_what_is_too_large_is_a_problem_too(
    client: Client, db: None, settings: Settings, language: str, title: str
) -> None:
    settings.JUNHENG_UPLOAD_LIMIT = 10
    path = "/api/v1/submissions/1/previews"
    answer = client.post(path, b"x" * 11, content_type="application/json", headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"], answer.json()["title"]) == (413, MEDIA_TYPE, title)


def test_json_beyond_what_is_kept_in_memory(
    client: Client, db: None, staff: People, key: Key, settings: Settings
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    said = {"revision": 1, "comment": "x" * 99}
    path, headers = "/api/v1/submissions/1/submit", key("county_reviewer")
    answer = client.post(path, said, content_type="application/json", headers=headers)
    assert (answer.status_code, answer["Content-Type"]) == (413, MEDIA_TYPE)
