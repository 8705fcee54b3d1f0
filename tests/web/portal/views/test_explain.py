"""From a number on the county page down to the workbook cell, on frozen facts."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.portal.models import Edition
from tests.web import tiny
from tests.web.factories import STANDARD
from tests.web.portal.conftest import COUNTY, Frozen

VALUE = r'href="(/2025/school/\d{10}/primary/L\d/)"'


def test_every_number_of_the_county_is_a_link(city: Frozen, client: Client) -> None:
    html = client.get(COUNTY).content.decode()
    assert len(set(re.findall(rf'href="({COUNTY}primary/L\d/)"', html))) == 7
    assert len(set(re.findall(VALUE, html))) == 7 * len(tiny.CODES)


@pytest.mark.parametrize("indicator", [one.id for one in STANDARD.indicators])
def test_a_number_opens_down_to_a_cell(city: Frozen, client: Client, indicator: str) -> None:
    mean = client.get(f"{COUNTY}primary/{indicator}/").content.decode()
    below = set(re.findall(VALUE, mean))
    assert below == {f"/2025/school/{code}/primary/{indicator}/" for code in tiny.CODES}
    for value in sorted(below)[:2]:
        page = client.get(value).content.decode()
        code = value.split("/")[3]
        assert f'<td class="file">{code}.xlsx</td>' in page
        assert re.search(r"<code>C\d+</code></td><td><q>[\d.]+</q>", page)
        assert "没有单元格记录" not in page


def test_the_cells_are_those_of_the_school(city: Frozen, client: Client) -> None:
    page = client.get(f"/2025/school/{tiny.CODES[2]}/primary/L5/").content.decode()
    for raw in ("4000.0", "200.0", "540"):
        assert f"<q>{raw}</q>" in page
    assert "7.5" in page
    assert "第七条（五）" in page
    assert "2017-04-19" in page


@pytest.mark.parametrize("domain", sorted({one.domain for one in STANDARD.items}))
def test_every_item_has_a_page(city: Frozen, client: Client, domain: str) -> None:
    html = client.get(COUNTY).content.decode()
    for one in (one for one in STANDARD.items if one.domain == domain):
        assert f'href="{COUNTY}item/{one.id}/"' in html
        assert client.get(f"{COUNTY}item/{one.id}/").status_code == 200


@pytest.mark.parametrize("item", [one.id for one in STANDARD.items])
def test_the_summary_of_an_item_is_in_the_language_of_the_page(city: Frozen, client: Client, item: str) -> None:
    (stored,) = (one for one in city.verdict.counties[0].items if one.item.id == item)
    for prefix, words in (("", stored.summary.zh), ("/en", stored.summary.en)):
        tree = client.get(f"{prefix}{COUNTY}item/{item}/").context["tree"]
        assert tree["value"] in {"", words}
        assert prefix == "" or not re.search(r"[一-鿿]", tree["value"])


def test_an_item_of_schools_opens_school_by_school(city: Frozen, client: Client) -> None:
    assert f'href="{COUNTY}item/G4/{tiny.CODES[0]}/"' in client.get(f"{COUNTY}item/G4/").content.decode()
    assert "<q>500</q>" in client.get(f"{COUNTY}item/G4/{tiny.CODES[0]}/").content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "path",
    [
        f"{COUNTY}item/G4/2141000099/",
        f"{COUNTY}item/G99/",
        f"{COUNTY}junior/L5/",
        f"{COUNTY}primary/L9/",
        f"{COUNTY}primary/%3Cscript%3E/",
        f"/2024/county/{tiny.COUNTY}/primary/L5/",
        f"/2025/school/{tiny.CODES[0]}/junior/L5/",
        f"/2025/school/{tiny.CODES[0]}/primary/G4/",
        "/2025/school/%00/primary/L5/",
    ],
)
def test_what_is_not_there_is_not_found(city: Frozen, client: Client, prefix: str, path: str) -> None:
    answer = client.get(prefix + path)
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


@pytest.mark.parametrize(
    "path", [f"{COUNTY}primary/L5/", f"{COUNTY}item/G4/", f"/2025/school/{tiny.CODES[0]}/primary/L5/"]
)
def test_a_second_look_asks_no_more_than_the_pinned_queries(
    city: Frozen, client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(path)
    with django_assert_num_queries(2):
        client.get(path)


def test_a_snapshot_that_is_not_the_published_one_explains_nothing(city: Frozen, client: Client) -> None:
    Edition.objects.update(snapshot="another")
    assert "这份快照不在本机" in client.get(f"{COUNTY}primary/L5/").content.decode()


def test_a_snapshot_that_is_gone_is_said_in_english_too(city: Frozen, client: Client, tmp_path: Path) -> None:
    Edition.objects.update(snapshot_path=str(tmp_path / "gone"))
    answer = client.get(f"/en{COUNTY}primary/L5/")
    assert answer.status_code == 200
    assert "not on this machine" in answer.content.decode()


def test_pages_of_explanation_are_read_only(city: Frozen, client: Client) -> None:
    assert client.post(f"{COUNTY}primary/L5/").status_code == 405
    assert client.post(f"{COUNTY}item/G4/").status_code == 405
    assert client.post(f"/2025/school/{tiny.CODES[0]}/primary/L5/").status_code == 405
