"""A layout with its blanks filled: what stands in every cell and what could not be filled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from junheng.publish.forms.layout import Cell, Layout, Sheet, covering, split_address
from junheng.publish.forms.phrases import Phrase, Value, Values, fill
from junheng.publish.rounding import rounded

HEADING_LENGTH = 16
DASHES = "——"
"""The official mark for a cell that is not to be filled."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The content of a cell: words, a rounded number, or None for a cell that stays empty."""

    value: Value
    cell: Cell


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell or blank that could not be filled, and what belongs there."""

    sheet: str
    at: str
    what: str


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet and the content of its cells by address; ``note_row`` is the row of the note under a block of rows."""

    sheet: Sheet
    entries: Mapping[str, Entry]
    note_row: int | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A whole form. ``about`` is printed at the head of every page, ``notice`` beside it."""

    layout: Layout
    sheets: tuple[FilledSheet, ...]
    gaps: tuple[Gap, ...]
    about: str
    notice: str
    year: int


def fill_layout(layout: Layout, values: Values, rows: Sequence[Values] = ()) -> Filled:
    """Fill every sheet; ``rows`` are the rows of the sheet that has a block of them."""
    filled = [_fill_sheet(sheet, values, rows) for sheet in layout.sheets]
    gaps = tuple(gap for _, found in filled for gap in found)
    return Filled(layout, tuple(sheet for sheet, _ in filled), gaps, "", "", 0)


def titled(filled: Filled, about: str, notice: str, year: int) -> Filled:
    return replace(filled, about=about, notice=notice, year=year)


def _fill_sheet(sheet: Sheet, values: Values, rows: Sequence[Values]) -> tuple[FilledSheet, list[Gap]]:
    entries: dict[str, Entry] = {}
    gaps: list[Gap] = []
    for at, cell, held in _cells(sheet, values, rows):
        entry, lacking = _fill_cell(cell, held)
        entries[at] = entry
        gaps += [Gap(sheet.name, at, _what(sheet, at, held, blank)) for blank in lacking]
    note_row = sheet.rows.start + len(rows) if sheet.rows else None
    return FilledSheet(sheet, entries, note_row), gaps


def _cells(sheet: Sheet, values: Values, rows: Sequence[Values]) -> Iterator[tuple[str, Cell, Values]]:
    for at, cell in sheet.cells.items():
        yield at, cell, values
    if sheet.rows:
        for number, row in enumerate(rows, sheet.rows.start):
            for letter, cell in sheet.rows.columns.items():
                yield f"{letter}{number}", cell, row
        yield f"A{sheet.rows.start + len(rows)}", Cell("phrase", sheet.rows.note, 0, "note"), values


def _fill_cell(cell: Cell, values: Values) -> tuple[Entry, tuple[str, ...]]:
    if cell.kind == "text":
        return Entry(cell.content, cell), ()
    if cell.kind == "phrase":
        phrase: Phrase = fill(cell.content, values)
        return Entry(phrase.text, cell), phrase.missing
    value = values.get(cell.content)
    if isinstance(value, (int, float)):
        exact = rounded(value, cell.decimals)
        value = None if exact is None else float(exact)
    return Entry(value, cell), ("",) if value is None else ()


def _what(sheet: Sheet, at: str, values: Values, blank: str) -> str:
    """The headings of a cell, and which blank of its phrase."""
    words = _heading(sheet, at, values)
    if not blank:
        return words
    return f"{words[:HEADING_LENGTH]}… {blank}" if len(words) > HEADING_LENGTH else f"{words} {blank}".strip()


def _heading(sheet: Sheet, at: str, values: Values) -> str:
    """What a value cell means: the school or the headings of its row, then the headings above it."""
    letter, row = split_address(at)
    owner = covering(sheet)
    school = values.get("name")
    beside = [] if school else [f"{column}{row}" for column in "AB" if column < letter]
    above = [f"{letter}{upper}" for upper in range(2, row)]
    words = [_words(sheet, owner.get(place, place)) for place in (*beside, *above)]
    return " ".join(dict.fromkeys(word for word in (str(school or ""), *words) if word))


def _words(sheet: Sheet, at: str) -> str:
    cell = sheet.cells.get(at)
    fixed = cell is not None and cell.kind == "text" and cell.style != "code" and cell.content != DASHES
    return cell.content if cell and fixed else ""
