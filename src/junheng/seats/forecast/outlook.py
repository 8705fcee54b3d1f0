"""The forecast as tables: one row per year, area and grade, and sums by section."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from junheng.seats.forecast.bands import Spread, band
from junheng.seats.forecast.panel import Marks, Numbers
from junheng.seats.forecast.replay import METHODS
from junheng.seats.forecast.work import Indices, Said, Work

Names = npt.NDArray[np.str_]


def rows(work: Work, labels: Mapping[int, str]) -> pl.DataFrame:
    """``year, area, grade, point, low, high, method`` of every grade expected to be taught, by year, area, grade."""
    panel = work.past.panel
    names = [labels.get(grade, str(grade)) for grade in panel.grades]
    learned = _learned(work, work.cells)
    parts = []
    for step, points in enumerate(work.points[work.past.now.at], 1):
        area, grade = np.nonzero(~np.isnan(points))
        keys = {
            "year": panel.years[-1] + step,
            "area": [panel.areas[at] for at in area],
            "grade": [names[at] for at in grade],
        }
        parts.append(_banded(work, band(learned, step, points[area, grade]), points[area, grade], keys, area))
    return pl.concat(parts)


def totals(work: Work, whole: Work) -> pl.DataFrame:
    """``year, area, section, point, low, high, method, sum_of_areas``: all areas together, then each area.

    All together are forecast from their own sums, which openings and closures leave alone; ``sum_of_areas`` is what
    the areas' own points add up to.
    """
    named = np.array([one.name for one in work.past.sections])
    here, everywhere = _learned(work, work.sections), _learned(whole, whole.sections)
    parts = []
    for step, points in enumerate(work.points[work.past.now.at], 1):
        sums = work.in_sections(points)
        together = _of_sections(whole, everywhere, step, named)
        parts += [together.with_columns(sum_of_areas=pl.Series(sums.sum(0)[_taught(whole, step)[0]]))]
        parts += [_of_sections(work, here, step, named).with_columns(sum_of_areas=pl.lit(None, dtype=pl.Float64))]
    return pl.concat(parts)


def _taught(work: Work, step: int) -> Marks:
    """Areas × sections that have a point."""
    points = work.points[work.past.now.at][step - 1]
    return work.in_sections(np.where(np.isnan(points), 0.0, 1.0)) > 0


def _learned(work: Work, errors: Said) -> tuple[Spread, ...]:
    now = work.past.now
    return work.learned(errors, now.at, len(work.points[now.at]))


def _of_sections(work: Work, learned: tuple[Spread, ...], step: int, named: Names) -> pl.DataFrame:
    panel, sums = work.past.panel, work.in_sections(work.points[work.past.now.at][step - 1])
    area, section = np.nonzero(_taught(work, step))
    keys = {
        "year": panel.years[-1] + step,
        "area": [panel.areas[at] for at in area],
        "section": named[section].tolist(),
    }
    points = sums[area, section]
    return _banded(work, band(learned, step, points), points, keys, area)


def _banded(
    work: Work, ends: tuple[Numbers, Numbers], points: Numbers, keys: Mapping[str, Any], area: Indices
) -> pl.DataFrame:
    choice = work.choices[work.past.now.at]
    methods = [METHODS[choice[at]] for at in area]
    frame = pl.DataFrame({**keys, "point": points, "low": ends[0], "high": ends[1], "method": methods})
    return frame.with_columns(pl.col("year").cast(pl.Int64), pl.col("low", "high").fill_nan(None))
