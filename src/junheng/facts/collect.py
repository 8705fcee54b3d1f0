"""Where the readers bring what they found: one value per fact, or a finding that names both places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from math import fsum
from typing import Any, Literal

import polars as pl

from junheng.facts.contracts import ORDER, Field, TableContract, contract
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.tables import CELLS_SCHEMA, Facts
from junheng.facts.values import WARNINGS, Parsed, Value

Key = tuple[str, ...]
"""Key values in the order of the contract, e.g. ``("2141000001", "primary")``."""

Source = tuple[Parsed, Place]

Mark = Literal["key", "blank", "rejected"]

Fact = tuple[Any, Place]
"""A value and the first place it came from."""


class _Held(Enum):
    """Survives the way between processes, which a plain object would not."""

    CONFLICT = "conflict"


_CONFLICT = _Held.CONFLICT


class Collector:
    """Facts of one school year in the making.

    ``add`` takes one cell, ``add_total`` the cells a fact is summed from. Both say what the cell reader had to say.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._rows: dict[str, dict[Key, dict[str, Fact]]] = {}
        self._cells: list[tuple[str, ...]] = []
        self._marks: list[tuple[str, ...]] = []

    def touch(self, table: str, key: Key) -> None:
        """Make the row exist even if nothing in it is reported."""
        self._rows.setdefault(table, {}).setdefault(key, {})

    def add(self, table: str, key: Key, field: Field, parsed: Parsed, place: Place) -> None:
        """One fact from one cell; blank cells leave no trace, rejected ones a finding."""
        if parsed.change or parsed.problem:
            self.say(parsed, place, field)
        if parsed.state == "not_reported":
            if parsed.problem:
                self.mark("rejected", table, key, field, place)
            return
        self._keep(table, key, field.id, parsed.value, ((parsed, place),))

    def mark(self, state: Mark, table: str, key: Key, field: Field, place: Place) -> None:
        """Remember a cell that holds no fact, for findings to point at."""
        self._marks.append(_cell(table, key, field.id, place, state=state))

    def add_total(self, table: str, key: Key, field: Field, sources: Sequence[Source]) -> None:
        """One fact summed from several cells, each kept as provenance; nothing if no cell is reported.

        A rejected cell takes the whole sum with it: half a sum is a wrong number.
        """
        for parsed, place in sources:
            if parsed.change or parsed.problem:
                self.say(parsed, place, field)
            if parsed.problem:
                self.mark("rejected", table, key, field, place)
        if any(parsed.problem for parsed, _ in sources):
            return
        held = tuple((parsed, place) for parsed, place in sources if parsed.state != "not_reported")
        reported = [parsed.value for parsed, _ in held if parsed.state == "reported"]
        if held:
            self._keep(table, key, field.id, _sum(reported) if reported else None, held)

    def say(self, parsed: Parsed, place: Place, field: Field) -> None:
        """The finding of one cell."""
        code = parsed.problem or parsed.change
        if code is None:
            return
        outcome = Outcome.REJECTED if parsed.problem else Outcome.WARNED if code in WARNINGS else Outcome.CHANGED
        values = {"raw": parsed.cell_text, "value": parsed.value, "field": field.title.zh, "field_en": field.title.en}
        self.findings.append(Finding(code, outcome, place, values))

    def note(self, code: str, outcome: Outcome, place: Place, /, **values: Any) -> None:
        self.findings.append(Finding(code, outcome, place, values))

    def has(self, table: str, key: Key) -> bool:
        return key in self._rows.get(table, {})

    def keys(self, table: str) -> tuple[Key, ...]:
        return tuple(self._rows.get(table, {}))

    def _keep(self, table: str, key: Key, field: str, value: Value, sources: Sequence[Source]) -> None:
        row = self._rows.setdefault(table, {}).setdefault(key, {})
        place = sources[0][1]
        if field in row:
            self.findings.append(_twice(table, key, field, row, (value, place)))
            return
        row[field] = (value, place)
        for parsed, where in sources:
            self._cells.append(_cell(table, key, field, where, state=parsed.state, raw=parsed.cell_text))

    def absorb(self, other: "Collector") -> None:
        """Take over what another collector holds, as if its cells had come after ours."""
        self.findings.extend(other.findings)
        self._marks.extend(other._marks)
        doubled: set[tuple[str, str, str, str]] = set()
        for table, rows in other._rows.items():
            mine = self._rows.setdefault(table, {})
            for key, fields in rows.items():
                row = mine.setdefault(key, {})
                if not row:
                    row.update(fields)
                    continue
                for field, (value, place) in fields.items():
                    if field in row:
                        self.findings.append(_twice(table, key, field, row, (value, place)))
                        doubled.add((table, key[0], "/".join(key[1:]), field))
                    else:
                        row[field] = (value, place)
        theirs = other._cells
        self._cells.extend(theirs if not doubled else (cell for cell in theirs if cell[:4] not in doubled))

    @property
    def row_counts(self) -> Mapping[str, int]:
        return {table: len(rows) for table in ORDER if (rows := self._rows.get(table))}

    @property
    def cell_count(self) -> int:
        return len(self._cells)

    def facts(self, year: int) -> Facts:
        """The tables and their provenance; facts with conflicting values are left out."""
        tables = {table: _frame(contract(table), rows) for table, rows in self._rows.items()}
        gone = {
            (table, key[0], "/".join(key[1:]), field)
            for table, rows in self._rows.items()
            for key, row in rows.items()
            for field, (value, _) in row.items()
            if value is _CONFLICT
        }
        kept = [cell for cell in self._cells if cell[:4] not in gone] if gone else self._cells
        spoilt = ((*cell[:4], "rejected", *cell[5:]) for cell in self._cells if cell[:4] in gone)
        marks = [*self._marks, *spoilt] if gone else self._marks
        return replace(Facts.of(year, tables, _frame_of_cells(kept)), marks=_frame_of_cells(marks))


