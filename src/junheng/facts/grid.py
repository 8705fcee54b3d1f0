"""Sheets as plain rows of cells, wherever they came from; rows and columns count from 1 as in Excel."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import python_calamine as calamine

from junheng.facts import csvfile, package
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.sniff import Kind, sniff

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
Span = tuple[int, int, int, int]
"""A merged range: first row, first column, last row, last column, from 1."""


class Unreadable(Exception):  # noqa: N818  (it carries a finding for the user, not an error for the programmer)
    """A file that holds no sheets we can read; ``finding`` says why and how to mend it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. ``rows`` starts at A1 and is as ragged as the file; an empty cell is ``""``.

    ``plain_text`` says the file knows no numbers (CSV).
    ``merged`` cells hold their value in the top left cell only, as in the file; ``header`` gives them filled.
    """

    file: str
    sheet: str
    rows: list[list[Cell]]
    merged: Sequence[Span] = ()
    hidden: bool = False
    plain_text: bool = False

    def at(self, row: int, column: int) -> Cell:
        """The cell at a place counted from 1; ``""`` outside the sheet."""
        if 0 < row <= len(self.rows):
            cells = self.rows[row - 1]
            if 0 < column <= len(cells):
                return cells[column - 1]
        return ""

    def header(self, first: int, last: int) -> list[list[Cell]]:
        """Rows first to last, equally long, every merged cell filled with the value of its range."""
        rows = self.rows[first - 1 : last]
        width = max(map(len, rows), default=0)
        filled = [row + [""] * (width - len(row)) for row in rows]
        for top, left, bottom, right in self.merged:
            if bottom < first or top > last:
                continue
            value = self.at(top, left)
            if value == "":
                continue
            for row in range(max(top, first), min(bottom, last) + 1):
                cells = filled[row - first]
                for column in range(left, min(right, width) + 1):
                    cells[column - 1] = value
        return filled

    def place(self, row: int | None = None, column: int | None = None, header: str | None = None) -> Place:
        return Place(self.file, self.sheet, row, column, header)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file, in order, with what was noticed while opening it."""

    kind: Kind
    grids: list[Grid]
    findings: list[Finding] = field(default_factory=list)


def open_workbook(source: Path | bytes, name: str | None = None) -> list[Grid]:
    """The sheets of a workbook or CSV, whatever its name says.

    Raises:
        Unreadable: with the finding to show, for a file that is empty, locked, damaged, a bomb or no spreadsheet.
    """
    return open_file(source, name).grids


def open_file(source: Path | bytes, name: str | None = None) -> Workbook:
    """As :func:`open_workbook`, with the kind of file and the notes taken on the way."""
    data, name = (source.read_bytes(), name or source.name) if isinstance(source, Path) else (source, name or "")
    sniffed = sniff(data, name)
    if sniffed.problem is not None:
        raise Unreadable(Finding(sniffed.problem, Outcome.REJECTED, Place(name)))
    findings = []
    if sniffed.renamed:
        values = {"kind": str(sniffed.kind), "extension": Path(name).suffix}
        findings.append(Finding("renamed_file", Outcome.CHANGED, Place(name), values))
    if sniffed.kind is Kind.TEXT:
        try:
            rows, note = csvfile.rows(data)
        except csv.Error:
            raise Unreadable(Finding("not_a_spreadsheet", Outcome.REJECTED, Place(name))) from None
        if note is not None:
            findings.append(Finding("csv_encoding", Outcome.CHANGED, Place(name), {"encoding": note}))
        return Workbook(sniffed.kind, [Grid(name, Path(name).stem, rows, plain_text=True)], findings)
    return Workbook(sniffed.kind, _sheets(data, name, sniffed.kind), findings)


def _sheets(data: bytes, name: str, kind: Kind) -> list[Grid]:
    oddities: package.Oddities = {}
    if kind is Kind.XLSX:
        try:
            oddities = package.inspect(data)
        except package.BadPackage as fault:
            raise Unreadable(Finding(fault.code, Outcome.REJECTED, Place(name))) from None
    try:
        workbook = calamine.load_workbook(io.BytesIO(data))
        return [_grid(workbook, index, name, oddities) for index in _worksheets(workbook)]
    except calamine.PasswordError:
        raise Unreadable(Finding("password_protected", Outcome.REJECTED, Place(name))) from None
    except Exception:  # noqa: BLE001  (broken bytes inside the reader must reach the user as a finding)
        raise Unreadable(Finding("damaged_workbook", Outcome.REJECTED, Place(name))) from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise Unreadable(Finding("damaged_workbook", Outcome.REJECTED, Place(name))) from None


def _worksheets(workbook: calamine.CalamineWorkbook) -> list[int]:
    return [index for index, one in enumerate(workbook.sheets_metadata) if one.typ is calamine.SheetTypeEnum.WorkSheet]


def _grid(workbook: calamine.CalamineWorkbook, index: int, name: str, oddities: package.Oddities) -> Grid:
    meta = workbook.sheets_metadata[index]
    sheet = workbook.get_sheet_by_index(index)
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    for row, column, text in oddities.get(meta.name, ()):
        _put(rows, row, column, text)
    merged = [
        (top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    return Grid(name, meta.name, rows, merged, hidden=meta.visible is not calamine.SheetVisibleEnum.Visible)


def _put(rows: list[list[Cell]], row: int, column: int, text: str) -> None:
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend([""] * (column - len(cells)))
    cells[column - 1] = text
