"""From rows of year, area, grade and pupils to a panel; everything wrong with them is named at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.forecast.cells import Cell, cells_of, named_columns
from junheng.seats.forecast.panel import Marks, Panel, taught

LEAST_YEARS = 3


@dataclass(frozen=True, slots=True)
class Intake:
    """The panel, the words grades go by, and what was put right or is worth knowing."""

    panel: Panel
    labels: Mapping[int, str]
    notes: tuple[Fault, ...]


@dataclass(slots=True)
class _Reading:
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    cells: dict[tuple[int, str, int], Cell] = field(default_factory=dict)


def read_panel(table: pl.DataFrame, *, allow_gaps: bool = False) -> Intake:
    """Check and arrange ``year``, ``area``, ``grade``, ``pupils`` (any order, Chinese names too; ``line`` optional).

    A row whose pupils are empty says that the grade is taught and the number not known. ``allow_gaps`` takes a year
    without any row as not known instead of refusing it.

    Raises:
        UnfitInputError: with every fault, and with the notes on what could be mended after them.
    """
    reading = _Reading()
    columns = named_columns(table, reading.faults)
    if columns:
        for cell in cells_of(table, columns, reading.faults):
            _take(reading, cell)
        _whole(reading, allow_gaps=allow_gaps)
    if reading.faults:
        raise UnfitInputError([*reading.faults, *reading.notes])
    panel = _panel(list(reading.cells.values()))
    return Intake(panel, _labels(reading.cells.values()), (*reading.notes, *_changes(panel)))


def _take(reading: _Reading, cell: Cell) -> None:
    key = (cell.year, cell.area, cell.grade)
    earlier = reading.cells.setdefault(key, cell)
    if earlier is cell:
        if cell.pupils is None:
            reading.notes.append(Fault("cell_blank", cell.place, {"area": cell.area, "grade": cell.word}))
        return
    same = earlier.pupils == cell.pupils
    told = {"area": cell.area, "grade": cell.word, "year": cell.year, "line": earlier.line}
    (reading.notes if same else reading.faults).append(
        Fault("row_repeated" if same else "row_contradicts", cell.place, told)
    )


def _whole(reading: _Reading, *, allow_gaps: bool) -> None:
    """Enough years, none left out, somebody in the last one."""
    years = {cell.year for cell in reading.cells.values()}
    if not years:
        reading.faults.append(Fault("no_rows", Text("整个文件", "the whole file")))
        return
    for year in sorted(set(range(min(years), max(years))) - years):
        (reading.notes if allow_gaps else reading.faults).append(
            Fault("year_missing", Text(f"{year} 年", f"year {year}"), {"year": year})
        )
    if len(years) < LEAST_YEARS:
        reading.faults.append(
            Fault("too_few_years", Text("年份", "years"), {"years": len(years), "least": LEAST_YEARS})
        )
    if not any(cell.pupils for cell in reading.cells.values() if cell.year == max(years)):
        reading.faults.append(Fault("last_year_empty", Text(f"{max(years)} 年", f"year {max(years)}")))


def _panel(cells: Sequence[Cell]) -> Panel:
    years = range(min(cell.year for cell in cells), max(cell.year for cell in cells) + 1)
    grades = range(min(cell.grade for cell in cells), max(cell.grade for cell in cells) + 1)
    areas = sorted({cell.area for cell in cells}, key=_natural)
    place = {area: at for at, area in enumerate(areas)}
    shape = (len(years), len(areas), len(grades))
    counts, listed = np.full(shape, np.nan), np.zeros(shape, dtype=bool)
    for cell in cells:
        at = (cell.year - years[0], place[cell.area], cell.grade - grades[0])
        listed[at] = True
        if cell.pupils is not None:
            counts[at] = cell.pupils
    offered = taught(counts, listed)
    return Panel(tuple(years), tuple(areas), tuple(grades), np.where(offered, counts, np.nan), offered)


def _natural(area: str) -> tuple[int, str]:
    return (int(area), "") if area.isdecimal() else (1 << 62, area)


def _labels(cells: Any) -> dict[int, str]:
    """The word each grade was last written with."""
    return {cell.grade: cell.word for cell in sorted(cells, key=lambda cell: (cell.year, cell.line))}


def _changes(panel: Panel) -> Iterator[Fault]:
    """Areas that open, close or pause, each with its year."""
    lives: Marks = np.any(panel.offered, axis=2)
    found: dict[str, list[int]] = defaultdict(list)
    for at, area in enumerate(panel.areas):
        years = np.flatnonzero(lives[:, at])
        if not years.size:
            continue
        first, last = int(years[0]), int(years[-1])
        if first > 0:
            yield _change("area_opened", area, panel.years[first])
        if last < len(panel.years) - 1:
            yield _change("area_closed", area, panel.years[last + 1])
        for year in set(range(first, last)) - set(years.tolist()):
            found[area].append(panel.years[year])
    for area, gaps in found.items():
        yield Fault("area_paused", Text(area, area), {"area": area, "years": ", ".join(map(str, sorted(gaps)))})


def _change(code: str, area: str, year: int) -> Fault:
    return Fault(code, Text(area, area), {"area": area, "year": year})
