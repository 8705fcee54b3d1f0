"""What both writers need: the facts by school, and header trees with merged cells."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from junheng.facts.collect import Key
from junheng.facts.tables import Facts

Row = Mapping[str, Any]
Index = Mapping[str, Mapping[Key, Row]]
"""Table -> key -> row of one school."""

TABLES = ("schools", "sections", "class_sizes", "teachers", "staff", "rooms", "money")
MARKS = {"not_applicable": "/", "suppressed": "*"}


def index_facts(facts: Facts) -> dict[str, Index]:
    """School code -> its rows in all school tables; what is not applicable or suppressed holds ``/`` or ``*``."""
    schools: dict[str, dict[str, dict[Key, dict[str, Any]]]] = {}
    for table in TABLES:
        frame = facts[table]
        keyed = "section" in frame.columns
        for row in frame.iter_rows(named=True):
            key = (row["school_code"], row["section"]) if keyed else (row["school_code"],)
            schools.setdefault(row["school_code"], {}).setdefault(table, {})[key] = row
    marked = facts.cells.filter(pl.col("state").is_in(list(MARKS)) & pl.col("table").is_in(list(TABLES)))
    for cell in marked.iter_rows(named=True):
        key = (cell["code"], cell["part"]) if cell["part"] else (cell["code"],)
        held = schools.get(cell["code"], {}).get(cell["table"], {}).get(key)
        if held is not None and held[cell["field"]] is None:
            held[cell["field"]] = MARKS[cell["state"]]
    return dict(schools)


def tree(sheet: Worksheet, paths: Sequence[tuple[str, ...]], rows: tuple[int, int], style: Format) -> None:
    """A header tree over rows first to last (from 0): groups merged over neighbours, leaves merged down."""
    top, bottom = rows
    done: set[tuple[int, int]] = set()
    for column, path in enumerate(paths):
        for depth, label in enumerate(path):
            leaf = depth == len(path) - 1
            if (depth, column) in done:
                continue
            right = column
            while not leaf and right + 1 < len(paths) and _same_group(paths[right + 1], path, depth):
                right += 1
            done |= {(depth, one) for one in range(column, right + 1)}
            row, last = top + depth, bottom if leaf else top + depth
            if (row, column) == (last, right):
                sheet.write_string(row, column, label, style)
            else:
                sheet.merge_range(row, column, last, right, label, style)


def _same_group(other: tuple[str, ...], path: tuple[str, ...], depth: int) -> bool:
    return len(other) > depth + 1 and other[: depth + 1] == path[: depth + 1]
