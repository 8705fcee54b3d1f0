"""Any contract table as a plain table, CSV or sheet: one header row of ids or titles, one row per key."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from junheng.facts.collect import Collector, Key
from junheng.facts.contracts import Field, TableContract, contracts
from junheng.facts.findings import Outcome
from junheng.facts.grid import Grid
from junheng.facts.readers.labels import norm, unit_of
from junheng.facts.readers.totals import total_word
from junheng.facts.values import parse

SEARCHED_ROWS = 10
KNOWN_SHARE = 0.8
"""Part of the headers that one contract must know before a sheet is taken for it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the header stands, which contract it is and the column of each field."""

    row: int
    rules: TableContract
    columns: Mapping[int, Field]
    unknown: Mapping[int, str]


@cache
def _titles(table: str) -> Mapping[str, Field]:
    """Normalised ids and titles -> field."""
    rules = contracts()[table]
    return {_plain(name): one for one in rules.fields for name in (one.title.en, one.title.zh, one.id)}


def _plain(text: str) -> str:
    return norm(unicodedata.normalize("NFKC", text)).casefold()


def heading_of(grid: Grid) -> Heading | None:
    """The best fitting contract of the first rows, if one holds all key columns and most of the headers."""
    for number, row in enumerate(grid.rows[:SEARCHED_ROWS], 1):
        texts = {index: cell for index, cell in enumerate(row, 1) if isinstance(cell, str) and cell}
        fitting = [one for table in contracts() if (one := _heading(number, table, texts, grid.sheet))]
        if fitting:
            return max(fitting, key=lambda one: (len(one.columns), one.rules.id == grid.sheet))
    return None


def _heading(number: int, table: str, texts: Mapping[int, str], sheet: str) -> Heading | None:
    rules, titles = contracts()[table], _titles(table)
    columns: dict[int, Field] = {}
    for index, text in texts.items():
        known = titles.get(_plain(text))
        if known is not None and known.id not in {one.id for one in columns.values()}:
            columns[index] = _in_unit(known, text)
    present = {one.id for one in columns.values()}
    needed = {one for one in rules.key if rules.field(one).required}
    enough = len(columns) > len(needed) and len(columns) >= KNOWN_SHARE * len(texts)
    if not needed <= present or not (enough or (sheet == table and len(columns) > len(needed))):
        return None
    return Heading(number, rules, columns, {index: text for index, text in texts.items() if index not in columns})


def _in_unit(field: Field, header: str) -> Field:
    """Ids are in the stored unit; titles in the unit of reporting unless the header names the stored one."""
    stored = header.strip() == field.id or unit_of(header) == field.unit
    return replace(field, scale=1.0) if stored and field.scale != 1 else field


def read_tables(grids: Sequence[Grid], collector: Collector) -> bool:
    """Bring the rows of every sheet that is a contract table; False if none is."""
    headings = {grid.sheet: heading for grid in grids if not grid.hidden and (heading := heading_of(grid))}
    if not headings:
        return False
    for grid in grids:
        heading = headings.get(grid.sheet)
        if heading is not None:
            _read(grid, heading, collector)
        elif any(cell != "" for row in grid.rows for cell in row):
            collector.note("hidden_sheet" if grid.hidden else "unknown_sheet", Outcome.IGNORED, grid.place())
    return True


def _read(grid: Grid, heading: Heading, collector: Collector) -> None:
    for index, text in heading.unknown.items():
        collector.note("unknown_columns", Outcome.IGNORED, grid.place(None, index, text), label=text)
    for number in range(heading.row + 1, len(grid.rows) + 1):
        row = grid.rows[number - 1]
        if all(cell == "" for cell in row):
            continue
        total = total_word(row)
        if total:
            collector.note("total_rows", Outcome.IGNORED, grid.place(number), label=total)
            continue
        key = _key(grid, number, heading, collector)
        if key is not None:
            _read_row(grid, number, heading, key, collector)


def _key(grid: Grid, number: int, heading: Heading, collector: Collector) -> Key | None:
    rules = heading.rules
    where = {one.id: index for index, one in heading.columns.items()}
    key = []
    for name in rules.key:
        field = rules.field(name)
        index = where.get(name)
        parsed = parse(grid.at(number, index) if index else "", field)
        place = grid.place(number, index, field.title.zh)
        if parsed.problem or parsed.change:
            collector.say(parsed, place, field)
        if parsed.problem:
            return None
        if parsed.value is None and field.required:
            collector.note("row_without_key", Outcome.REJECTED, place, field=field.title.zh, field_en=field.title.en)
            return None
        key.append(str(parsed.value or ""))
    return tuple(key)


def _read_row(grid: Grid, number: int, heading: Heading, key: Key, collector: Collector) -> None:
    table = heading.rules.id
    collector.touch(table, key)
    row = grid.rows[number - 1]
    for index, field in heading.columns.items():
        raw = row[index - 1] if index <= len(row) else ""
        place = grid.place(number, index, field.title.zh)
        if raw == "":
            if field.required:
                collector.mark("blank", table, key, field, place)
            continue
        parsed = parse(raw, field)
        if field.id in heading.rules.key:
            parsed = replace(parsed, change=None, value=key[heading.rules.key.index(field.id)])
        if field.type != "text" and parsed.change == "numbers_as_text" and grid.plain_text:
            parsed = replace(parsed, change=None)
        collector.add(table, key, field, parsed, place)
