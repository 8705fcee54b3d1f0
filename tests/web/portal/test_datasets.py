"""The published rows as tables: one county or the city, suppressed cells as stars, the numbers of the page."""

import csv
import io
import re
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from junheng.publish import SUPPRESSED, shown
from junheng.web.portal import datasets, queries
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import School


def _made(id_: str, county: str | None = None) -> Any:
    edition = queries.editions()[0]
    pairs = [pair for pair in queries.pairs(edition) if county in (None, pair[0].code)]
    found = next(one for one in datasets.DATASETS if one.id == id_)
    return found.make(edition, standard_of(edition.standard), pairs)


@pytest.mark.parametrize(("id_", "rows"), [("counties", 2), ("indicators", 28), ("schools", 6), ("items", 64)])
def test_the_whole_city_and_one_county(published: None, id_: str, rows: int) -> None:
    whole, one = _made(id_), _made(id_, "410105")
    assert len(whole.rows) == rows or id_ == "items"
    assert len(one.rows) < len(whole.rows)
    assert one.title.zh.startswith("金水区")
    assert "v1" in whole.source
    assert {len(row) for row in whole.rows} == {len(whole.columns)}


def test_suppressed_values_are_stars_and_say_so(published: None) -> None:
    School.objects.filter(code="2141000001").update(suppressed=True, values={}, pupils=None)
    table = _made("schools")
    row = next(one for one in table.records() if one["school_code"] == "2141000001")
    assert {row[name] for name in ("pupils", "L1", "L5")} == {SUPPRESSED}
    assert row["suppressed"] is True
    assert any(note.en.startswith("* not shown") for note in table.notes)


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"-?\d+\.\d+", text.replace(",", "").replace("−", "-")))


@pytest.mark.parametrize("table", ["indicators", "schools"])
def test_the_numbers_of_the_page_are_those_of_its_files(published: None, client: Client, table: str) -> None:
    path = "/2025/county/410105/"
    page = _numbers(client.get(path).content.decode())
    content = client.get(f"{path}?format=csv&table={table}").content.decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(client.get(f"{path}?format=xlsx&table={table}").content)).worksheets[0]
    in_sheet = {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, float)}
    made = _made(table, "410105")
    decimals = {column.id: column.decimals for column in made.columns if column.numeric and column.decimals}
    rows = list(csv.DictReader(io.StringIO(content)))
    assert len(rows) == len(made.rows)
    for row in rows:
        for name, places in decimals.items():
            if row[name] and name != "limit":
                value = float(row[name])
                assert value in in_sheet or value.is_integer()
                assert shown(abs(value), places) in page, (name, value)
