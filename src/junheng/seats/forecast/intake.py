"""From rows of year, area, grade and pupils to a panel; everything wrong with them is named at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.forecast.cells import cells_of, named_columns, place_of, years_of
from junheng.seats.forecast.panel import Marks, Panel, taught

LEAST_YEARS = 3
KEYS = ["year", "area", "grade"]


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


def read_panel(table: pl.DataFrame, *, allow_gaps: bool = False) -> Intake:
    """Check and arrange ``year``, ``area``, ``grade``, ``pupils`` (any order, Chinese names too; ``line`` optional).

    A row whose pupils are empty says that the grade is taught and the number not known. ``allow_gaps`` takes a year
    without any row as not known instead of refusing it.

    Raises:
        UnfitInputError: with every fault, and with the notes on what could be mended after them.
    """
    reading = _Reading()
    columns = named_columns(table, reading.faults)
    cells = cells_of(table, columns, reading.faults) if columns else pl.DataFrame()
    if columns:
        cells = _once(cells, reading)
        _whole(cells, years_of(table, columns), reading, allow_gaps=allow_gaps)
    if reading.faults:
        raise UnfitInputError([*reading.faults, *reading.notes])
    panel = _panel(cells)
    last_words = cells.sort("year", "line").group_by("grade", maintain_order=True).agg(pl.col("word").last())
    labels = dict(last_words.select("grade", "word").iter_rows())
    return Intake(panel, labels, (*reading.notes, *_changes(panel)))


def _once(cells: pl.DataFrame, reading: _Reading) -> pl.DataFrame:
    """The first row of each year, area and grade; others are faults when they contradict it."""
    first = cells.with_row_index("at").with_columns(
        first=pl.col("at").first().over(KEYS),
        earlier=pl.col("line").first().over(KEYS),
        same=pl.col("pupils").eq_missing(pl.col("pupils").first().over(KEYS)),
    )
    for row in first.filter(pl.col("at") != pl.col("first")).iter_rows(named=True):
        told = {"area": row["area"], "grade": row["word"], "year": row["year"], "line": row["earlier"]}
        (reading.notes if row["same"] else reading.faults).append(
            Fault("row_repeated" if row["same"] else "row_contradicts", place_of(row["line"]), told)
        )
    kept = first.filter(pl.col("at") == pl.col("first")).select(cells.columns)
    for row in kept.filter(pl.col("pupils").is_null()).iter_rows(named=True):
        told = {"area": row["area"], "grade": row["word"]}
        reading.notes.append(Fault("cell_blank", place_of(row["line"]), told))
    return kept


def _whole(cells: pl.DataFrame, years: set[int], reading: _Reading, *, allow_gaps: bool) -> None:
    """Enough years, none left out, somebody in the last one."""
    if not years or (cells.is_empty() and not reading.faults):
        reading.faults.append(Fault("no_rows", Text("整个文件", "the whole file")))
        return
    for year in sorted(set(range(min(years), max(years))) - years):
        (reading.notes if allow_gaps else reading.faults).append(
            Fault("year_missing", Text(f"{year} 年", f"year {year}"), {"year": year})
        )
    if len(years) < LEAST_YEARS:
        told = {"years": len(years), "least": LEAST_YEARS}
        reading.faults.append(Fault("too_few_years", Text("年份", "years"), told))
    if (
        max(years) in set(cells["year"])
        and not cells.filter((pl.col("year") == max(years)) & (pl.col("pupils") > 0)).height
    ):
        reading.faults.append(Fault("last_year_empty", Text(f"{max(years)} 年", f"year {max(years)}")))


def _panel(cells: pl.DataFrame) -> Panel:
    year, grade = cells["year"].to_numpy(), cells["grade"].to_numpy()
    years, grades = range(year.min(), year.max() + 1), range(grade.min(), grade.max() + 1)
    areas = sorted(cells["area"].unique(), key=_natural)
    place = {area: at for at, area in enumerate(areas)}
    area = cells["area"].replace_strict(place, return_dtype=pl.Int64).to_numpy()
    at = (year - years[0], area, grade - grades[0])
    counts = np.full((len(years), len(areas), len(grades)), np.nan)
    listed = np.zeros(counts.shape, dtype=bool)
    counts[at], listed[at] = cells["pupils"].to_numpy(), True
    offered = taught(counts, listed)
    return Panel(tuple(years), tuple(areas), tuple(grades), np.where(offered, counts, np.nan), offered)


def _natural(area: str) -> tuple[int, str]:
    return (int(area), "") if area.isdecimal() else (1 << 62, area)


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
