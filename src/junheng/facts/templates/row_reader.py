"""Reads a sheet with one row per school, or per row of a table."""

from collections.abc import Mapping, Sequence

from junheng.facts.codes import code_list
from junheng.facts.collect import Collector, Key
from junheng.facts.contracts import contract
from junheng.facts.findings import Outcome, Place
from junheng.facts.grid import Cell, Grid
from junheng.facts.templates.cells import unguarded
from junheng.facts.templates.layouts import RowLayout
from junheng.facts.templates.slots import Slot, fold
from junheng.facts.values import Parsed, parse

TOTALS = frozenset({"合计", "总计", "小计", "计"})
SECTIONS = tuple(code_list("sections").codes)

Entry = tuple[Slot, Parsed, Place]

_HOLDS = frozenset({"reported", "suppressed"})


def read(grid: Grid, layout: RowLayout, collector: Collector) -> None:
    """Every row under the header; a row without its key is dropped and reported."""
    columns = layout.columns
    for column, header in layout.unknown.items():
        collector.note("template_column_unknown", Outcome.IGNORED, grid.place(None, column, header), header=header)
    table = _own_table(columns)
    for row in range(layout.header_row + 1, len(grid.rows) + 1):
        if any(str(grid.at(row, column)).strip() for column in columns):
            _read_row(grid, row, table, columns, collector)


def _own_table(columns: Mapping[int, Slot]) -> str:
    """The table whose key the rows have: ``schools`` for whole schools."""
    tables = {slot.table for slot in columns.values()}
    return tables.pop() if len(tables) == 1 else "schools"


def _read_row(grid: Grid, row: int, table: str, columns: Mapping[int, Slot], collector: Collector) -> None:
    key = _key(grid, row, table, columns, collector)
    if key is None:
        return
    rules = contract(table)
    collector.touch(table, key)
    entries = [
        (slot, cell(grid.at(row, column), slot), grid.place(row, column, slot.header))
        for column, slot in columns.items()
        if slot.table != table or slot.field.id not in rules.key
    ]
    bring(of_present_sections(entries), key, collector)


def bring(entries: Sequence[Entry], key: Key, collector: Collector) -> None:
    """The cells of one unit to the collector; of the blank ones only where a required value is missing."""
    for slot, parsed, place in entries:
        full = (*key, slot.part) if slot.part else key
        if said(parsed):
            collector.add(slot.table, full, slot.field, parsed, place)
        elif slot.field.required:
            collector.mark("blank", slot.table, full, slot.field, place)


def of_present_sections(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without those of sections that the school does not have.

    A section is there when one of its cells holds a value, a suppressed value or something that cannot be read;
    blanks and ``/`` alone say that there is no such section.
    """
    present = {slot.part for slot, parsed, _ in entries if parsed.state in _HOLDS or parsed.problem}
    return [one for one in entries if one[0].part not in SECTIONS or one[0].part in present]


def cell(raw: Cell, slot: Slot) -> Parsed:
    """The value of a cell by its slot, with the guard against formulas taken off."""
    if isinstance(raw, str) and slot.field.type == "text":
        raw = unguarded(raw)
    return parse(raw, slot.field)


def said(parsed: Parsed) -> bool:
    """Whether a cell says anything, be it only something wrong."""
    return parsed.state != "not_reported" or bool(parsed.problem or parsed.change)


def _key(grid: Grid, row: int, table: str, columns: Mapping[int, Slot], collector: Collector) -> Key | None:
    """The key of a row; None, with what is wrong noted, when the row cannot be used."""
    rules = contract(table)
    own = {column: slot for column, slot in columns.items() if slot.table == table and slot.field.id in rules.key}
    found = {column: cell(grid.at(row, column), slot) for column, slot in own.items()}
    values = {
        slot.field.id: ""
        if found[column].value is None or _is_total(grid.at(row, column), slot)
        else str(found[column].value)
        for column, slot in own.items()
    }
    missing = [name for name in rules.key if rules.field(name).required and not values.get(name)]
    if missing and any(fold(one) in TOTALS for one in grid.rows[row - 1]):
        collector.note("template_total_row", Outcome.IGNORED, grid.place(row))
        return None
    for column, slot in own.items():
        collector.say(found[column], grid.place(row, column, slot.header), slot.field)
    if not missing:
        key = tuple(values.get(name, "") for name in rules.key)
        for column, slot in own.items():
            collector.mark("key", table, key, slot.field, grid.place(row, column, slot.header))
        return key
    title = rules.field(missing[0]).title
    collector.note("template_row_without_key", Outcome.REJECTED, grid.place(row), field=title.zh, field_en=title.en)
    return None


def _is_total(raw: Cell, slot: Slot) -> bool:
    """Whether a cell for a free code says 合计; in a code list 计 may be a title of its own."""
    return slot.field.codes is None and fold(raw) in TOTALS
