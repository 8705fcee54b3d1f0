"""From what a check found to the cell the user wrote it in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from junheng.facts.checks.model import Check, Hit, Spot
from junheng.facts.contracts import contract
from junheng.facts.findings import Finding, Place
from junheng.facts.tables import Facts

_CELL = re.compile(r"([A-Z]+)(\d+)")
Cell = tuple[str, str, str, str]
"""part, file, sheet, cell."""


@dataclass(frozen=True)
class Places:
    """Where facts were written, and if that is not known, which row of which table they are."""

    facts: Facts
    hits: tuple[Hit, ...]

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], list[tuple[str, Cell]]]:
        spots = {(spot.table, spot.code) for hit in self.hits for spot in hit.spots}
        wanted = pl.DataFrame(list(spots), schema={"table": pl.String, "code": pl.String}, orient="row")
        found: dict[tuple[str, str], list[tuple[str, Cell]]] = {}
        rows = self.facts.cells.join(wanted, on=["table", "code"], how="semi", maintain_order="left")
        columns = ("table", "code", "field", "part", "file", "sheet", "cell")
        for table, code, name, *cell in rows.select(columns).iter_rows():
            found.setdefault((table, code), []).append((name, (cell[0], cell[1], cell[2], cell[3])))
        return found

    def place(self, hit: Hit) -> Place:
        """The first cell that is known among the hit's spots; else the sheet of the unit; else the row of the table."""
        for spot in hit.spots:
            for name, cell in self._of(spot):
                if name in spot.fields:
                    return _place(cell, contract(spot.table).field(name).title.zh)
        first = hit.spots[0]
        header = contract(first.table).field(first.fields[0]).title.zh
        for _, cell in (one for spot in hit.spots for one in self._of(spot)):
            return Place(cell[1], cell[2] or None, header=header)
        return Place("", contract(first.table).title.zh, self._row(first), header=header)

    def _of(self, spot: Spot) -> Iterator[tuple[str, Cell]]:
        for name, cell in self._cells.get((spot.table, spot.code), ()):
            if spot.part is None or cell[0] == spot.part:
                yield name, cell

    def _row(self, spot: Spot) -> int | None:
        """Row of the unit in its table, counted as in a sheet with one line of header."""
        codes = self.facts[spot.table].get_column(contract(spot.table).key[0]).to_list()
        return codes.index(spot.code) + 2 if spot.code in codes else None


def findings(checks: Iterable[tuple[Check, tuple[Hit, ...]]], facts: Facts) -> list[Finding]:
    """The findings of some checks, in the order of the checks."""
    said = tuple(checks)
    places = Places(facts, tuple(hit for _, hits in said for hit in hits))
    return [Finding(check.id, check.outcome, places.place(hit), hit.values) for check, hits in said for hit in hits]


def _place(cell: Cell, header: str) -> Place:
    _, file, sheet, address = cell
    found = _CELL.fullmatch(address)
    if found is None:
        return Place(file, sheet or None, header=header)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return Place(file, sheet or None, int(found[2]), column, header)
