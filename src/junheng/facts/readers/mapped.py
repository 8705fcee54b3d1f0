"""Reads a table through a mapping file, into the flat unit table or into contract tables."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from typing import Any

import polars as pl

from junheng.facts.collect import Collector, Key, Source
from junheng.facts.contracts import POLARS_TYPES, Field, contract
from junheng.facts.findings import Outcome, Place
from junheng.facts.grid import Grid
from junheng.facts.readers.labels import norm
from junheng.facts.readers.mapping import MappedColumn, Mapping
from junheng.facts.readers.totals import total_word
from junheng.facts.units import UNIT_COLUMNS, UNIT_KEY
from junheng.facts.values import Parsed, parse, written
from junheng.policy.text import Text

SEARCHED_ROWS = 30
_CODE = Field("school_code", "code", Text("学校代码", "School code"))
_SECTION = Field("section", "code", Text("学段", "Section"), codes="sections")
_YEAR = Field("year", "int", Text("学年", "School year"))


def read_mapped(grids: Sequence[Grid], mapping: Mapping, collector: Collector) -> list[dict[str, Any]]:
    """The rows of the flat unit table (none when the mapping fills contract tables); findings go to the collector."""
    rows: list[dict[str, Any]] = []
    for grid in grids:
        if mapping.sheet is not None and grid.sheet != mapping.sheet:
            continue
        header = _header(grid, mapping)
        if header is not None:
            rows.extend(_read(grid, header, mapping, collector))
            return rows
    _say_missing(grids, mapping, collector)
    return rows


def units_frame(rows: Sequence[Dict[str, Any]]) -> pl.DataFrame:
    """The flat unit table: the canonical columns that occur, then the mapping's own, sorted by key."""
    schema: dict[str, pl.DataType] = {one.id: POLARS_TYPES[one.type] for one in UNIT_COLUMNS}
    extra = dict.fromkeys(name for row in rows for name in row if name not in schema)
    used = {name for row in rows for name in row}
    schema = {name: kind for name, kind in schema.items() if name in used} | dict.fromkeys(extra, pl.Float64())
    frame = pl.DataFrame(list(rows), schema=schema, orient="row")
    keys = [name for name in UNIT_KEY if name in schema]
    return frame.sort(keys) if keys else frame


def _header(grid: Grid, mapping: Mapping) -> tuple[int, dict[str, int]] | None:
    candidates = (
        range(mapping.header_row, mapping.header_row + 1)
        if mapping.header_row
        else range(1, min(SEARCHED_ROWS, len(grid.rows)) + 1)
    )
    wanted = {norm(name): name for name in mapping.needed}
    for number in candidates:
        row = grid.rows[number - 1] if number <= len(grid.rows) else []
        found: dict[str, int] = {}
        for index, cell in enumerate(row, 1):
            name = wanted.get(norm(cell)) if isinstance(cell, str) else None
            if name is not None:
                found.setdefault(name, index)
        if len(found) == len(wanted):
            return number, found
    return None


def _say_missing(grids: Sequence[Grid], mapping: Mapping, collector: Collector) -> None:
    """Every column the mapping asks for and the file does not have, at once."""
    sheets = [grid for grid in grids if mapping.sheet in {None, grid.sheet}]
    present = {
        norm(cell) for grid in sheets for row in grid.rows[:SEARCHED_ROWS] for cell in row if isinstance(cell, str)
    }
    missing = [name for name in mapping.needed if norm(name) not in present]
    file = grids[0].file if grids else ""
    names = "、".join(missing) or "（各列不在同一行）"
    collector.note("mapping_columns_missing", Outcome.REJECTED, Place(file, mapping.sheet), columns=names)


def _read(
    grid: Grid, header: tuple[int, dict[str, int]], mapping: Mapping, collector: Collector
) -> list[dict[str, Any]]:
    top, where = header
    unused = [
        cell
        for index, cell in enumerate(grid.rows[top - 1], 1)
        if isinstance(cell, str) and cell and index not in where.values()
    ]
    if unused:
        names = "、".join(unused)
        collector.note("columns_not_mapped", Outcome.IGNORED, grid.place(top), columns=names, count=len(unused))
    rows: list[dict[str, Any]] = []
    seen: dict[tuple[str, str], int] = {}
    for number in range(top + 1, len(grid.rows) + 1):
        row = _Row(grid, number, where, mapping, collector)
        if not row.is_record():
            continue
        key = row.key()
        if key is None:
            continue
        if key in seen:
            collector.note("row_twice", Outcome.REJECTED, grid.place(number), code=key[0], other=seen[key])
            continue
        seen[key] = number
        if mapping.into == "units":
            rows.append(row.unit(key))
        else:
            row.facts(key)
    return rows


