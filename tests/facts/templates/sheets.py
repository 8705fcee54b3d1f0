"""Templates written and opened again, and forms as grids, for the tests of their parts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from junheng.facts.collect import Collector
from junheng.facts.findings import Finding
from junheng.facts.grid import Grid
from junheng.facts.tables import Facts
from junheng.facts.template_reader import read
from junheng.facts.templates import write_template
from junheng.facts.templates.book import Book
from junheng.facts.templates.forms import HEADERS, official_lines
from junheng.facts.templates.identity import Identity

SINGLE: Mapping[int, Any] = {
    1: "甲小学",
    2: "小学",
    3: "2141000001",
    10: 400,
    15: 10,
    20: 10,
    34: 5,
    37: 2,
    51: "12.34",
}
"""Lines of the official form of a school with one section."""


def book_of(kind: str, folder: Path, **more: Any) -> openpyxl.Workbook:
    path = folder / f"{kind}.xlsx"
    write_template(kind, path, year=2025, **more)
    return openpyxl.load_workbook(path)


def book_at(path: Path, year: int = 2025) -> Book:
    return Book(path, Identity("school", "0123456789ab", year), "题目")


def form(values: Mapping[int, Any], which: str = "school", file: str = "f.xlsx") -> Grid:
    lines = official_lines("school" if which == "school" else "county")
    rows: list[list[Any]] = [list(HEADERS)]
    rows += [
        [line.number, line.category, line.title, line.unit, values.get(line.number, ""), "是", ""] for line in lines
    ]
    return Grid(file, "填报", rows)


def further(values: Mapping[str, Any]) -> Grid:
    """A further sheet of a vertical form: title -> value."""
    rows: list[list[Any]] = [list(HEADERS), *([0, "", title, "", value, "", ""] for title, value in values.items())]
    return Grid("f.xlsx", "补充", rows)


def read_grids(*grids: Grid) -> tuple[Facts, list[Finding]]:
    collector = Collector()
    assert read(grids, collector)
    return collector.facts(2025), collector.findings
