"""Single methods, each a path of all areas and grades over the coming years (horizon × areas × grades).

NaN means that the grade is not taught there. The first three are what one would do by hand and are the peers of the
back-test; the last two follow the grades that areas are expected to teach and are what the combination is made of.
"""

from collections.abc import Callable, Mapping

import numpy as np

from junheng.seats.forecast.panel import Numbers, Panel
from junheng.seats.forecast.ratios import mean_ratios, shrunken_ratios
from junheng.seats.forecast.spans import expected_spans

Path = Callable[[Panel, int], Numbers]
TREND_YEARS = 5


def last_value(past: Panel, horizon: int) -> Numbers:
    """Next years as the last one (the naive forecast)."""
    return np.repeat(past.latest[None], horizon, axis=0)


def linear_trend(past: Panel, horizon: int) -> Numbers:
    """The least-squares line through the last five known years of each cell, not below zero."""
    counts = past.counts[-TREND_YEARS:]
    known = ~np.isnan(counts)
    number = np.maximum(known.sum(0), 1)
    time = np.arange(len(counts), dtype=float)[:, None, None]
    mean_time = np.where(known, time, 0.0).sum(0) / number
    mean = np.where(known, counts, 0.0).sum(0) / number
    apart = np.where(known, time - mean_time, 0.0)
    spread = (apart**2).sum(0)
    slope = (apart * np.nan_to_num(counts)).sum(0) / np.where(spread > 0, spread, 1.0)
    steps = len(counts) - 1 + np.arange(1, horizon + 1, dtype=float)[:, None, None]
    line = np.maximum(mean + slope * (steps - mean_time), 0.0)
    return np.where(past.offered[-1] & known.any(0), line, np.where(past.offered[-1], past.latest, np.nan))


def grade_progression(past: Panel, horizon: int) -> Numbers:
    """Cohort survival with the three-year mean of the area's own ratios; the entry grade keeps its last value."""
    latest, ratios = past.latest, mean_ratios(past.counts)
    now, ahead = latest, np.empty((horizon, *latest.shape))
    for step in range(horizon):
        moved = ratios * _from_below(now)
        now = np.where(np.isnan(moved), latest, moved)
        now = np.where(past.offered[-1], now, np.nan)
        ahead[step] = now
    return ahead


def level(past: Panel, horizon: int) -> Numbers:
    """Last values along the grades expected to be taught; a grade that is added holds the cohort that moves up."""
    return _along_spans(past, horizon, cohorts=False)


def progression(past: Panel, horizon: int) -> Numbers:
    """Cohort survival with shrunken ratios along the grades expected to be taught."""
    return _along_spans(past, horizon, cohorts=True)


def _along_spans(past: Panel, horizon: int, *, cohorts: bool) -> Numbers:
    latest, spans = past.latest, expected_spans(past, horizon)
    local, everywhere = shrunken_ratios(past.counts)
    now, before = latest, past.offered[-1]
    ahead = np.empty((horizon, *latest.shape))
    for step in range(horizon):
        moved = np.where(before, local, everywhere) * _from_below(now)
        first, second = (moved, latest) if cohorts else (latest, moved)
        now = np.where(np.isnan(first), second, first)
        now = np.where(spans[step], np.nan_to_num(now), np.nan)
        before = spans[step]
        ahead[step] = now
    return ahead


def _from_below(now: Numbers) -> Numbers:
    below = np.full_like(now, np.nan)
    below[:, 1:] = now[:, :-1]
    return below


PATHS: Mapping[str, Path] = {
    "last_value": last_value,
    "linear_trend": linear_trend,
    "grade_progression": grade_progression,
    "level": level,
    "progression": progression,
}
PEERS = ("last_value", "linear_trend", "grade_progression")
