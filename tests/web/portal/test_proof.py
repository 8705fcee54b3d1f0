"""From a number on the county page down to the workbook cell, on frozen facts."""

import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.balance import compare_2012, judge
from junheng.policy import load_standard
from junheng.web.portal import proof, queries
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.models import Edition
from tests.web import tiny

COUNTY = f"/2025/county/{tiny.COUNTY}/"
STANDARD = load_standard("jiaodu-2017-6")


@pytest.fixture
def city(db: None, tmp_path: Path) -> Iterator[Path]:
    snapshot = tiny.snapshot(tmp_path)
    roster = pl.DataFrame({"school_code": ["2141000009"], "school_name": ["北岗小学"], "county_code": [tiny.COUNTY]})
    verdict = judge(snapshot.facts, STANDARD, snapshot=snapshot.hash, expected=roster)
    other = compare_2012(snapshot.facts, load_standard("jiaodu-2012-3"), snapshot=snapshot.hash)
    publish_city([verdict], snapshots={2025: snapshot.path}, synthetic=True, beside=[other], expected={2025: roster})
    yield snapshot.path
    proof._opened.cache_clear()


def test_every_number_of_the_county_opens_down_to_a_cell(city: Path, client: Client) -> None:
    html = client.get(COUNTY).content.decode()
    means = set(re.findall(rf'href="({COUNTY}primary/L\d/)"', html))
    values = set(re.findall(r'href="(/2025/school/\d{10}/primary/L\d/)"', html))
    assert (len(means), len(values)) == (7, 7 * len(tiny.CODES))
    for mean in means:
        below = set(re.findall(r'href="(/2025/school/\d{10}/primary/L\d/)"', client.get(mean).content.decode()))
        assert len(below) == len(tiny.CODES)
        assert below <= values
    for value in values:
        page = client.get(value).content.decode()
        code = value.split("/")[3]
        assert f'<td class="file">{code}.xlsx</td>' in page
        assert re.search(r"<code>C\d+</code></td><td><q>[\d.]+</q>", page)
        assert "没有单元格记录" not in page


def test_the_cells_are_those_of_the_school(city: Path, client: Client) -> None:
    page = client.get(f"/2025/school/{tiny.CODES[2]}/primary/L5/").content.decode()
    for raw in ("4000.0", "200.0", "540"):
        assert f"<q>{raw}</q>" in page
    assert "7.5" in page
    assert "第七条（五）" in page
    assert "2017-04-19" in page


def test_every_item_has_a_page_and_items_of_schools_open_school_by_school(city: Path, client: Client) -> None:
    html = client.get(COUNTY).content.decode()
    items = set(re.findall(rf'href="({COUNTY}item/[A-Z]\d+/)"', html))
    assert len(items) == len(STANDARD.items)
    schools: set[str] = set()
    for one in items:
        answer = client.get(one)
        assert answer.status_code == 200
        schools |= set(re.findall(rf'href="({COUNTY}item/[A-Z]\d+/\d{{10}}/)"', answer.content.decode()))
    assert f"{COUNTY}item/G4/{tiny.CODES[0]}/" in schools
    page = client.get(f"{COUNTY}item/G4/{tiny.CODES[0]}/").content.decode()
    assert "<q>500</q>" in page
    assert client.get(f"{COUNTY}item/G4/2141000099/").status_code == 404


def test_what_is_explained_is_what_was_published(city: Path) -> None:
    edition = queries.editions()[0]
    held = proof.proof_of(edition)
    assert held is not None
    (judged,) = held.verdict.counties
    published = queries.county(edition, tiny.COUNTY)
    assert str(judged.state) == published.state == "not_judged"
    assert [one.name for one in judged.unreported] == ["北岗小学"]
    assert published.detail["unreported"][0]["name"] == "北岗小学"


def test_a_second_look_asks_no_more_than_the_pinned_queries(
    city: Path, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"{COUNTY}primary/L5/"
    client.get(address)
    with django_assert_num_queries(2):
        client.get(address)


def test_a_snapshot_that_is_not_the_published_one_explains_nothing(city: Path, client: Client) -> None:
    Edition.objects.update(snapshot="another")
    assert "这份快照不在本机" in client.get(f"{COUNTY}primary/L5/").content.decode()


def test_the_school_says_who_it_is(city: Path, client: Client) -> None:
    assert "<dt>办学类型</dt><dd>小学</dd>" in client.get(f"/school/{tiny.CODES[0]}/").content.decode()


def test_the_2012_standard_stands_beside(city: Path, client: Client) -> None:
    html = client.get(COUNTY).content.decode()
    assert "教督〔2012〕3号" in html
    assert "综合差异系数" in html


@pytest.mark.parametrize(("file", "head"), [("forms.xlsx", b"PK"), ("tables.xlsx", b"PK"), ("tables.zip", b"PK")])
def test_downloads_are_made_when_asked_for(city: Path, client: Client, file: str, head: bytes) -> None:
    answer = client.get(f"{COUNTY}download/{file}")
    assert answer.status_code == 200
    assert answer.content.startswith(head)
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_report_is_a_pdf(city: Path, client: Client) -> None:
    assert client.get(f"{COUNTY}download/report.pdf").content.startswith(b"%PDF")
