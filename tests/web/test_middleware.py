"""A request that is too large is turned away unread, in the reader's language."""

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
