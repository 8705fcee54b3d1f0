"""The one table object that pages, workbooks, documents and CSV files are made from, so that they show the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from junheng.policy.text import Text

Kind = Literal["text", "code", "number", "percent", "state"]


@dataclass(frozen=True, slots=True)
class Column:
    """``decimals`` is the official rounding for display; full precision stays in the rows."""

    id: str
    title: Text
    kind: Kind = "text"
    unit: str | None = None
    decimals: int | None = None
    group: Text | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows hold raw values (None: not reported); renderers round. ``source`` names snapshot and standard."""

    id: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    notes: tuple[Text, ...] = ()
    source: str = ""

    def column(self, id_: str) -> Sequence[Any]:
        at = [column.id for column in self.columns].index(id_)
        return [row[at] for row in self.rows]
