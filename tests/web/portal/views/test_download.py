"""Downloads: made when asked for, typed, named, nothing kept; what cannot be made says so."""

import tempfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from junheng.web.portal.downloads import DOWNLOADS, Download
from junheng.web.portal.papers import Papers
from tests.web.portal.conftest import COUNTY, Frozen

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {
    "forms.docx": WORD,
    "forms.xlsx": SHEET,
    "forms.pdf": "application/pdf",
    "report.docx": WORD,
    "report.pdf": "application/pdf",
    "tables.xlsx": SHEET,
    "tables.zip": "application/zip",
}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Papers]:
    """What the view asks to be made, without making it."""
    asked: list[Papers] = []

    def keep(_wanted: Download, papers: Papers, _language: str) -> bytes:
        asked.append(papers)
        return b"made"

    monkeypatch.setattr("junheng.web.portal.views.download.make", keep)
    return asked


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("file", TYPES)
def test_type_and_name(city: Frozen, made: list[Papers], client: Client, file: str, prefix: str) -> None:
    answer = client.get(f"{prefix}{COUNTY}download/{file}")
    assert (answer.status_code, answer["Content-Type"]) == (200, TYPES[file])
    name = unquote(answer["Content-Disposition"])
    assert name.startswith("attachment")
    assert ("Jinshui 2025" if prefix else "金水区 2025") in name
    assert f".{file.rpartition('.')[2]}" in name
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_every_file_on_offer_is_on_the_page_and_has_a_type(city: Frozen, client: Client) -> None:
    assert {one.file for one in DOWNLOADS} == set(TYPES)
    html = client.get(COUNTY).content.decode()
    assert all(f'href="{COUNTY}download/{file}"' in html for file in TYPES)


@pytest.mark.parametrize("file", ["forms.xlsx", "tables.xlsx", "tables.zip"])
def test_downloads_are_made_when_asked_for_and_not_kept(city: Frozen, client: Client, file: str) -> None:
    answer = client.get(f"{COUNTY}download/{file}")
    assert answer.content.startswith(b"PK")
    assert not [one for one in Path(tempfile.gettempdir()).glob("junheng-*/*") if one.name == file]


def test_the_years_before_are_passed_on(three_years: list[Frozen], made: list[Papers], client: Client) -> None:
    client.get(f"{COUNTY}download/report.docx")
    (papers,) = made
    assert [one.year for one in papers.material.earlier] == [2023, 2024]
    assert papers.material.other_standard is not None


def test_pinned_queries_once_the_snapshot_is_open(
    city: Frozen, made: list[Papers], client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(f"{COUNTY}download/report.pdf")
    with django_assert_num_queries(3):
        client.get(f"{COUNTY}download/report.pdf")


@pytest.mark.parametrize(("prefix", "words"), [("", "这份快照不在本机"), ("/en", "not on this machine")])
def test_without_the_snapshot_it_says_so(published: None, client: Client, prefix: str, words: str) -> None:
    answer = client.get(f"{prefix}/2025/county/410105/download/report.pdf")
    assert answer.status_code == 503
    assert words in answer.content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "path",
    [
        "/2025/county/410105/download/passwords.txt",
        "/2025/county/410105/download/../../secret.key",
        "/2025/county/410199/download/report.pdf",
        "/1999/county/410105/download/report.pdf",
    ],
)
def test_a_wrong_address(published: None, client: Client, prefix: str, path: str) -> None:
    assert client.get(prefix + path).status_code == 404


def test_reading_only(published: None, client: Client) -> None:
    assert client.post("/2025/county/410105/download/report.pdf").status_code == 405
