"""Hostile names and addresses over every route: nothing runs in a page, in a spreadsheet, or outside its folder."""

import csv
import io
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests.web.matrix.kept import the_world
from tests.web.matrix.routes import Route, routes
from tests.web.matrix.world import World
from tests.web.people import People
from tests.web.test_access_matrix import ANONYMOUS, _may, ask, example

SCRIPT = re.compile(r"<script(?![^<>]*\btype=\"application/ld\+json\")", re.IGNORECASE)
OWN = re.compile(r'<script (?:src="/static/[\w./-]+" defer|id="data" type="application/json")>')
"""The tags of the one page with a script: its own file, and its data with every angle bracket escaped."""
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"^[+-]?[\d.,]+%?$")
EXPORTS = {
    "what": ("tables.zip", "xlsx", "csv", "county.xlsx", "schools.csv"),
    "suffix": ("csv", "xlsx", "zip", "json"),
}
QUERIES = ("", "?format=csv&q==1%2B1", "?format=xlsx&q=%3Cscript%3E", "?q=%3Cscript%3E&text=%3Cscript%3E")
CLIMBS = ("..%2F..%2F..%2Fetc%2Fpasswd", "..%5C..%5Cwin.ini", "%00", "a" * 3000)


@pytest.fixture
def held(staff: People, settings: Settings, tmp_path: Path) -> World:
    return the_world(staff, settings, tmp_path)


def _clients(held: World) -> dict[str, Client]:
    found = {name: held.staff.client(name) for name in held.staff.users}
    found[ANONYMOUS] = Client()
    for one in found.values():
        one.raise_request_exception = False
    return found


def _reader(route: Route, held: World) -> str:
    """Somebody who may open it."""
    if route.access == "public":
        return ANONYMOUS
    return next(name for name in held.staff.users if _may(route, held.staff.actor(name)))


def _addresses(route: Route, held: World) -> Iterator[str]:
    path = str(example(route, held))
    yield from (f"{path}{query}" for query in QUERIES)
    for name in set(route.kwargs) & set(EXPORTS):
        values = {part: held.parts.get(f"{route.name}.{part}", held.parts.get(part, "")) for part in route.kwargs}
        yield from (route.path({**values, name: value}) for value in EXPORTS[name])


def _content(answer: HttpResponse) -> bytes:
    if answer.streaming:
        return b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return answer.content


def _faults(answer: HttpResponse) -> list[str]:
    kind, content = answer.headers.get("Content-Type", ""), _content(answer)
    if kind.startswith("text/html"):
        return [found[0] for found in SCRIPT.finditer(OWN.sub("", content.decode()))]
    if answer.status_code != 200:
        return []
    return [one for one in _cells(kind, content) if one.startswith(DANGEROUS) and not NUMBER.match(one)]


def _cells(kind: str, content: bytes) -> Iterator[str]:
    if kind.startswith("text/csv"):
        yield from (one for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for one in row)
    elif "spreadsheetml" in kind:
        yield from _formulas(content)
    elif "zip" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                inside = "text/csv" if name.endswith(".csv") else "spreadsheetml" if name.endswith(".xlsx") else ""
                yield from _cells(inside, archive.read(name))


def _formulas(content: bytes) -> Iterator[str]:
    """The formulas of a workbook that read text from a cell as one; a string that looks like one does nothing."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                sheet = archive.read(name).decode()
                yield from (f"={found}" for found in re.findall(r"<f>(.*?)</f>", sheet) if "1+1" in found)


@pytest.mark.exhaustive
def test_no_name_runs_in_a_page_or_a_spreadsheet(held: World) -> None:
    clients, wrong, asked, files = _clients(held), [], 0, 0
    for route in routes():
        reader = clients[_reader(route, held)]
        for path in _addresses(route, held):
            answer = ask(reader, "GET", path)
            asked += 1
            files += answer.status_code == 200 and "html" not in answer.headers.get("Content-Type", "html")
            wrong += [f"{path}: {one[:60]!r}" for one in _faults(answer)]
            wrong += [f"{path}: broke with {answer.status_code}"] if answer.status_code == 500 else []
            if answer.status_code != 200 and not set(route.kwargs) & set(EXPORTS):
                break
    sys.stdout.write(f"\nhostile names: {asked} requests, {files} files\n")
    assert files > 30
    assert wrong == [], "\n".join(wrong)


def test_no_address_climbs_out_of_its_folder(held: World) -> None:
    clients, wrong, asked = _clients(held), [], 0
    for route in routes():
        for name in re.findall(r"<(?:(?:str|path|slug|edition):)?(\w+)>", route.pattern):
            values = {part: held.parts.get(f"{route.name}.{part}", held.parts.get(part, "")) for part in route.kwargs}
            for climb in CLIMBS:
                path = route.path({**values, name: climb})
                answer = ask(clients[_reader(route, held)], "GET", path)
                asked += 1
                if answer.status_code not in {301, 302, 400, 403, 404, 405, 410}:
                    wrong.append(f"{path[:90]}: {answer.status_code}")
    sys.stdout.write(f"\nclimbing addresses: {asked} requests\n")
    assert wrong == [], "\n".join(wrong)
