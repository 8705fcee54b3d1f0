"""A table as the pages show it, as JSON: the columns, and every cell with what stands in it or why nothing does."""

from typing import Any

from ninja import Schema

from junheng.balance.model import State
from junheng.policy.text import Text
from junheng.publish.table import SUPPRESSED, Column, Table
from junheng.web.api.shapes import Presence, Words, words


class ColumnShape(Schema):
    """``decimals`` is the official rounding for display; cells hold full precision."""

    id: str
    title: Words
    kind: str
    unit: str | None
    decimals: int | None


class CellShape(Schema):
    """``value`` is null in every state but ``value``."""

    value: bool | float | str | Words | None
    state: Presence


class TableShape(Schema):
    """One table; every row has a cell for every column, in their order."""

    id: str
    title: Words
    columns: list[ColumnShape]
    rows: list[list[CellShape]]
    notes: list[Words]
    source: str


def shaped(table: Table) -> dict[str, Any]:
    """The table with all its rows."""
    return {
        "id": table.id,
        "title": words(table.title),
        "columns": [column(one) for one in table.columns],
        "rows": [[cell(value, one) for value, one in zip(row, table.columns, strict=True)] for row in table.rows],
        "notes": [words(one) for one in table.notes],
        "source": table.source,
    }


def column(one: Column) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "kind", "unit", "decimals")},
        "title": words(one.title),
    }


def cell(value: Any, of: Column) -> dict[str, Any]:
    """A number that is not there was not reported; words that are not there have nothing to say."""
    if value is SUPPRESSED:
        return {"value": None, "state": "suppressed"}
    if value is None:
        return {"value": None, "state": "not_reported" if of.numeric else "not_applicable"}
    return {"value": _plain(value), "state": "value"}


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return words(value)
    return value.value if isinstance(value, State) else value
