"""The data catalogue: every table of every version, the same bytes each time, kept once, confirmed by its checksum."""

import csv
import hashlib
import io
import json
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries, Settings

TABLES = ("counties", "indicators", "schools", "items")
FORMATS = ("zip", "csv", "parquet", "json", "xlsx")


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_file_is_there_and_stays_the_same(published: None, client: Client, table: str, suffix: str) -> None:
    first = client.get(f"/data/2025/{table}.{suffix}")
    again = client.get(f"/data/2025-v1/{table}.{suffix}")
    assert first.status_code == 200
    assert first.content == again.content
    assert first["ETag"] == f'"{hashlib.sha256(first.content).hexdigest()}"'
    known = client.get(f"/data/2025/{table}.{suffix}", headers={"If-None-Match": first["ETag"]})
    assert (known.status_code, known.content) == (304, b"")


def test_a_file_is_made_once(
    published: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/data/2025/schools.csv")
    with django_assert_num_queries(1):
        client.get("/data/2025/schools.csv")


def test_the_formats_hold_the_same_numbers(published: None, client: Client) -> None:
    held = {one: client.get(f"/data/2025/schools.{one}").content for one in FORMATS}
    rows = list(csv.DictReader(io.StringIO(held["csv"].decode("utf-8-sig"))))
    frame = pl.read_parquet(io.BytesIO(held["parquet"]))
    data = json.loads(held["json"])
    sheet = load_workbook(io.BytesIO(held["xlsx"])).worksheets[0]
    with ZipFile(io.BytesIO(held["zip"])) as archive:
        assert archive.read("schools.csv") == held["csv"]
        assert "schools.meta.csv" in archive.namelist()
    for id_ in ("pupils", "L1", "L5", "L6"):
        expected = [float(one[id_]) if one[id_] else None for one in rows]
        assert frame[id_].to_list() == expected
        assert [one[id_] for one in data["rows"]] == expected
        assert len(expected) == 6
    assert sheet.max_row >= len(rows)


def test_the_pages_name_licence_version_and_checksum(published: None, client: Client, settings: Settings) -> None:
    assert "未设定" in client.get("/data/").content.decode()
    settings.JUNHENG_DATA_LICENCE = "CC BY 4.0"
    html = client.get("/data/2025/").content.decode()
    assert "CC BY 4.0" in html
    assert hashlib.sha256(client.get("/data/2025-v1/items.csv").content).hexdigest() in html
    assert "首次发布" in client.get("/data/changes/").content.decode()


@pytest.mark.parametrize("path", ["/data/1999/", "/data/2025-v9/", "/data/2025/nothing.csv", "/data/2025/schools.exe"])
def test_what_is_not_there(published: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_empty_site(db: None, client: Client) -> None:
    assert client.get("/data/").status_code == 200
    assert client.get("/data/changes/").status_code == 200
