"""Small towns to forecast: steady cohorts, and a school that grows a grade a year."""

from collections.abc import Callable

import numpy as np
import polars as pl
import pytest

from junheng.seats.forecast.panel import Panel, taught

Rows = list[tuple[int, str, str, float | None]]
Made = Callable[..., Panel]


def table_of(rows: Rows) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=["year", "area", "grade", "pupils"], orient="row", infer_schema_length=None)


@pytest.fixture
def made() -> Made:
    """A panel from counts (years × areas × grades); NaN is a grade that is not taught, unless ``blank`` marks it."""

    def make(counts: object, first_grade: int = 1, blank: object = None) -> Panel:
        values = np.asarray(counts, dtype=float)
        unknown = np.zeros(values.shape, dtype=bool) if blank is None else np.asarray(blank, dtype=bool)
        years, areas, grades = values.shape
        offered = taught(values, ~np.isnan(values) | unknown)
        return Panel(
            tuple(range(2000, 2000 + years)),
            tuple(f"A{at}" for at in range(areas)),
            tuple(range(first_grade, first_grade + grades)),
            values,
            offered,
        )

    return make


@pytest.fixture
def town() -> pl.DataFrame:
    """Ten years, four areas, grades 1–6: cohorts lose 3 % a year, entries differ by year and area."""
    rng = np.random.default_rng(7)
    entry = {(year, area): 60 + 10 * area + rng.integers(-12, 13) for year in range(2004, 2020) for area in range(4)}
    rows: Rows = [
        (year, f"A{area}", str(grade), float(round(entry[year - grade + 1, area] * 0.97 ** (grade - 1))))
        for year in range(2010, 2020)
        for area in range(4)
        for grade in range(1, 7)
    ]
    return table_of(rows)