class _Row:
    """One row of the file under a mapping."""

    def __init__(self, grid: Grid, number: int, where: Dict[str, int], mapping: Mapping, collector: Collector) -> None:
        self.grid, self.number, self.where = grid, number, where
        self.mapping, self.collector = mapping, collector

    def cell(self, name: str) -> Any:
        return self.grid.at(self.number, self.where[name])

    def text(self, name: str | None) -> str | None:
        value = self.cell(name) if name else ""
        return written(value).strip() if value != "" else None

    def is_record(self) -> bool:
        row = self.grid.rows[self.number - 1]
        if all(cell == "" for cell in row):
            return False
        total = total_word(row)
        if total:
            self.collector.note("total_rows", Outcome.IGNORED, self.grid.place(self.number), label=total)
            return False
        return not any(self.text(column) in values for column, values in self.mapping.skip.items())

    def read(self, name: str, field: Field) -> Source:
        place = self.grid.place(self.number, self.where[name], name)
        return parse(self.cell(name), field), place

    def key(self) -> tuple[str, str] | None:
        parsed, place = self.read(self.mapping.school_code, _CODE)
        if parsed.problem or parsed.change:
            self.collector.say(parsed, place, _CODE)
        if not isinstance(parsed.value, str):
            if not parsed.problem:
                self.collector.note("row_without_code", Outcome.REJECTED, place)
            return None
        section = self.mapping.section or self._section()
        return (parsed.value, section) if section else None

    def _section(self) -> str | None:
        parsed, place = self.read(str(self.mapping.section_column), _SECTION)
        if parsed.problem:
            self.collector.say(parsed, place, _SECTION)
        elif parsed.value is None:
            values = {"field": _SECTION.title.zh, "field_en": _SECTION.title.en}
            self.collector.note("row_without_key", Outcome.REJECTED, place, **values)
        return parsed.value if isinstance(parsed.value, str) else None

    def unit(self, key: tuple[str, str]) -> dict[str, Any]:
        code, section = key
        mapping = self.mapping
        county = self.text(mapping.county)
        found: dict[str, Any] = {
            "school_code": code,
            "school_name": self.text(mapping.school_name),
            "county_code": self.text(mapping.county_code) or county,
            "county": county,
            "section": section,
            "year": self._year(),
        }
        for column in mapping.columns:
            if column.section in {None, section}:
                found[column.field.id] = self._sum(column)
        return found

    def facts(self, key: tuple[str, str]) -> None:
        code, section = key
        for column in self.mapping.columns:
            rules = contract(str(column.table))
            chosen = column.section or section
            by_section: Key = (code, chosen) if "section" in rules.key else (code,)
            self.collector.add_total(rules.id, by_section, column.field, self._sources(column))

    def _year(self) -> int | None:
        if isinstance(self.mapping.year, int):
            return self.mapping.year
        name, add = self.mapping.year
        parsed, place = self.read(name, _YEAR)
        if parsed.problem:
            self.collector.say(parsed, place, _YEAR)
        return parsed.value + add if isinstance(parsed.value, int) else None

    def _sources(self, column: MappedColumn) -> list[Source]:
        sources = [self.read(one, column.field) for one in column.sources]
        return [(_quiet(parsed), place) for parsed, place in sources] if self.grid.plain_text else sources

    def _sum(self, column: MappedColumn) -> float | None:
        """The sum, or None when any part is not reported: half a sum is a wrong number."""
        sources = self._sources(column)
        for parsed, place in sources:
            if parsed.problem or parsed.change:
                self.collector.say(parsed, place, column.field)
        values = [parsed.value for parsed, _ in sources if parsed.reported]
        if len(values) < len(sources):
            return None
        return float(sum(value for value in values if isinstance(value, int | float)))


def _quiet(parsed: Parsed) -> Parsed:
    """Numbers of a text file are text by nature; that is nothing to report."""
    if parsed.change == "numbers_as_text":
        return Parsed(parsed.value, parsed.state, None, parsed.problem, parsed.raw)
    return parsed
