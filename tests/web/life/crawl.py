"""Every kind of page that a person can get to by links, each once."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

FILES = (
    "-file",
    "download",
    "openapi",
    "pdf",
    "json",
    "original",
    "marked",
    "template",
    "export",
    "paper",
    "certificate",
)
"""Parts of the names of addresses that give out files."""
ELSEWHERE = ("/static/", "/api/", "/text/")


def kinds(page: Page, base: str, start: str, *, below: tuple[str, ...] = ("/",)) -> Iterator[str]:
    """Visit one page of every kind (name of the address) reachable from ``start`` by addresses ``below`` these.

    Yields its path when it is open.
    """
    waiting, known = [start], set[str]()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if not kind or kind in known:
            continue
        known.add(kind)
        answer = page.goto(base + path)
        if answer is None or "html" not in (answer.headers.get("content-type") or ""):
            continue
        yield path
        if page.url.split("?")[0] != (base + path).split("?")[0]:
            page.goto(base + path)
        waiting += [one for one in _links(page, base) if one.startswith(below)]


def kind_of(path: str) -> str:
    """The name of an address with the question it carries; empty for what is no page."""
    split = urlsplit(path)
    if split.path.startswith(ELSEWHERE) or "format=" in split.query:
        return ""
    try:
        name = resolve(split.path).view_name
    except Resolver404:
        return ""
    asked = "?purpose" if "purpose=" in split.query else ""
    return "" if any(one in name for one in FILES) else name + asked


def _links(page: Page, base: str) -> list[str]:
    found = page.evaluate("[...document.querySelectorAll('a[href]')].map(one => one.getAttribute('href'))")
    whole = (urldefrag(urljoin(page.url, one)).url for one in found)
    return [one.removeprefix(base) for one in whole if one.startswith(f"{base}/")]
