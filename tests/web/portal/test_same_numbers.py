"""One table, five shapes: every number of a page stands in its workbook, CSV, Word and PDF with the same digits."""

import csv
import io
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import openpyxl
import pytest
from django.test import Client
from docx import Document

from junheng.publish.rounding import rounded
from tests.web import tiny
from tests.web.portal.conftest import Frozen

PAGES = (
    "/",
    "/en/",
    f"/2025/county/{tiny.COUNTY}/",
    f"/en/2025/county/{tiny.COUNTY}/",
    f"/school/{tiny.CODES[0]}/",
    f"/compare/?year=2025&a={tiny.CODES[0]}.primary&b={tiny.CODES[1]}.primary",
    f"/compare/?year=2025&a={tiny.COUNTY}",
    "/search/?q=yangli",
    "/indicators/L5/",
    "/en/indicators/G13/",
)
NUMBER = re.compile(r"(?<![\w.])[-−+]?\d[\d,]*(?:\.\d+)?")


def _offers(client: Client, page: str) -> dict[str, dict[str, str]]:
    """The tables a page offers: by id, the address of each format."""
    found: dict[str, dict[str, str]] = {}
    for link in re.findall(r'href="(\?[^"]*format=[^"]*)"', client.get(page).content.decode()):
        at = urljoin(page, unescape(link))
        query = parse_qs(urlsplit(at).query)
        found.setdefault(query["table"][0], {})[query["format"][0]] = at
    return found


def _numbers(text: str) -> list[str]:
    return [one.replace(",", "").replace("−", "-").lstrip("+") for one in NUMBER.findall(text)]


def _word(content: bytes) -> list[list[str]]:
    (table,) = Document(io.BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def _pdf(content: bytes, tmp_path: Path) -> str:
    path = tmp_path / "table.pdf"
    path.write_bytes(content)
    made = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)  # noqa: S603, S607
    return made.stdout


def _shown(cell: Any) -> str:
    """What Excel shows of a cell: the number rounded by the cell's own format."""
    if not isinstance(cell.value, int | float) or isinstance(cell.value, bool):
        return "" if cell.value is None else str(cell.value)
    _whole, _point, digits = str(cell.number_format).partition(".")
    return str(rounded(float(cell.value), digits.count("0")))


def _sheet(content: bytes) -> list[list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[_shown(cell) for cell in row] for row in book.worksheets[0].iter_rows()]


def _digits(row: list[str]) -> list[str]:
    return _numbers(" ".join(row))


def _csv(content: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    return [one for row in rows for cell in row for one in _numbers(cell)]


@pytest.mark.parametrize("page", PAGES)
def test_the_same_numbers_in_every_file(city: Frozen, client: Client, page: str, tmp_path: Path) -> None:
    offers = _offers(client, page)
    assert offers
    html = set(_numbers(unescape(re.sub(r"<[^>]+>", " ", client.get(page).content.decode()))))
    for id_, links in offers.items():
        assert set(links) == {"xlsx", "csv", "docx", "pdf"}
        files = {name: client.get(at).content for name, at in links.items()}
        word = _word(files["docx"])
        rows = [row for row in word if any(cell for cell in row)]
        numbers = [row for row in rows if _digits(row)]
        assert numbers, (page, id_)
        sheet = [number for row in _sheet(files["xlsx"]) for number in _digits(row)]
        pdf = re.sub(r"\s", "", _pdf(files["pdf"], tmp_path))
        for row in numbers:
            for one in _digits(row):
                assert one in sheet, (page, id_, one)
                assert one in pdf.replace("−", "-").replace(",", ""), (page, id_, one)
        exact = _csv(files["csv"])
        alone = [cell for row in word for cell in row if NUMBER.fullmatch(cell)]
        decimals = {one for cell in alone for one in _numbers(cell) if "." in one}
        for one in decimals:
            digits = len(one.partition(".")[2])
            assert any(str(rounded(float(each), digits)) == one for each in exact), (page, id_, one)
        if id_ not in {"items", "search"}:
            assert {one.lstrip("-") for one in decimals} <= {one.lstrip("-") for one in html} | _zeros(html), (
                page,
                id_,
            )


def _zeros(html: set[str]) -> set[str]:
    """The same numbers as a page may write them: whole ones without decimals, others with two or three."""
    return {f"{float(one):.{digits}f}" for one in html for digits in (2, 3)}
