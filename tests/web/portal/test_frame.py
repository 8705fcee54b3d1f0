"""The language switch keeps the page."""

import pytest

from junheng.web.portal.frame import other_language


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/en/", "/"),
        ("/en", "/"),
        ("/2025/?a=1", "/en/2025/?a=1"),
        ("/en/2025/?a=1", "/2025/?a=1"),
        ("/enter/", "/en/enter/"),
    ],
)
def test_the_same_page_in_the_other_language(here: str, there: str) -> None:
    assert other_language(here) == there
