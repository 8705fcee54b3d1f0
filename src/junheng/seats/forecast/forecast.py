"""The forecast of a table of pupils: every method replayed, one chosen per area, bands from its past errors."""

import polars as pl

from junheng.seats.forecast.bands import LEVEL
from junheng.seats.forecast.grades import sections_of
from junheng.seats.forecast.intake import read_panel
from junheng.seats.forecast.official import bound, districts_of
from junheng.seats.forecast.outlook import rows
from junheng.seats.forecast.outlook import totals as sums_of
from junheng.seats.forecast.panel import whole_of
from junheng.seats.forecast.replay import replay
from junheng.seats.forecast.result import Backtest, Forecast
from junheng.seats.forecast.scores import backtest_of
from junheng.seats.forecast.work import Work

DEFAULT_HORIZON = 5


def forecast(
    table: pl.DataFrame,
    horizon: int = DEFAULT_HORIZON,
    *,
    sections: str = "",
    level: float = LEVEL,
    allow_gaps: bool = False,
    totals: pl.DataFrame | None = None,
) -> Forecast:
    """Pupils by year, area and grade for the coming years.

    Args:
        table: columns ``year``, ``area``, ``grade``, ``pupils``; see ``read_panel``.
        horizon: years ahead.
        sections: ranges of grades as ``PK-5,6-8,9-12`` (default 1–6, 7–9, 10–12); errors are judged at this level.
        level: share of the truths that a band should hold.
        allow_gaps: a year without rows is not known, instead of a fault.
        totals: official totals of coming years that the rows are to add up to: ``pupils`` and some of ``year, area,
            district, section, grade``; districts are those of a ``district`` column of the table.

    Raises:
        UnfitInputError: the table cannot be forecast; it holds every fault.
        ValueError: the horizon, level or sections make no sense.
    """
    if horizon < 1 or not 0 < level < 1:
        raise ValueError(f"horizon {horizon} < 1 or level {level} outside 0–1")
    intake = read_panel(table, allow_gaps=allow_gaps)
    named = sections_of(intake.panel.grades, sections)
    work, whole = (Work(replay(one, named, horizon), level) for one in (intake.panel, whole_of(intake.panel)))
    found, sums = rows(work, intake.labels), sums_of(work, whole)
    if totals is not None:
        words = {word: one for grade, word in intake.labels.items() for one in named if grade in one}
        found, sums = bound(found, sums, totals, sections=words, districts=districts_of(table))
    return Forecast(
        rows=found,
        totals=sums,
        backtest=backtest_of(work),
        notes=intake.notes,
        parameters={"horizon": horizon, "level": level, "sections": [one.name for one in named]},
    )


def backtest(
    table: pl.DataFrame, horizon: int = DEFAULT_HORIZON, *, sections: str = "", level: float = LEVEL
) -> Backtest:
    """How each method would have done from every past year; arguments and errors as for ``forecast``."""
    return forecast(table, horizon, sections=sections, level=level).backtest
