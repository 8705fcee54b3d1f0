"""The forecast as tables: one row per year, area and grade, and sums by section."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from junheng.seats.forecast.panel import Numbers
from junheng.seats.forecast.replay import METHODS
from junheng.seats.forecast.work import Said, Work

WHOLE = ""
"""The area that stands for all areas together."""
MIXED = "mixed"
"""The method of a sum over areas with different methods."""


def rows(work: Work, labels: Mapping[int, str]) -> pl.DataFrame:
    """``year, area, grade, point, low, high, method`` of every grade expected to be taught, by year, area, grade."""
    panel = work.past.panel
    names = [labels.get(grade, str(grade)) for grade in panel.grades]
    parts = []
    for step, points in enumerate(work.points[work.past.now.at], 1):
        area, grade = np.nonzero(~np.isnan(points))
        keys = {
            "year": panel.years[-1] + step,
            "area": [panel.areas[at] for at in area],
            "grade": [names[at] for at in grade],
        }
        parts.append(_banded(work, work.cells, step, points[area, grade], keys, _methods(work, area)))
    return pl.concat(parts)


def totals(work: Work) -> pl.DataFrame:
    """``year, area, section, point, low, high, method``: first all areas together, then each area."""
    panel = work.past.panel
    names = [one.name for one in work.past.sections]
    parts = []
    for step, points in enumerate(work.points[work.past.now.at], 1):
        sums, taught = work.in_sections(points), work.in_sections(np.where(np.isnan(points), 0.0, 1.0)) > 0
        year = panel.years[-1] + step
        whole = {"year": year, "area": [WHOLE] * len(names), "section": names}
        parts.append(_banded(work, work.whole, step, sums.sum(0), whole, [MIXED] * len(names)))
        area, section = np.nonzero(taught)
        keys = {"year": year, "area": [panel.areas[at] for at in area], "section": [names[at] for at in section]}
        parts.append(_banded(work, work.sections, step, sums[area, section], keys, _methods(work, area)))
    return pl.concat(parts)


def _banded(
    work: Work, errors: Said, step: int, points: Numbers, keys: Mapping[str, Any], methods: Sequence[str]
) -> pl.DataFrame:
    low, high = work.band(errors, work.past.now.at, step, points)
    return pl.DataFrame({**keys, "point": points, "low": low, "high": high, "method": methods}).with_columns(
        pl.col("year").cast(pl.Int64)
    )


def _methods(work: Work, area: Any) -> list[str]:
    choice = work.choices[work.past.now.at]
    return [METHODS[choice[at]] for at in area]
