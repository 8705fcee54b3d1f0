"""A sheet with one row per school (or per row of a table) under a frozen header of two lines."""

from collections.abc import Sequence
from itertools import groupby

from xlsxwriter.worksheet import Worksheet

from junheng.facts.contracts import contract
from junheng.facts.templates.book import Book, put
from junheng.facts.templates.slots import Slot

HEADER_ROWS = 2
SPARE_ROWS = 200
"""Empty rows that are open for typing below the filled ones."""

Cells = Sequence[str | float | int | None]


def write_rows(book: Book, name: str, slots: Sequence[Slot], rows: Sequence[Cells], *, frozen: int = 1) -> Worksheet:
    """A sheet of slots as columns; ``frozen`` columns stay in view."""
    sheet = book.sheet(name)
    _write_categories(book, sheet, slots)
    last = HEADER_ROWS + len(rows) + SPARE_ROWS - 1
    for column, slot in enumerate(slots):
        put(sheet, 1, column, _title(slot), book.required if slot.required else book.header)
        sheet.set_column(column, column, _width(slot), book.open(slot.field))
        rule = book.validation(slot.field)
        if rule:
            sheet.data_validation(HEADER_ROWS, column, last, column, rule)
    for number, cells in enumerate(rows, HEADER_ROWS):
        for column, (slot, value) in enumerate(zip(slots, cells, strict=True)):
            put(sheet, number, column, value, book.open(slot.field))
    sheet.set_row(1, 48)
    sheet.freeze_panes(HEADER_ROWS, frozen)
    sheet.repeat_rows(0, 1)
    sheet.protect(options={"format_columns": True, "format_rows": True, "insert_rows": True, "autofilter": True})
    return sheet


def _write_categories(book: Book, sheet: Worksheet, slots: Sequence[Slot]) -> None:
    column = 0
    for table, run in groupby(slots, key=lambda slot: slot.table):
        width = len(list(run))
        title = contract(table).title.zh
        if width == 1:
            put(sheet, 0, column, title, book.category)
        else:
            sheet.merge_range(0, column, 0, column + width - 1, title, book.category)
        column += width


def _title(slot: Slot) -> str:
    return f"{slot.header}*" if slot.required else slot.header


def _width(slot: Slot) -> float:
    if slot.field.id.endswith("_name"):
        return 28
    return 16 if slot.field.type in {"text", "code"} else 13
