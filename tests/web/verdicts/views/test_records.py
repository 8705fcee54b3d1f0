"""The public records: list, one record, a county's history, the files; in both languages, hostile words as text."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.accounts.reach import Actor
from junheng.web.portal.models import Edition
from junheng.web.verdicts.actions.decide_appeal import decide_appeal
from junheng.web.verdicts.actions.release_appeal import release_appeal
from junheng.web.verdicts.digest import digest_of
from junheng.web.verdicts.models import Appeal, Paper, Record
from tests.web.verdicts.conftest import City

QUERIES = {
    "/verdicts/": 3,
    "/verdicts/?year=2025": 3,
    "/verdicts/?year=abc": 3,
    "/verdicts/JH-2025-410105-01/": 4,
    "/verdicts/JH-2025-410105-02/": 4,
    "/verdicts/county/410105/": 2,
    "/verify/": 1,
    "/verify/?q=JH-2025-410105-01": 2,
    "/ranking/": 1,
    "/catalogue/": 5,
}
"""The pinned number of queries of each page."""
HOSTILE = '<script>alert("x")</script>'


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", QUERIES)
def test_a_page(
    chain: tuple[Record, Record],
    client: Client,
    path: str,
    prefix: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(QUERIES[path]):
        answer = client.get(prefix + path)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<script" not in html
    assert " style=" not in html
    assert "合成演示数据" in html or "Synthetic demo data" in html


def test_a_superseded_record_and_its_successor_point_at_each_other(
    chain: tuple[Record, Record], client: Client
) -> None:
    first, second = chain
    old, new = (client.get(f"/verdicts/{one.number}/").content.decode() for one in chain)
    assert "这份结论已被取代" in old
    assert f'href="/verdicts/{second.number}/"' in old
    assert "这份结论已被取代" not in new
    assert f'href="/verdicts/{first.number}/"' in new
    assert "体育场地面积更正" in old
    assert "体育场地面积更正" in new
    assert 'id="changes-h"' in new
    assert f'href="/{first.edition.permanent}/county/410105/"' in old
    listed = client.get("/verdicts/").content.decode()
    assert listed.index(second.number) < listed.index(first.number)  # the old one only as what was superseded


def test_the_record_links_to_a_page_that_answers(chain: tuple[Record, Record], client: Client) -> None:
    for one in chain:
        assert client.get(f"/{one.edition.permanent}/county/410105/").status_code == 200


@pytest.mark.parametrize(
    "path", ["/verdicts/nothing/", "/verdicts/county/000000/", "/verdicts/x/certificate.pdf", "/verdicts/x/record.json"]
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_is_not_there(record: Record, client: Client, path: str, prefix: str) -> None:
    assert client.get(prefix + path).status_code == 404


@pytest.mark.parametrize("path", ["/verdicts/", "/verdicts/JH-2025-410105-01/", "/verdicts/county/410105/"])
def test_pages_are_read_only(record: Record, client: Client, path: str) -> None:
    assert client.post(path).status_code == 405


def test_nothing_published_says_so(db: None, client: Client) -> None:
    assert "还没有发布任何结论" in client.get("/verdicts/").content.decode()


def test_files_are_given_out_with_their_digest_known(record: Record, client: Client) -> None:
    sheet = client.get(f"/verdicts/{record.number}/certificate.pdf")
    held = client.get(f"/verdicts/{record.number}/record.json")
    assert sheet.content.startswith(b"%PDF-")
    assert "attachment" in sheet["Content-Disposition"]
    read = json.loads(held.content)
    assert digest_of(read["verdict"]) == read["digest"] == record.digest
    client.get(f"/verdicts/{record.number}/record.json")
    assert Paper.objects.filter(record=record).count() == 2


def test_the_words_of_an_appeal_are_public_only_once_released(
    city: City, appeal: Appeal, second_inspector: Actor, client: Client
) -> None:
    Appeal.objects.everything("a test").update(reason=HOSTILE)
    page = f"/verdicts/{appeal.record.number}/"
    assert "alert" not in client.get(page).content.decode()
    decide_appeal(second_inspector, appeal.pk, revision=1, upheld=True, answer="已核实")
    html = client.get(page).content.decode()
    assert "申诉成立" in html
    assert "等待数据更正后重新评定" in html
    assert "已核实" not in html
    assert "county_reviewer" not in html
    release_appeal(city.actor("publisher"), appeal.pk, revision=2)
    html = client.get(page).content.decode()
    assert "已核实" in html
    assert "&lt;script&gt;" in html
    assert HOSTILE not in html


def test_only_the_countys_reviewer_is_offered_an_appeal(city: City, record: Record) -> None:
    offered = f'href="/desk/verdicts/appeal/{record.number}/"'
    for role, seen in (("county_reviewer", True), ("other_reviewer", False), ("publisher", False)):
        html = city.people.client(role).get(f"/verdicts/{record.number}/").content.decode()
        assert (offered in html) is seen, role


def test_the_frame_of_an_english_page_is_english(two_years: list[Edition], client: Client) -> None:
    html = client.get("/en/verdicts/JH-2025-410105-01/").content.decode()
    for words in ("Data snapshot", "Supersedes", "No appeals.", "Download the sheet"):
        assert words in html
