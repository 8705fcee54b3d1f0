"""One number everywhere: the tables of a county's page against its files and the API, digit by digit."""

import csv
import io
import json
import re
import subprocess
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from junheng.publish.rounding import AVERAGE, DISPERSION, shown
from tests.web.life.person import Person
from tests.web.life.town import COUNTY

Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Told:
    """What the public is told of the county in one version, in every form it is told."""

    page_dispersions: list[list[str]]
    page_schools: list[list[str]]
    api: dict[str, Any]
    api_schools: list[dict[str, Any]]
    files: dict[tuple[str, str], bytes]
    """By table and suffix, as the page offers them."""
    whole: dict[str, bytes]
    """All tables at once, by the name of the file."""


def told(public: Person, slug: str) -> Told:
    """Read the county's page of one version and fetch whatever it offers."""
    page = f"/{slug}/county/{COUNTY}/"
    public.go(page)
    tables = [(table, suffix) for table in ("indicators", "schools") for suffix in ("csv", "xlsx", "pdf", "docx")]
    api = f"/api/v1/editions/{slug}"
    return Told(
        page_dispersions=_cells(public, "#dispersion table.compact tbody tr"),
        page_schools=_cells(public, "#schools table.heat tbody tr"),
        api=json.loads(public.fetch(f"{api}/counties/{COUNTY}")),
        api_schools=json.loads(public.fetch(f"{api}/schools?county={COUNTY}"))["items"],
        files={(table, suffix): public.fetch(f"{page}?format={suffix}&table={table}") for table, suffix in tables},
        whole={name: public.fetch(f"{page}download/{name}") for name in ("tables.xlsx", "tables.zip", "report.pdf")},
    )


def agrees(told: Told) -> int:
    """Hold every form against the API, which tells full precision; returns how many numbers were compared."""
    return sum((_page(told), _csv(told), _workbook(told), _paper(told), _whole(told)))


def _page(told: Told) -> int:
    """The page rounds as the official form does."""
    expected = [
        [
            shown(one["mean"], AVERAGE, thousands=True),
            *(shown(one[name], DISPERSION) for name in ("dispersion", "limit")),
        ]
        for one in told.api["indicators"]
        if one["section"] in {"primary", "junior"}
    ]
    seen = [row[1:4] for row in told.page_dispersions]
    assert seen == expected
    rows = {row[0]: row for row in told.page_schools}
    assert len(rows) == len(told.api_schools)
    for one in told.api_schools:
        values = [shown(held["value"], AVERAGE, thousands=True) for held in one["values"].values()]
        row = rows[one["school_name"]]
        assert row[2] == shown(one["pupils"]["value"], 0, thousands=True)
        assert [cell.rstrip("△✗?") for cell in row[3 : 3 + len(values)]] == values
    return sum(map(len, expected)) + sum(len(one["values"]) + 1 for one in told.api_schools)


def _csv(told: Told) -> int:
    """The CSV has every digit that the API has."""
    indicators, schools = (_read_csv(told.files[table, "csv"]) for table in ("indicators", "schools"))
    for row, one in zip(indicators, told.api["indicators"], strict=True):
        assert [_number(row[name]) for name in ("mean", "dispersion", "limit")] == [
            one[name] for name in ("mean", "dispersion", "limit")
        ]
    by_code = {row["school_code"]: row for row in schools}
    for held in told.api_schools:
        row = by_code[held["school_code"]]
        for id_, one in held["values"].items():
            assert _number(row[id_]) == one["value"], (held["school_name"], id_)
    return 3 * len(indicators) + sum(len(one["values"]) for one in told.api_schools)


def _workbook(told: Told) -> int:
    """So has Excel in its cells, as far as Excel goes: 15 digits."""
    compared = 0
    for table, names in (("indicators", ("mean", "dispersion", "limit")), ("schools", tuple(_ids(told)))):
        lines = _read_csv(told.files[table, "csv"])
        wanted = [float(row[name]) for row in lines for name in names if row[name] not in {"", "*"}]
        missing = _lacking(wanted, told.files[table, "xlsx"])
        assert missing == [], (table, missing)
        compared += len(wanted)
    return compared


def _paper(told: Told) -> int:
    """The PDF of each table has every number as the page shows it."""
    compared = 0
    for table, rows in (("indicators", told.page_dispersions), ("schools", told.page_schools)):
        printed = _printed(told.files[table, "pdf"])
        numbers = [cell.rstrip("△✗?") for row in rows for cell in row[1:] if any(map(str.isdigit, cell))]
        missing = [one for one in numbers if one.replace(",", "").removeprefix("+") not in printed]
        assert missing == [], (table, missing)
        compared += len(numbers)
    return compared


def _whole(told: Told) -> int:
    """The files of everything at once tell the same dispersions, and the report prints them."""
    exact = [one["dispersion"] for one in told.api["indicators"] if one["dispersion"] is not None]
    missing = _lacking(exact, told.whole["tables.xlsx"])
    assert missing == [], missing
    with ZipFile(io.BytesIO(told.whole["tables.zip"])) as archive:
        text = "\n".join(archive.read(name).decode("utf-8-sig") for name in archive.namelist())
    missing = [one for one in exact if repr(one) not in text]
    assert missing == [], missing
    printed = _printed(told.whole["report.pdf"])
    missing = [one for one in exact if shown(one, DISPERSION) not in printed]
    assert missing == [], missing
    return 3 * len(exact)


def _ids(told: Told) -> list[str]:
    return list(told.api_schools[0]["values"])


def _cells(public: Person, selector: str) -> list[list[str]]:
    rows = public.page.locator(selector).all()
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows]


def _read_csv(content: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _lacking(wanted: list[float], content: bytes) -> list[float]:
    """Which of the numbers are in no cell of a workbook."""
    held = {f"{one:.15g}" for one in _numbers(content)}
    return [one for one in wanted if f"{one:.15g}" not in held]


def _numbers(content: bytes) -> set[float]:
    """Every number in any cell of a workbook."""
    sheets = load_workbook(io.BytesIO(content), data_only=True).worksheets
    cells = (value for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row)
    return {float(one) for one in cells if isinstance(one, int | float)}


def _printed(content: bytes) -> set[str]:
    """The words of a PDF, numbers without the marks of their thousands and the sign of what is above."""
    command = ["pdftotext", "-layout", "-", "-"]
    printed = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()  # noqa: S603
    return {one.replace(",", "").removeprefix("+") for one in re.split(r"[\s；，。（）、]+", printed)}
