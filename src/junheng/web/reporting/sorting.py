"""What came in for many units at once, sorted by unit: its files, what was found in them, what stands against it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from junheng.facts import Facts, Receipt
from junheng.facts.findings import Finding, Outcome
from junheng.facts.receipt import SourceFile

Spot = tuple[str, str, str]


@dataclass(slots=True)
class Unit:
    """One school or county: the files that speak of it, the findings about it, the rows read of it."""

    code: str
    files: list[SourceFile]
    findings: list[Finding] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    cells: int = 0

    @property
    def rejected(self) -> list[Finding]:
        return [one for one in self.findings if one.outcome is Outcome.REJECTED]

    def receipt(self) -> dict[str, Any]:
        """The receipt of this unit alone, as JSON."""
        return Receipt(tuple(self.files), self.rows, self.cells, tuple(self.findings)).to_dict()


@dataclass(frozen=True, slots=True)
class Sorted:
    """``units`` by code; ``codes`` of every file; ``loose`` findings belong to a file but to no unit of it."""

    units: Mapping[str, Unit]
    codes: Mapping[str, frozenset[str]]
    loose: Mapping[str, tuple[Finding, ...]]


def sort_out(facts: Facts, receipt: Receipt) -> Sorted:
    """Give every unit its files and findings. What is wrong with a whole file is wrong for each unit in it."""
    whole = pl.concat([facts.cells, facts.marks])
    codes = _codes(whole)
    units = _units(facts, receipt, codes)
    at = _spots(whole, receipt.findings)
    loose: dict[str, list[Finding]] = defaultdict(list)
    for one in receipt.findings:
        held = codes.get(one.place.file, frozenset())
        exact = at.get((one.place.file, one.place.sheet or "", one.place.cell or ""))
        about = {exact} if exact else held if len(held) == 1 or one.outcome is Outcome.REJECTED else set()
        for code in about:
            if code in units:
                units[code].findings.append(one)
        if not about:
            loose[one.place.file].append(one)
    return Sorted(units, codes, {name: tuple(found) for name, found in loose.items()})


def _codes(whole: pl.DataFrame) -> dict[str, frozenset[str]]:
    rows = whole.select("file", "code").unique().group_by("file").agg("code").iter_rows()
    return {name: frozenset(codes) for name, codes in rows}


def _units(facts: Facts, receipt: Receipt, codes: Mapping[str, frozenset[str]]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for file in receipt.files:
        for code in codes.get(file.name, ()):
            units.setdefault(code, Unit(code, [])).files.append(file)
    cells = facts.cells.group_by("code").len().iter_rows()
    for code, number in cells:
        units[code].cells = number
    for table, frame in facts.tables.items():
        key = "school_code" if "school_code" in frame.columns else "county_code"
        for code, number in frame.group_by(key).len().iter_rows():
            if code in units:
                units[code].rows[table] = number
    return units


def _spots(whole: pl.DataFrame, findings: Sequence[Finding]) -> dict[Spot, str]:
    """Which unit the cells belong to that findings point at."""
    wanted = [(one.place.file, one.place.sheet or "", one.place.cell) for one in findings if one.place.cell]
    schema = {"file": pl.String, "sheet": pl.String, "cell": pl.String}
    asked = pl.DataFrame(wanted, schema=schema, orient="row").unique()
    rows = whole.join(asked, on=["file", "sheet", "cell"]).select("file", "sheet", "cell", "code").iter_rows()
    return {(name, sheet, cell): code for name, sheet, cell, code in rows}
