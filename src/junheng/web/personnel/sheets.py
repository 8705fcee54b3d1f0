"""Files of tables as text: workbooks with a sheet a table, or a CSV file each, known by their names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from junheng.facts.findings import Place
from junheng.facts.grid import Cell, Grid, Unreadable, open_workbook
from junheng.facts.values import written
from junheng.policy.messages import catalogue
from junheng.teachers import Fault, tables
from junheng.teachers.columns import plain
from junheng.teachers.reading import LINE
from junheng.web.personnel.faults import SiteFault

TABLES = ("teachers", "schools", "distances", "coordinates")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as text, with the file and sheet it came from."""

    table: str
    text: pl.DataFrame
    file: str
    sheet: str | None

    def place(self, row: int | None = None, header: str | None = None) -> Place:
        names = [one for one in self.text.columns if one != LINE]
        return Place(self.file, self.sheet, row, names.index(header) + 1 if header in names else None, header)


@dataclass(slots=True)
class Sheets:
    """The tables of some files by id, and what is wrong with the files."""

    found: dict[str, Sheet] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_sheets(files: Iterable[tuple[str, bytes]], known: Sequence[str] = TABLES) -> Sheets:
    """The tables in files given by name and content, of those ``known``; empty sheets are passed over."""
    made = Sheets()
    for name, content in files:
        try:
            grids = open_workbook(content, name)
        except Unreadable as fault:
            made.faults.append(unreadable(name, fault))
            continue
        for grid in grids:
            if any(cell != "" for row in grid.rows for cell in row):
                _take(grid, made, known)
    return made


def unreadable(name: str, fault: Unreadable) -> Fault:
    """Why a file cannot be read, in the words of whoever reads files."""
    said = catalogue("junheng.facts")[fault.finding.code]
    values = fault.finding.values
    why = {"why": said.parts("zh", values)[0], "why_en": said.parts("en", values)[0]}
    return SiteFault("unreadable", Place(name), why)


def _take(grid: Grid, made: Sheets, among: Sequence[str]) -> None:
    sheet = None if grid.plain_text else grid.sheet
    id_ = _names(among).get(plain(grid.sheet))
    if id_ is None:
        titles = [tables()[one].title for one in among]
        known = {"known": "、".join(one.zh for one in titles), "known_en": ", ".join(among)}
        made.faults.append(SiteFault("unknown_table", Place(grid.file, sheet), {"name": grid.sheet, **known}))
        return
    if id_ in made.found:
        title = tables()[id_].title
        values = {"name": title.zh, "name_en": title.en}
        made.faults.append(SiteFault("table_twice", Place(grid.file, sheet), values))
        return
    header = [_text(cell) for cell in grid.rows[0]] if grid.rows else []
    doubled = sorted({one for one in header if one and header.count(one) > 1})
    made.faults += [SiteFault("header_twice", Place(grid.file, sheet, 1, header=one), {"name": one}) for one in doubled]
    if not doubled:
        made.found[id_] = Sheet(id_, _frame(header, grid.rows[1:]), grid.file, sheet)


def _names(among: Sequence[str]) -> Mapping[str, str]:
    """How a sheet or file may be called."""
    return {plain(name): one for one in among for name in (one, tables()[one].title.zh, tables()[one].title.en)}


def _frame(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> pl.DataFrame:
    """The rows that hold anything, cut or filled to the header's width, with their numbers in the file."""
    width = len(header)
    body = [(at, [_text(cell) for cell in row[:width]]) for at, row in enumerate(rows, 2)]
    kept = [(at, [*row, *[""] * (width - len(row))]) for at, row in body if any(row)]
    names = [one or f"_{at}" for at, one in enumerate(header)]
    columns = {name: [row[at] for _, row in kept] for at, name in enumerate(names) if name != LINE}
    lines = pl.Series(LINE, [at for at, _ in kept], dtype=pl.Int64)
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).with_columns(lines)


def _text(cell: Cell) -> str:
    return written(cell).strip()
