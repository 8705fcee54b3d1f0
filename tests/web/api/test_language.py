"""Chinese unless English is wanted more."""

import pytest
from django.test import RequestFactory

from junheng.web.api.language import asked_in


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "zh"), ("en", "en"), ("en-GB,zh;q=0.5", "en"), ("en;q=0.2,zh-TW", "zh"), ("fr", "zh"), ("\x00;;q=x", "zh")],
)
def test_the_first_language_we_speak(header: str, language: str) -> None:
    assert asked_in(RequestFactory().get("/", headers={"Accept-Language": header})) == language
