"""The values a template is filled with beforehand: the facts of a year, or a list of schools."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from junheng.facts.contracts import contract
from junheng.facts.tables import Facts
from junheng.facts.templates.cells import NOT_APPLICABLE, SUPPRESSED, written
from junheng.facts.templates.slots import Slot

Key = tuple[str, str]
Row = Mapping[str, Any]

_MARKS: Mapping[str, str] = {"not_applicable": NOT_APPLICABLE, "suppressed": SUPPRESSED}


@dataclass(frozen=True)
class Filling:
    """Facts looked up by slot. An absent fact is an empty cell; not applicable is ``/``, suppressed is ``*``."""

    facts: Facts

    @cached_property
    def _rows(self) -> Mapping[str, Mapping[Key, Row]]:
        return {table: _by_key(table, frame) for table, frame in self.facts.tables.items()}

    @cached_property
    def _marks(self) -> Mapping[tuple[str, str, str, str], str]:
        """``table, code, part, field`` of the facts without a value that say why -> what to write for them."""
        cells = self.facts.cells.filter(pl.col("state").is_in(list(_MARKS)))
        rows = cells.select("table", "code", "part", "field", "state").iter_rows()
        return {(table, code, part, name): _MARKS[state] for table, code, part, name, state in rows}

    def value(self, slot: Slot, code: str) -> Any:
        """The stored value of a school's or county's slot, None when there is none."""
        return self._rows[slot.table].get((code, slot.part), {}).get(slot.field.id)

    def cell(self, slot: Slot, code: str) -> str | float | int | None:
        """What to write for the slot of a school or county."""
        value = self.value(slot, code)
        if value is None:
            return self._marks.get((slot.table, code, slot.part, slot.field.id))
        return written(value, slot.field)

    def table_rows(self, table: str) -> list[list[str | float | int | None]]:
        """The cells of a whole table, a list per row in the contract's order."""
        fields = contract(table).fields
        return [
            [self._cell_of(table, row, field.id) for field in fields] for row in self.facts[table].iter_rows(named=True)
        ]

    def _cell_of(self, table: str, row: Row, name: str) -> str | float | int | None:
        if row[name] is None:
            return self._marks.get((table, *key_of(table, row), name))
        return written(row[name], contract(table).field(name))


def key_of(table: str, row: Row) -> Key:
    """Code and part of a row: the first column of the key, and the rest of it joined by ``/``."""
    first, *rest = contract(table).key
    return str(row[first]), "/".join("" if row[name] is None else str(row[name]) for name in rest)


def _by_key(table: str, frame: pl.DataFrame) -> Mapping[Key, Row]:
    return {key_of(table, row): row for row in frame.iter_rows(named=True)}
