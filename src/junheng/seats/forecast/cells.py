"""Rows of text as cells of pupils: names of columns, years, grades and numbers as people write them."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.forecast.grades import grade_number

NAMES: Mapping[str, tuple[str, ...]] = {
    "year": ("year", "年份", "学年", "年"),
    "area": ("area", "区域", "片区", "学校", "school", "school_code"),
    "grade": ("grade", "年级"),
    "pupils": ("pupils", "学生数", "人数", "在校生数", "在校学生数"),
}
_YEAR = re.compile(r"(\d{4})(?:(?:[-–—/]\d{2,4})?(?:学年度?|年)?|\.0)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One row that can be read; ``pupils`` is None when the number is not known."""

    line: int
    year: int
    area: str
    grade: int
    word: str
    pupils: float | None

    @property
    def place(self) -> Text:
        return place_of(self.line)


def place_of(line: int) -> Text:
    return Text(f"第 {line} 行", f"line {line}")


def named_columns(table: pl.DataFrame, faults: list[Fault]) -> dict[str, str]:
    """Which column of the table holds what; empty when one is not there."""
    given = {name.strip().lower(): name for name in table.columns}
    found = {key: next((given[name] for name in names if name in given), None) for key, names in NAMES.items()}
    for key, name in found.items():
        if name is None:
            faults.append(
                Fault("column_missing", Text("表头", "header"), {"name": key, "accepted": "、".join(NAMES[key])})
            )
    return {key: name for key, name in found.items() if name} if None not in found.values() else {}


def cells_of(table: pl.DataFrame, columns: Mapping[str, str], faults: list[Fault]) -> Iterator[Cell]:
    """Each row as a cell; rows that cannot be read add their faults instead. Wholly empty rows are passed over."""
    lines = table["line"].to_list() if "line" in table.columns else list(range(2, table.height + 2))
    rows = table.select(pl.col(name).alias(key) for key, name in columns.items()).rows(named=True)
    for line, row in zip(lines, rows, strict=True):
        words = {key: "" if value is None else str(value).strip() for key, value in row.items()}
        if any(words.values()):
            cell = _cell(int(line), words, faults)
            if cell:
                yield cell


def _cell(line: int, words: Mapping[str, str], faults: list[Fault]) -> Cell | None:
    before = len(faults)

    def refuse(code: str, **values: Any) -> None:
        faults.append(Fault(code, place_of(line), values))

    year = _YEAR.fullmatch(words["year"])
    if not year:
        refuse("year_unreadable", value=words["year"])
    if not words["area"]:
        refuse("area_unnamed")
    grade = grade_number(words["grade"])
    if grade is None:
        refuse("grade_unknown", value=words["grade"])
    pupils = _number(words["pupils"])
    if pupils is not None and not math.isfinite(pupils):
        refuse("not_a_number", name="pupils", value=words["pupils"])
    elif pupils is not None and pupils < 0:
        refuse("negative_count", name="pupils", value=words["pupils"])
    if len(faults) > before or year is None or grade is None:
        return None
    return Cell(line, int(year[1]), words["area"], grade, words["grade"], pupils)


def _number(word: str) -> float | None:
    """The number; None when the cell is empty, NaN when it is no number."""
    if not word:
        return None
    try:
        return float(word.replace(",", "").replace("，", ""))
    except ValueError:
        return math.nan
