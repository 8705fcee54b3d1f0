"""The one table object that pages, workbooks, documents and CSV files are made from: the same numbers everywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Literal

from junheng.policy.text import Text

Kind = Literal["text", "code", "number", "percent", "state"]
Level = Literal["city", "county", "school", "indicator", "item"]


class Suppressed(Enum):
    """A value that is known and not shown; every format writes ``*``."""

    SUPPRESSED = "*"


SUPPRESSED = Suppressed.SUPPRESSED


@dataclass(frozen=True, slots=True)
class Column:
    """``decimals`` is the official rounding for display; full precision stays in the rows."""

    id: str
    title: Text
    kind: Kind = "text"
    unit: str | None = None
    decimals: int | None = None
    group: Text | None = None
    description: Text | None = None

    @property
    def numeric(self) -> bool:
        return self.kind in {"number", "percent"}


@dataclass(frozen=True, slots=True)
class About:
    """What the rows are about: school year, what a row stands for, the county they belong to, standard and snapshot."""

    year: int
    level: Level
    standard: str
    snapshot: str = ""
    county_code: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows hold raw values (None: not reported; ``SUPPRESSED``: known and not shown); renderers round.

    ``source`` names snapshot and standard.
    """

    id: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    notes: tuple[Text, ...] = ()
    source: str = ""
    about: About | None = None

    def column(self, id_: str) -> Sequence[Any]:
        at = [column.id for column in self.columns].index(id_)
        return [row[at] for row in self.rows]

    def records(self) -> list[dict[str, Any]]:
        """The rows as column id -> raw value."""
        return [dict(zip((column.id for column in self.columns), row, strict=True)) for row in self.rows]

    def with_notes(self, notes: Iterable[Text]) -> "Table":
        return replace(self, notes=(*self.notes, *notes))

    def keeping(self, ids: Iterable[str]) -> "Table":
        """The same table with only some columns, in the order asked for."""
        places = {column.id: at for at, column in enumerate(self.columns)}
        kept = [places[one] for one in ids]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return replace(self, columns=tuple(self.columns[at] for at in kept), rows=rows)
