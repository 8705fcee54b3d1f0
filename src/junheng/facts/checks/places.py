"""From what a check found to the cell the user wrote it in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from junheng.facts.checks.model import Check, Hit, Spot
from junheng.facts.contracts import contract
from junheng.facts.findings import Finding, Outcome, Place, place_at
from junheng.facts.tables import Facts

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
        cells = pl.concat([self.facts.cells, self.facts.marks])
        rows = cells.join(wanted, on=["table", "code"], how="semi", maintain_order="left")
        columns = ("table", "code", "field", "part", "file", "sheet", "cell")
        for table, code, name, *cell in rows.select(columns).iter_rows():
            found.setdefault((table, code), []).append((name, (cell[0], cell[1], cell[2], cell[3])))
        return found

    @cached_property
    def _keys(self) -> Mapping[tuple[str, str], Cell]:
        """The first cell a code was written in, by code and field, whatever the table."""
        keys = self.facts.marks.filter(pl.col("state") == "key").unique(["code", "field"], keep="first")
        rows = keys.select("code", "field", "part", "file", "sheet", "cell").iter_rows()
        return {(code, name): (part, file, sheet, cell) for code, name, part, file, sheet, cell in rows}

    def place(self, hit: Hit) -> Place:
        """The first cell that is known among the hit's spots; else the cell of the unit's code where that is what it is
        about; else the sheet of the unit; else the row of the table.
        """
        for spot in hit.spots:
            for name, cell in self._of(spot):
                if name in spot.fields:
                    return place_at(*cell[1:], contract(spot.table).field(name).title.zh)
        first = hit.spots[0]
        header = contract(first.table).field(first.fields[0]).title.zh
        if (first.code, first.fields[0]) in self._keys:
            return place_at(*self._keys[first.code, first.fields[0]][1:], header)
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
    """The findings of some checks, in the order of the checks.

    What is wrong with one cell is said once, however many tables and sections the cell is the key of.
    """
    said = tuple(checks)
    places = Places(facts, tuple(hit for _, hits in said for hit in hits))
    found: dict[object, Finding] = {}
    for check, hits in said:
        for hit in hits:
            place = places.place(hit)
            once = place.cell is not None and check.outcome is Outcome.REJECTED
            found.setdefault(
                (check.id, place) if once else len(found), Finding(check.id, check.outcome, place, hit.values)
            )
    return list(found.values())
