"""Every fault is told in the reader's language, and nothing of the program's inside."""

import pytest
from django.test import Client

from junheng.web.api.problem import MEDIA_TYPE


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
