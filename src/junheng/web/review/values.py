"""What one unit reported as the reviewer reads it: each value with its cell, last year's, and what was said of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from junheng.facts import Facts
from junheng.facts.contracts import ORDER, Field, contract
from junheng.facts.templates.values import key_of
from junheng.policy.text import Text
from junheng.web.portal.words import YEAR
from junheng.web.reporting.changes import part_name, values_of
from junheng.web.reporting.models import Remark, Version

Key = tuple[str, str, str]
"""table, part, field."""
Spot = tuple[str, str]
"""sheet, cell."""
LARGE = 0.2
"""Relative change to last year from which on a line is marked for the eye; nothing is decided by it."""


@dataclass(frozen=True, slots=True)
class Cell:
    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Line:
    """One value. ``by`` is its relative change to last year; ``older`` what the version before said when it differs.

    ``kept`` says that it was returned and handed in again as it was.
    """

    key: Key
    title: Text
    part: Text
    unit: str
    value: Any
    cells: tuple[Cell, ...]
    last_year: Any = None
    by: float | None = None
    changed: bool = False
    older: Any = None
    findings: tuple[Mapping[str, Any], ...] = ()
    remarks: tuple[str, ...] = ()
    kept: bool = False

    @property
    def name(self) -> str:
        """What its field of the form is called."""
        return "note|" + "|".join(self.key)

    @property
    def since(self) -> float | None:
        """Relative change to the version before."""
        return relative(self.older, self.value, self.unit)

    @property
    def large(self) -> bool:
        return self.by is not None and abs(self.by) >= LARGE

    @property
    def where(self) -> str:
        """``教基表.xlsx – 学校数据 – B7``, the first cell of several."""
        if not self.cells:
            return ""
        first = self.cells[0]
        return " – ".join(part for part in (first.file, first.sheet, first.cell) if part)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one contract table."""

    id: str
    title: Text
    lines: tuple[Line, ...] = field(default_factory=tuple)

    @property
    def marked(self) -> int:
        """Lines that somebody should look at."""
        return sum(bool(one.findings or one.remarks or one.changed or one.large) for one in self.lines)


def sheets(
    facts: Facts,
    version: Version,
    *,
    last_year: Facts | None = None,
    older: Facts | None = None,
    remarks: Sequence[Remark] = (),
    kept: Sequence[Remark] = (),
) -> list[Sheet]:
    """Everything a version says, table by table; values that were there last year and are gone are lines too."""
    now = values_of(facts)
    before = values_of(last_year) if last_year else {}
    previous = values_of(older) if older else None
    cells, said, noted = _cells(facts), _findings(version), _remarks(remarks)
    as_it_was = _remarks(kept)
    wanted = {**now, **before, **(previous or {})}
    made: dict[str, list[Line]] = defaultdict(list)
    for key in sorted(wanted, key=_order(facts)):
        line = _line(key, wanted[key][0], now.get(key), before.get(key), cells.get(key, ()))
        extra: dict[str, Any] = {
            "findings": tuple(one for spot in _spots(line) for one in said.get(spot, ())),
            "remarks": tuple(one for spot in _spots(line) for one in noted.get(spot, ())),
            "kept": any(spot in as_it_was for spot in _spots(line)),
        }
        if previous is not None:
            was = previous.get(key, (None, None))[1]
            extra |= {"changed": was != line.value, "older": was}
        made[key[0]].append(replace(line, **extra))
    return [Sheet(table, contract(table).title, tuple(made[table])) for table in ORDER if made[table]]


def differences(older: Facts, facts: Facts, version: Version) -> list[tuple[Text, Line]]:
    """The lines in which a version differs from an older one, each with the title of its table."""
    made = sheets(facts, version, older=older)
    return [(sheet.title, line) for sheet in made for line in sheet.lines if line.changed]


def _line(key: Key, one: Field, now: Any, before: Any, cells: Sequence[Cell]) -> Line:
    value, was = (None if held is None else held[1] for held in (now, before))
    unit = "" if one.type == "bool" else one.reported_in or one.unit or ""
    part = Text(part_name(key[1], "zh"), part_name(key[1], "en"))
    return Line(key, one.title, part, unit, value, tuple(cells), was, relative(was, value, unit))


def relative(was: Any, now: Any, unit: str = "") -> float | None:
    """Change of a number as a share of what it was; None where there is none to tell, as of a year."""
    if (
        unit == YEAR
        or not all(isinstance(one, int | float) and not isinstance(one, bool) for one in (was, now))
        or not was
    ):
        return None
    return float((now - was) / abs(was))


def _order(facts: Facts) -> Any:
    """Order of tables, rows and columns as in the contracts."""
    places = {
        (table, one.id): (at, column)
        for at, table in enumerate(ORDER)
        for column, one in enumerate(contract(table).measures)
    }
    rows = {
        (table, key_of(table, row)[1]): at
        for table in ORDER
        for at, row in enumerate(facts[table].iter_rows(named=True))
    }

    def order(key: Key) -> tuple[int, int, str, int]:
        table, column = places[key[0], key[2]]
        return table, rows.get(key[:2], len(rows)), key[1], column

    return order


def _cells(facts: Facts) -> Mapping[Key, list[Cell]]:
    found: dict[Key, list[Cell]] = defaultdict(list)
    columns = ("table", "part", "field", "file", "sheet", "cell")
    for table, part, name, *place in facts.cells.select(columns).iter_rows():
        found[table, part, name].append(Cell(*place))
    return found


def _spots(line: Line) -> Iterator[Spot]:
    return ((one.sheet, one.cell) for one in line.cells)


def _findings(version: Version) -> Mapping[Spot, list[Mapping[str, Any]]]:
    found: dict[Spot, list[Mapping[str, Any]]] = defaultdict(list)
    for one in version.receipt.get("findings", ()):
        if one.get("cell"):
            found[one.get("sheet") or "", one["cell"]].append(one)
    return found


def _remarks(remarks: Iterable[Remark]) -> Mapping[Spot, list[str]]:
    found: dict[Spot, list[str]] = defaultdict(list)
    for one in remarks:
        found[one.sheet, one.cell].append(one.text)
    return found
