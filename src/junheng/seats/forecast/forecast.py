"""The forecast of a table of pupils: every method replayed, one chosen per area, bands from its past errors."""

import polars as pl

from junheng.seats.forecast.bands import LEVEL
from junheng.seats.forecast.grades import sections_of
from junheng.seats.forecast.intake import read_panel
from junheng.seats.forecast.outlook import rows, totals
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
) -> Forecast:
    """Pupils by year, area and grade for the coming years.

    Args:
        table: columns ``year``, ``area``, ``grade``, ``pupils``; see ``read_panel``.
        horizon: years ahead.
        sections: ranges of grades as ``PK-5,6-8,9-12`` (default 1–6, 7–9, 10–12); errors are judged at this level.
        level: share of the truths that a band should hold.
        allow_gaps: a year without rows is not known, instead of a fault.

    Raises:
        UnfitInputError: the table cannot be forecast; it holds every fault.
        ValueError: the horizon, level or sections make no sense.
    """
    if horizon < 1 or not 0 < level < 1:
        raise ValueError(f"horizon {horizon} < 1 or level {level} outside 0–1")
    intake = read_panel(table, allow_gaps=allow_gaps)
    named = sections_of(intake.panel.grades, sections)
    work, whole = (Work(replay(one, named, horizon), level) for one in (intake.panel, whole_of(intake.panel)))
    return Forecast(
        rows=rows(work, intake.labels),
        totals=totals(work, whole),
        backtest=backtest_of(work),
        notes=intake.notes,
        parameters={"horizon": horizon, "level": level, "sections": [one.name for one in named]},
    )


def backtest(
    table: pl.DataFrame, horizon: int = DEFAULT_HORIZON, *, sections: str = "", level: float = LEVEL
) -> Backtest:
    """How each method would have done from every past year; arguments and errors as for ``forecast``."""
    return forecast(table, horizon, sections=sections, level=level).backtest
