"""Every page in both languages: it answers, asks few queries, names nothing outside, shows hostile names as text."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.web.conftest import NASTY

QUERIES = {
    "/": 3,
    "/2024/": 3,
    "/2025/county/410105/": 4,
    "/2025/county/410105/?section=primary&show=failing&sort=-L5&name=小学": 4,
    "/2025/county/ZDXQ/": 4,
    "/2025/county/410105/primary/L5/": 2,
    "/2025/county/410105/item/G5/": 2,
    "/2025/school/2141000002/primary/L5/": 2,
    "/school/2141000002/": 2,
    "/school/2141000009/": 2,
    "/indicators/": 1,
    "/indicators/L5/": 1,
    "/indicators/G13/": 1,
    "/indicators/V4/": 1,
    "/articles/": 1,
    "/articles/art-03/": 1,
    "/articles/fund-01/": 1,
    "/check/": 1,
    "/about/": 1,
}
"""The pinned number of queries of each page."""


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


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_link_of_every_page_answers(published: None, client: Client, prefix: str) -> None:
    seen: dict[str, int] = {}
    for path in QUERIES:
        for link in _parse(client.get(prefix + path).content.decode()).found:
            bare = link.partition("#")[0]
            if bare.startswith("/") and not bare.startswith(("/static/", "/text/")) and bare not in seen:
                seen[bare] = client.get(bare).status_code
    assert len(seen) > 60
    # without a snapshot on disk the downloads say so
    assert {one for one, status in seen.items() if status != 200} == {
        one for one, status in seen.items() if status == 503 and "/download/" in one
    }


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
        "/api/1999/city.json",
        "/api/2025/county/1.json",
        "/nothing/",
    ],
)
def test_a_wrong_address_is_not_found_in_both_languages(published: None, client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "没有这一页" in answer.content.decode()
    assert "There is no such page" in answer.content.decode()


def test_a_hostile_name_is_only_text(published: None, client: Client) -> None:
    for path in ("/2025/county/410105/", "/school/2141000002/", "/2025/school/2141000002/primary/L5/"):
        html = client.get(path).content.decode()
        assert NASTY not in html
        assert "&lt;script&gt;" in html


def test_a_hostile_search_is_only_text(published: None, client: Client) -> None:
    html = client.get("/2025/county/410105/", {"name": '"><script>x</script>', "sort": "L5"}).content.decode()
    assert "<script>" not in html
    assert "没有符合条件的学校" in html


def test_the_headline_counts_the_counties(published: None, client: Client) -> None:
    html = client.get("/").content.decode()
    assert "2025—2026学年 2 个区县（开发区）中 <em>1</em> 个达标" in html
    assert "示意图，非行政区划界线" in html
    assert "2025–2026: <em>1</em> of 2 counties and zones meet" in client.get("/en/").content.decode()


def test_the_county_says_why_what_is_missing_and_who_is_left_out(published: None, client: Client) -> None:
    html = client.get("/2025/county/410105/").content.decode()
    for words in ("1所学校未达标", "运动场馆 4.00，低于 7.5", "河湾教学点", "4.00</a><i>✗</i>", "—</a><i>?</i>"):
        assert words in html


def test_a_school_that_does_not_count_says_why(published: None, client: Client) -> None:
    assert "不足50人" in client.get("/school/2141000009/").content.decode()


def test_an_empty_site_says_how_to_fill_it(db: None, client: Client) -> None:
    assert "junheng demo" in client.get("/").content.decode()
    assert client.get("/2025/").status_code == 404
    assert client.get("/indicators/").status_code == 200


def test_pages_forbid_scripts_frames_and_strangers(published: None, client: Client) -> None:
    answer = client.get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


def test_pages_are_read_only(published: None, client: Client) -> None:
    assert client.post("/").status_code == 405
    assert client.delete("/2025/county/410105/").status_code == 405


def test_the_text_size_comes_back_to_the_page_and_nowhere_else(published: None, client: Client) -> None:
    answer = client.get("/text/large/", {"back": "/2025/"})
    assert answer["Location"] == "/2025/"
    assert 'class="large"' in client.get("/2025/").content.decode()
    for evil in ("https://example.org/", "//example.org/", "javascript:alert(1)"):
        assert client.get("/text/normal/", {"back": evil})["Location"] == "/"


def test_the_json_twins_hold_full_precision(published: None, client: Client) -> None:
    city = client.get("/api/2025/city.json").json()
    assert [one["county_code"] for one in city["counties"]] == ["410105", "ZDXQ"]
    assert city["synthetic"] is True
    county = client.get("/api/2025/county/410105.json").json()
    school = next(one for one in county["schools"] if one["school_code"] == "2141000003")
    assert school["values"]["L6"] is None
    assert school["passes"] is None
    assert len(county["indicators"]) == 14


def test_a_broken_page_says_so_in_both_languages(
    published: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: Any) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("junheng.web.portal.queries.counties", broken)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "系统出错" in answer.content.decode()
    assert "boom" not in answer.content.decode()
