"""How a sheet is laid out: which row is the header and which column or line is which slot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from junheng.facts.contracts import contracts
from junheng.facts.grid import Cell, Grid
from junheng.facts.templates.forms import Form, Line, extra_lines, official_lines
from junheng.facts.templates.slots import Slot, by_header, fold, school_slots, table_slots

SEARCHED_ROWS = 12
"""Rows from the top among which the header is looked for."""
SURE = 0.8
"""Share of headers that must be ours for a sheet without the mark of a template."""
FEWEST = 3
"""Headers that must be ours in any case."""


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A vertical form: titles in ``item_column``, values in ``value_column``, both from 1."""

    header_row: int
    form: Form
    item_column: int
    value_column: int


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A sheet of rows: column (from 1) -> slot, and the headers that are not ours."""

    header_row: int
    columns: Mapping[int, Slot]
    unknown: Mapping[int, str]


def layout_of(grid: Grid, *, marked: bool) -> FormLayout | RowLayout | None:
    """The layout of a sheet, or None when it is not one of ours."""
    for number in range(1, min(SEARCHED_ROWS, len(grid.rows)) + 1):
        headers = [fold(cell) for cell in grid.rows[number - 1]]
        if "填报项目" in headers and "填报值" in headers:
            return _form_layout(grid, number, headers)
    return _row_layout(grid, marked=marked)


@cache
def form_lines(form: Form) -> Mapping[str, Line]:
    """Folded title -> line, official wording first."""
    lines = {fold(line.title): line for line in extra_lines(form)}
    return lines | {fold(line.title): line for line in official_lines(form)}


def _form_layout(grid: Grid, number: int, headers: list[str]) -> FormLayout | None:
    item, value = headers.index("填报项目") + 1, headers.index("填报值") + 1
    titles = [fold(grid.at(row, item)) for row in range(number + 1, len(grid.rows) + 1)]
    forms: tuple[Form, Form] = ("school", "county")
    hits = {form: sum(title in form_lines(form) for title in titles) for form in forms}
    form = max(forms, key=lambda one: hits[one])
    return FormLayout(number, form, item, value) if hits[form] >= FEWEST else None


@cache
def _known() -> tuple[tuple[frozenset[str], Mapping[str, Slot]], ...]:
    """For every layout of rows: the folded titles of its key, and header -> slot.

    The tables come first: a sheet that is one table as well as some columns of a whole school is the table.
    """
    layouts = [(rules.key, by_header(table_slots(name))) for name, rules in contracts().items()]
    layouts.append((("school_code",), by_header(school_slots())))
    return tuple(
        (frozenset(fold(slot.title) for slot in found.values() if slot.field.id in key and not slot.part), found)
        for key, found in layouts
    )


def _row_layout(grid: Grid, *, marked: bool) -> RowLayout | None:
    best: RowLayout | None = None
    for number in range(1, min(SEARCHED_ROWS, len(grid.rows)) + 1):
        for keys, slots in _known():
            layout = _matched(grid.rows[number - 1], number, keys, slots, marked=marked)
            if layout and (best is None or len(layout.columns) > len(best.columns)):
                best = layout
    return best


def _matched(
    cells: Sequence[Cell], number: int, keys: frozenset[str], slots: Mapping[str, Slot], *, marked: bool
) -> RowLayout | None:
    columns: dict[int, Slot] = {}
    unknown: dict[int, str] = {}
    for column, cell in enumerate(cells, 1):
        label = fold(cell)
        if label in slots:
            columns[column] = slots[label]
        elif label:
            unknown[column] = str(cell)
    titles = {fold(slot.title) for slot in columns.values()}
    if not keys <= titles or len(columns) < FEWEST:
        return None
    if not marked and len(columns) < SURE * (len(columns) + len(unknown)):
        return None
    return RowLayout(number, columns, unknown)
