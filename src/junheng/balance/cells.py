"""Cells of a flat file to text and numbers; what cannot be read is named cell by cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from junheng.balance.columns import CODES, NAMES, title_of
from junheng.balance.inputs import InputFault
from junheng.balance.kinds import YEAR
from junheng.facts.contracts import Field
from junheng.facts.units import UNIT_COLUMNS
from junheng.facts.values import parse, written
from junheng.policy.text import Text

SHOWN = 20
"""How many cells that cannot be read are named."""

BLANKS = frozenset({"", "—", "－", "-", "/", "无", "NA", "N/A", "NaN", "nan", "null"})
"""What a cell without a value looks like; the words of the facts' own reading stand for blank too."""

_PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,20})?")
_SPACED = re.compile(r"[+-]?\d{1,3}(?:\s\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that holds something else than its column: row of the file from 1, column id and the text there."""

    row: int
    column: str
    text: str


@cache
def _field(column: str) -> Field:
    """How the cells of a column are read; a column of a user's own standard holds numbers in any unit."""
    if column == YEAR:
        return Field(YEAR, "int", title_of(YEAR))
    if column in NAMES or column == "section":
        return Field(column, "text", title_of(column))
    if column in CODES:
        return Field(column, "code", title_of(column))
    unit = next((one.unit for one in UNIT_COLUMNS if one.id == column), None)
    return Field(column, "float", title_of(column), unit=unit)


@lru_cache(maxsize=65536, typed=True)
def value_of(raw: Any, column: str) -> tuple[Any, bool]:
    """The value of a cell, None for a blank; and whether the cell could be read."""
    field = _field(column)
    if isinstance(raw, str):
        if raw.strip() in BLANKS:
            return None, True
        if field.numeric and _SPACED.fullmatch(raw.strip()):
            raw = "".join(raw.split())
    if field.type == "text":
        return " ".join(written(raw).split()) or None, True
    found = parse(raw, field)
    return found.value, found.problem is None


def column_values(cells: Sequence[Any], rows: Sequence[int], column: str) -> tuple[list[Any], list[BadCell]]:
    """A column's values, None where nothing was reported or nothing could be read; and the cells that could not."""
    values: list[Any] = []
    bad: list[BadCell] = []
    numeric = _field(column).type == "float"
    for raw, row in zip(cells, rows, strict=True):
        if numeric and isinstance(raw, str) and _PLAIN.fullmatch(raw):
            values.append(float(raw))
            continue
        value, read = value_of(raw, column)
        values.append(value)
        if not read:
            bad.append(BadCell(row, column, written(raw)))
    return values, bad


def cell_faults(bad: Sequence[BadCell], schools: dict[int, str | None]) -> list[InputFault]:
    """One fault for each of the first cells in the order of the file, and how many more there are."""
    ordered = sorted(bad, key=lambda one: one.row)
    faults = [_fault(one, schools.get(one.row)) for one in ordered[:SHOWN]]
    more = len(ordered) - SHOWN
    if more > 0:
        said = Text(f"另有 {more} 个单元格读不出", f"and {more} more cells cannot be read")
        faults.append(replace(faults[-1], where=Text("其余各行", "Further rows"), what=said))
    return faults


def _fault(one: BadCell, school: str | None) -> InputFault:
    title = title_of(one.column)
    shown = one.text if len(one.text) <= MAX_SHOWN else f"{one.text[:MAX_SHOWN]}…"
    return InputFault(
        "code_in_cell" if one.column in CODES else "text_in_number",
        Text(
            f"第 {one.row} 行，学校 {school or '—'}，列 {one.column}（{title.zh}）",
            f"row {one.row}, school {school or '—'}, column {one.column} ({title.en})",
        ),
        Text(f"读不出「{shown}」", f'"{shown}" cannot be read'),
        *_RULES["code" if one.column in CODES else one.column if one.column == YEAR else "number"],
    )


MAX_SHOWN = 40
"""Letters of a cell that a message repeats."""

_RULES = {
    "code": (
        Text("代码按文本填写，一位不少", "a code is text with all its digits"),
        Text("请把该列设为文本格式后重新填写完整代码", "format the column as text and enter the whole code again"),
    ),
    YEAR: (
        Text("学年写开始的年份，如 2023", "a school year is the year it begins in, such as 2023"),
        Text("请改成四位年份", "write a year of four digits"),
    ),
    "number": (
        Text("数字列只放数字，没有数就留空", "a number column holds numbers, and blanks where nothing was reported"),
        Text("请改成数字；未上报、不适用的留空", "write a number; leave what was not reported blank"),
    ),
}
