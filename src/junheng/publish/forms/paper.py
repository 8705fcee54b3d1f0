"""A filled form as ruled tables for paper: Word and PDF are set from these, with the words of the workbook's cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from junheng.facts.findings import column_letters
from junheng.publish.display import CONTROL
from junheng.publish.forms.filled import Entry, Filled, FilledSheet
from junheng.publish.forms.layout import Cell, Style, column_number, split_address
from junheng.publish.forms.phrases import Value
from junheng.publish.forms.workbook import GAPS_HEADINGS, GAPS_SHEET, GAPS_TITLE, grids, merges
from junheng.publish.rounding import shown

GAPS_WIDTHS = (12.0, 10.0, 100.0)
EMPTY = Entry(None, Cell("value", "", 0, "value"))
USUAL_WIDTH = 8.43
"""Columns of Excel that were given no width."""


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a ruled table; a ``covered`` one lies under a box that reaches down from a row above."""

    text: str
    style: Style
    columns: int = 1
    rows: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: ``widths`` in characters, the first ``heads`` rows repeated on every page it runs over."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Box, ...], ...]
    heads: int


@dataclass(frozen=True, slots=True)
class Line:
    """Words above, between or below the tables."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the form, which begins on a page of its own."""

    name: str
    title: str
    parts: tuple[Line | Ruled, ...]


@dataclass(frozen=True, slots=True)
class _Area:
    """A rectangle of cells, all ends included."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, area: str) -> "_Area":
        first, _, last = area.partition(":")
        (left, top), (right, bottom) = split_address(first), split_address(last or first)
        return cls(column_number(left), top, column_number(right), bottom)

    def begins(self, column: int, row: int) -> bool:
        return (self.left, self.top) == (column, row)

    def holds(self, column: int, row: int) -> bool:
        return self.left <= column <= self.right and self.top <= row <= self.bottom


def paper(filled: Filled) -> tuple[Sheet, ...]:
    """Every sheet in order; what could not be filled is listed on a last one, as in the workbook."""
    sheets = [_sheet(one) for one in filled.sheets]
    return (*sheets, _gaps(filled)) if filled.gaps else tuple(sheets)


def box_text(entry: Entry) -> str:
    """What a reader of the workbook sees in the cell."""
    if entry.value is None:
        return ""
    if isinstance(entry.value, str):
        return entry.value.translate(CONTROL)
    return shown(entry.value, entry.cell.decimals)


def _sheet(filled: FilledSheet) -> Sheet:
    tables = _joined(_Area.of(area) for area in grids(filled))
    lines = [
        (split_address(at)[1], Line(box_text(entry), entry.cell.style))
        for at, entry in filled.entries.items()
        if not any(table.holds(*_place(at)) for table in tables)
    ]
    parts: list[tuple[int, Line | Ruled]] = [*lines, *((table.top, _ruled(filled, table)) for table in tables)]
    ordered = [part for _, part in sorted(parts, key=lambda one: one[0])]
    (title,) = [one.text for one in ordered if isinstance(one, Line) and one.style == "title"]
    body = (one for one in ordered if isinstance(one, Ruled) or one.style != "title")
    return Sheet(filled.sheet.name, title, tuple(body))


def _joined(areas: Iterable[_Area]) -> list[_Area]:
    """Ruled areas that stand one on the other are one table."""
    found: list[_Area] = []
    for area in areas:
        if found and found[-1].bottom + 1 == area.top:
            area = replace(found.pop(), bottom=area.bottom)  # noqa: PLW2901
        found.append(area)
    return found


def _place(at: str) -> tuple[int, int]:
    letters, row = split_address(at)
    return column_number(letters), row


def _ruled(filled: FilledSheet, table: _Area) -> Ruled:
    merged = [_Area.of(area) for area in merges(filled)]
    rows = [tuple(_row(filled.entries, table, merged, row)) for row in range(table.top, table.bottom + 1)]
    columns = range(table.left, table.right + 1)
    widths = tuple(filled.sheet.widths.get(column_letters(column), USUAL_WIDTH) for column in columns)
    return Ruled(widths, tuple(rows), _heads(filled.entries, table))


def _row(entries: Mapping[str, Entry], table: _Area, merged: list[_Area], row: int) -> Iterator[Box]:
    column = table.left
    while column <= table.right:
        area = next((one for one in merged if one.holds(column, row)), _Area(column, row, column, row))
        entry = entries.get(f"{column_letters(area.left)}{area.top}", EMPTY)
        columns = area.right - area.left + 1
        if area.begins(column, row):
            yield Box(box_text(entry), entry.cell.style, columns, area.bottom - area.top + 1)
        else:
            yield Box("", entry.cell.style, columns, covered=True)
        column += columns


def _heads(entries: Mapping[str, Entry], table: _Area) -> int:
    """The leading rows in which nothing is filled in."""
    body = (
        row
        for at, entry in entries.items()
        for column, row in (_place(at),)
        if table.holds(column, row) and (entry.cell.kind != "text" or entry.cell.style == "left")
    )
    return min(body, default=table.bottom + 1) - table.top


def _gaps(filled: Filled) -> Sheet:
    head = tuple(Box(words, "head") for words in GAPS_HEADINGS)
    rows = (tuple(Box(_words(one), "left") for one in (gap.sheet, gap.at, gap.what)) for gap in filled.gaps)
    return Sheet(GAPS_SHEET, GAPS_TITLE, (Ruled(GAPS_WIDTHS, (head, *rows), 1),))


def _words(value: Value) -> str:
    return str(value).translate(CONTROL)
