"""Reads a sheet with one row per school, or per row of a table."""

from collections.abc import Mapping

from junheng.facts.collect import Collector, Key
from junheng.facts.contracts import contract
from junheng.facts.findings import Outcome
from junheng.facts.grid import Cell, Grid
from junheng.facts.templates.cells import unguarded
from junheng.facts.templates.layouts import RowLayout
from junheng.facts.templates.slots import Slot, fold
from junheng.facts.values import Parsed, parse

TOTALS = frozenset({"合计", "总计", "小计", "计"})


def read(grid: Grid, layout: RowLayout, collector: Collector) -> None:
    """Every row under the header; a row without its key is dropped and reported."""
    columns = layout.columns
    for column, header in layout.unknown.items():
        collector.note("template_column_unknown", Outcome.IGNORED, grid.place(None, column, header), header=header)
    table = _own_table(columns)
    for row in range(layout.header_row + 1, len(grid.rows) + 1):
        if any(grid.at(row, column) != "" for column in columns):
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
    for column, slot in columns.items():
        if slot.table == table and slot.field.id in rules.key:
            continue
        parsed = cell(grid.at(row, column), slot)
        if said(parsed):
            full = (*key, slot.part) if slot.part else key
            collector.add(slot.table, full, slot.field, parsed, grid.place(row, column, slot.header))


def cell(raw: Cell, slot: Slot) -> Parsed:
    """The value of a cell by its slot, with the guard against formulas taken off."""
    if isinstance(raw, str) and slot.field.type == "text":
        raw = unguarded(raw)
    return parse(raw, slot.field)


def said(parsed: Parsed) -> bool:
    """Whether a cell says anything, be it only something wrong."""
    return parsed.state != "not_reported" or bool(parsed.problem or parsed.change)


def _key(grid: Grid, row: int, table: str, columns: Mapping[int, Slot], collector: Collector) -> Key | None:
    rules = contract(table)
    values: dict[str, str] = {}
    for column, slot in columns.items():
        if slot.table == table and slot.field.id in rules.key:
            parsed = cell(grid.at(row, column), slot)
            if parsed.problem or parsed.change:
                collector.say(parsed, grid.place(row, column, slot.header), slot.field)
            values[slot.field.id] = "" if parsed.value is None else str(parsed.value)
    missing = [name for name in rules.key if rules.field(name).required and not values.get(name)]
    if not missing:
        return tuple(values.get(name, "") for name in rules.key)
    totals = any(fold(grid.at(row, column)) in TOTALS for column in range(1, len(grid.rows[row - 1]) + 1))
    collector.note(
        "template_total_row" if totals else "template_row_without_key",
        Outcome.IGNORED if totals else Outcome.REJECTED,
        grid.place(row),
        field=rules.field(missing[0]).title.zh,
        field_en=rules.field(missing[0]).title.en,
    )
    return None
