"""A request that is too large is turned away unread, in the reader's language; a zero byte is in no address."""

import pytest
from django.test import Client
from pytest_django import Settings


@pytest.mark.parametrize(("path", "words"), [("/check/", "文件太大"), ("/en/check/", "File too large")])
def test_too_large(published: None, client: Client, settings: Settings, path: str, words: str) -> None:
    settings.JUNHENG_UPLOAD_LIMIT = 10
    answer = client.post(path, {"x": "y" * 100})
    assert answer.status_code == 413
    assert words in answer.content.decode()


def test_a_length_that_is_no_number_is_not_trusted(published: None, client: Client) -> None:
    assert client.get("/about/", CONTENT_LENGTH="many").status_code == 200


def test_the_limit_itself_is_let_in_and_one_byte_more_is_not(
    published: None, client: Client, settings: Settings
) -> None:
    body = "year=2025"
    for limit, status in ((len(body), 422), (len(body) - 1, 413)):
        settings.JUNHENG_UPLOAD_LIMIT = limit
        answer = client.post("/check/", body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == status


def test_what_is_too_large_is_not_read(
    published: None, client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_args: object) -> None:
        raise AssertionError("the body was read")

    settings.JUNHENG_UPLOAD_LIMIT = 10
    monkeypatch.setattr("django.test.client.FakePayload.read", read)
    assert client.post("/check/", {"x": "y" * 100}).status_code == 413


@pytest.mark.parametrize(
    "path",
    ["/2025/school/%00/primary/L5/", "/search/?q=%00", "/search/?%00=a", "/nowhere/%00", "/api/2025/county/%00.json"],
)
def test_an_address_with_a_zero_byte_is_not_found(published: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.get(path.replace("%00", "1")).status_code != 500