def _cell(table: str, key: Key, field: str, place: Place, *, state: str, raw: str = "") -> tuple[str, ...]:
    """A row of ``CELLS_SCHEMA``."""
    return (table, key[0], "/".join(key[1:]), field, state, place.file, place.sheet or "", place.cell or "", raw)


def _frame_of_cells(cells: Sequence[tuple[str, ...]]) -> pl.DataFrame:
    return pl.DataFrame(cells, schema=dict(CELLS_SCHEMA), orient="row")


def _twice(table: str, key: Key, field: str, row: dict[str, Fact], second: Fact) -> Finding:
    """The finding for a fact that comes a second time; two different values spoil each other."""
    held, first = row[field]
    value, place = second
    same = held == value and held is not _CONFLICT
    title = contract(table).field(field).title
    if not same:
        row[field] = (_CONFLICT, first)
    values = {
        "field": title.zh,
        "field_en": title.en,
        "key": " ".join(key),
        "value": value,
        "other": "…" if held is _CONFLICT else held,
        "first": first.in_("zh"),
        "first_en": first.in_("en"),
    }
    if same:
        return Finding("same_value_twice", Outcome.IGNORED, place, values)
    return Finding("conflicting_values", Outcome.REJECTED, place, values)


def _sum(values: Sequence[Any]) -> Any:
    return fsum(values) if any(isinstance(one, float) for one in values) else sum(values)


def _frame(rules: TableContract, rows: Mapping[Key, Mapping[str, Fact]]) -> pl.DataFrame:
    columns: dict[str, list[Any]] = {}
    for index, name in enumerate(rules.key):
        columns[name] = [key[index] for key in rows]
    missing = (None, None)
    for one in rules.measures:
        values = [row.get(one.id, missing)[0] for row in rows.values()]
        columns[one.id] = [None if value is _CONFLICT else value for value in values]
    return pl.DataFrame(columns, schema=rules.schema, strict=False)
