"""Everything the pages show is in the API, or the reference says why not; the reference names what there is."""

import re
from pathlib import Path

from junheng.web.api.openapi import operations
from junheng.web.api.routes import api
from tests.web.matrix.routes import routes

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "api.md"
NAME = re.compile(r"`([^`]+)`")
ROW = re.compile(r"^\| (`.*`) \| (.+) \|$", re.MULTILINE)
PLUMBING = {"", "api-openapi", "api-docs-here", "api-nothing"}


def tables() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The rows of the two tables: pages with their operations, pages with the reason for none."""
    text = REFERENCE.read_text(encoding="utf-8").split("## 页面与接口", 1)[1]
    with_them, without = text.split("没有接口的页面", 1)
    return ROW.findall(with_them), ROW.findall(without)


def test_every_page_is_mapped_or_says_why_not() -> None:
    held, without = tables()
    named = [name for pages, _rest in (*held, *without) for name in NAME.findall(pages)]
    assert len(named) == len(set(named)), "a page is named twice"
    assert set(named) == {one.name for one in routes()} - PLUMBING


def test_every_operation_belongs_to_a_page() -> None:
    held, _without = tables()
    named = {f"/api/v1/{name}" for _pages, found in held for name in NAME.findall(found)}
    assert named == {path for path, _method in operations(api)}


def test_every_reason_is_in_both_languages() -> None:
    _held, without = tables()
    assert [reason for _pages, reason in without if len(reason.split(" · ")) != 2] == []
