"""Every page in both languages: it answers, asks few queries, names nothing outside, shows hostile names as text."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.web.conftest import NASTY

QUERIES = {
    "/": 3,
    "/2024/": 3,
    "/2025/county/410105/": 5,
    "/2025/county/410105/?section=primary&show=failing&sort=-L5&name=小学": 5,
    "/2025/county/ZDXQ/": 5,
    "/2025/county/410105/primary/L5/": 2,
    "/2025/county/410105/item/G5/": 2,
    "/2025/school/2141000002/primary/L5/": 2,
    "/school/2141000002/": 2,
    "/school/2141000009/": 2,
    "/indicators/": 1,
    "/indicators/L5/": 2,
    "/indicators/G13/": 2,
    "/indicators/V4/": 2,
    "/articles/": 1,
    "/articles/art-03/": 1,
    "/articles/fund-01/": 1,
    "/search/": 1,
    "/search/?q=shiyan": 3,
    "/compare/?year=2025&a=410105&b=ZDXQ": 2,
    "/compare/?year=2025&a=2141000001.primary&b=2141000002.primary": 3,
    "/wall/": 3,
    "/wall/410105/": 3,
    "/data/": 1,
    "/data/changes/": 1,
    "/data/2025/": 3,
    "/check/": 1,
    "/about/": 1,
}
"""The pinned number of queries of each page."""
LINKING = list(QUERIES)


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []
        self.styles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.found += [value for name in ("href", "src", "action") if (value := held.get(name)) is not None]
        self.styles += "style" in held or tag in {"script", "style"}
        if held.get("id"):
            self.ids.append(str(held["id"]))


def _parse(html: str) -> _Addresses:
    parser = _Addresses()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", QUERIES)
def test_a_page(
    published: None, client: Client, path: str, prefix: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES[path]):
        answer = client.get(prefix + path)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "合成演示数据" in html or "Synthetic demo data" in html
    assert "<script" not in html
    page = _parse(html)
    assert page.styles == 0
    assert all(one.startswith(("/", "#", "?")) for one in page.found), page.found
    assert len(page.ids) == len(set(page.ids))
    assert f'lang="{"en" if prefix else "zh-hans"}"' in html
    if prefix:
        assert not re.search(r"[学校指标区县]{2}", _chrome(html))


def _chrome(html: str) -> str:
    """The frame of an English page, where no Chinese may be left but the brand."""
    return html.partition("<main")[0].replace("均衡", "").replace("中文", "")


@pytest.mark.parametrize("prefix", ["", pytest.param("/en", marks=pytest.mark.exhaustive)])
@pytest.mark.parametrize("paths", [LINKING[at::5] for at in range(5)])
def test_every_link_of_every_page_answers(published: None, client: Client, prefix: str, paths: list[str]) -> None:
    seen: dict[str, int] = {}
    for path in paths:
        for link in _parse(client.get(prefix + path).content.decode()).found:
            bare = link.partition("#")[0]
            if bare.startswith("/") and not bare.startswith(("/static/", "/text/")) and bare not in seen:
                seen[bare] = client.head(bare).status_code
    assert len(seen) > 10
    # without a snapshot on disk the downloads say so
    assert {one for one, status in seen.items() if status != 200} == {
        one for one, status in seen.items() if status == 503 and "/download/" in one
    }


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", [path.partition("?")[0] for path in QUERIES if path != "/check/"])
def test_pages_are_read_only(published: None, client: Client, path: str, prefix: str) -> None:
    assert client.post(prefix + path).status_code == 405
    assert client.delete(prefix + path).status_code == 405
    assert client.head(prefix + path).status_code == 200


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "path",
    [
        "/1999/",
        "/2025/county/410199/",
        "/2025/county/410105/primary/L9/",
        "/2025/county/410105/senior/L1/",
        "/2025/county/410105/item/G99/",
        "/2025/county/410105/download/passwords.txt",
        "/2025/school/2141999999/primary/L1/",
        "/school/0000000000/",
        "/school/<script>/",
        "/indicators/L99/",
        "/articles/art-99/",
        "/text/huge/",
        "/99999999999999999999/",
        "/-1/",
        "/2025/county/%00/",
        "/school/%2e%2e%2f/",
        "/api/1999/city.json",
        "/api/2025/county/1.json",
        "/nothing/",
    ],
)
def test_a_wrong_address_is_not_found_in_both_languages(
    published: None, client: Client, path: str, prefix: str
) -> None:
    answer = client.get(prefix + path)
    assert answer.status_code == 404
    assert "没有这一页" in answer.content.decode()
    assert "There is no such page" in answer.content.decode()


def test_a_hostile_name_is_only_text(published: None, client: Client) -> None:
    for path in ("/2025/county/410105/", "/school/2141000002/", "/2025/school/2141000002/primary/L5/"):
        html = client.get(path).content.decode()
        assert NASTY not in html
        assert "&lt;script&gt;" in html


def test_pages_forbid_scripts_frames_and_strangers(published: None, client: Client) -> None:
    answer = client.get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
