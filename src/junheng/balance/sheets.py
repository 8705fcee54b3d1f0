"""A sheet of a flat file to the table the calculation takes: where its header is, and what its cells hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from junheng.balance.cells import BadCell, cell_faults, column_values
from junheng.balance.columns import CODES, NAMES, header_faults, matched
from junheng.balance.inputs import InputFault
from junheng.balance.kinds import YEAR
from junheng.facts.values import written
from junheng.policy.standard import Standard
from junheng.policy.text import Text

HEADER_ROWS = 20
"""A header is looked for in the first rows only; titles and notes may stand above it."""


@dataclass(frozen=True, slots=True)
class Header:
    """``row`` counts from 1; ``found`` holds the positions of the known columns by id."""

    row: int
    names: list[str]
    found: dict[str, list[int]]


def header_of(rows: Sequence[Sequence[Any]], standard: Standard) -> Header:
    """The first of the first rows with the most known columns; the first row when none is known."""
    best = Header(1, [], {})
    for at, cells in enumerate(rows[:HEADER_ROWS], start=1):
        names = [" ".join(written(one).split()) for one in cells]
        found = matched(names, standard)
        if not best.names or len(found) > len(best.found):
            best = Header(at, names, found)
    return best


def read_sheet(
    rows: Sequence[Sequence[Any]], header: Header, standard: Standard
) -> tuple[pl.DataFrame, list[InputFault]]:
    """The known columns under their ids, as text and numbers, and what is wrong with header, rows and cells."""
    faults = header_faults(header.found, header.names, standard)
    held = [(at, row) for at, row in enumerate(rows, start=1) if at > header.row and any(one != "" for one in row)]
    numbers = [at for at, _ in held]
    columns: dict[str, pl.Series] = {}
    bad: list[BadCell] = []
    for id_, (position, *_) in header.found.items():
        cells = [row[position] if position < len(row) else "" for _, row in held]
        values, unread = column_values(cells, numbers, id_)
        columns[id_] = pl.Series(id_, values, dtype=_type(id_))
        bad += unread
    codes = columns["school_code"].to_list() if "school_code" in columns else [None] * len(numbers)
    faults += cell_faults(bad, dict(zip(numbers, codes, strict=True)))
    faults += _too_long([at for at, row in held if any(one != "" for one in row[len(header.names) :])])
    return pl.DataFrame(columns), faults


def _type(id_: str) -> pl.DataType:
    if id_ in {*CODES, *NAMES}:
        return pl.String()
    return pl.Int64() if id_ == YEAR else pl.Float64()


def _too_long(rows: list[int]) -> list[InputFault]:
    if not rows:
        return []
    listed = "、".join(map(str, rows[:5]))
    return [
        InputFault(
            "row_too_long",
            Text(f"第 {listed} 行", f"row {listed}"),
            Text(f"{len(rows)} 行的单元格比表头多", f"{len(rows)} rows have more cells than the header"),
            Text("每个单元格都在一个列名之下", "every cell stands under a column name"),
            Text("数字里的千位逗号要去掉，或给该单元格加引号", "leave out commas inside numbers, or quote such cells"),
        )
    ]


def no_rows(file: str) -> InputFault:
    return InputFault(
        "no_rows",
        Text(f"文件 {file}", f"file {file}"),
        Text("只有表头，没有数据行", "there is a header but there are no rows"),
        Text("每校每学段每学年一行", "one row per school, section and year"),
        Text("请填入学校数据后重试", "fill in the schools and try again"),
    )
