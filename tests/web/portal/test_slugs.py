"""Addresses of editions: what they match, what they mean, what they are made of."""

import re

import pytest

from junheng.web.portal.models import Edition
from junheng.web.portal.slugs import EditionConverter, Which


@pytest.mark.parametrize(("slug", "which"), [("2025", Which(2025)), ("2025-v1", Which(2025, 1))])
def test_there_and_back(slug: str, which: Which) -> None:
    converter = EditionConverter()
    assert re.fullmatch(converter.regex, slug)
    assert converter.to_python(slug) == which
    assert converter.to_url(which) == slug == converter.to_url(slug)


@pytest.mark.parametrize(
    "slug", ["", "25", "20255", "2025-v", "2025-v0", "2025-v12345", "2025-V1", "2025-v1x", "２025"]
)
def test_anything_else_is_no_edition(slug: str) -> None:
    assert not re.fullmatch(EditionConverter.regex, slug)


def test_an_edition_names_itself() -> None:
    converter = EditionConverter()
    assert converter.to_url(Edition(year=2025, version=2)) == "2025"
    assert converter.to_url(Edition(year=2025, version=2, current=False)) == "2025-v2"
    assert converter.to_url(2025) == "2025"
