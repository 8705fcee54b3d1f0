"""What went wrong is said in both languages, and no secret with it."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from junheng.web.portal.views import errors

REQUEST = RequestFactory().get("/x/")
SECRET = ValueError("/var/secret.key")


@pytest.mark.parametrize(
    ("page", "status", "zh", "en"),
    [
        (lambda: errors.not_found(REQUEST, SECRET), 404, "没有这一页", "There is no such page"),
        (lambda: errors.bad_request(REQUEST, SECRET), 400, "请求无法理解", "cannot be understood"),
        (lambda: errors.refused(REQUEST, SECRET), 403, "请求被拒绝", "was refused"),
        (lambda: errors.broken(REQUEST), 500, "系统出错", "Something broke"),
    ],
)
def test_each_page(page: Callable[[], HttpResponse], status: int, zh: str, en: str) -> None:
    answer = page()
    html = answer.content.decode()
    assert answer.status_code == status
    assert zh in html
    assert en in html
    assert "secret" not in html


def test_a_broken_page_says_so_in_both_languages(
    published: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("junheng.web.portal.queries.counties", broken)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "系统出错" in answer.content.decode()
    assert "boom" not in answer.content.decode()


def test_a_strange_host_is_a_bad_request(db: None, client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "请求无法理解" in answer.content.decode()


def test_a_post_from_elsewhere_is_refused(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/check/", {"year": "2025"})
    assert answer.status_code == 403
    assert "<h1>" in answer.content.decode()
