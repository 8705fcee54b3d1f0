"""The record of the methods: WAPE, MAPE and how often the band held, from every origin that had years before it."""

import numpy as np
import polars as pl

from junheng.seats.forecast.bands import band
from junheng.seats.forecast.panel import Marks, Numbers
from junheng.seats.forecast.replay import METHODS
from junheng.seats.forecast.result import Backtest
from junheng.seats.forecast.work import Said, Work

WARM_UP = 5
"""Years before the first origin that is scored, when half of the years are as many."""
CHOSEN = "chosen"


def backtest_of(work: Work) -> Backtest:
    """Scores at the level of area × section."""
    panel, record = work.past.panel, work.record
    first = min(WARM_UP, max(1, (len(panel.years) - 1) // 2))
    held = record.origin >= first
    origins = tuple(panel.years[at] for at in sorted(set(record.origin[held].tolist())))
    return Backtest(origins, int(held.sum()), _horizons(work, held), _areas(work, held))


def _horizons(work: Work, held: Marks) -> pl.DataFrame:
    record, said = work.record, work.sections
    covered = coverage(work, said)
    found = []
    for step in sorted(set(record.step[held].tolist())):
        here = held & (record.step == step)
        for name, points in (*record.said.items(), (CHOSEN, said.said)):
            inside = covered[here & ~np.isnan(covered)]
            found.append(
                {
                    "horizon": step,
                    "method": name,
                    "rows": int(here.sum()),
                    "wape": wape(points[here], record.actual[here]),
                    "mape": mape(points[here], record.actual[here]),
                    "coverage": float(inside.mean()) if name == CHOSEN and inside.size else None,
                }
            )
    return pl.DataFrame(found, schema_overrides={"coverage": pl.Float64, "mape": pl.Float64, "wape": pl.Float64})


def coverage(work: Work, said: Said) -> Numbers:
    """For each row 1 when the truth fell in the band drawn at its origin, 0 when not, NaN when none could be drawn."""
    inside = np.full(said.said.size, np.nan)
    for origin in work.past.origins[1:-1]:
        steps = len(work.points[origin.at])
        learned = work.learned(said, origin.at, steps)
        for step in range(1, steps + 1):
            here = (said.origin == origin.at) & (said.step == step)
            low, high = band(learned, step, said.said[here])
            within = (said.actual[here] >= low) & (said.actual[here] <= high)
            inside[here] = np.where(np.isnan(low), np.nan, within)
    return inside


def wape(said: Numbers, actual: Numbers) -> float | None:
    """Sum of errors over sum of truths; None when nothing was there."""
    whole = float(actual.sum())
    return float(np.abs(said - actual).sum()) / whole if whole > 0 else None


def mape(said: Numbers, actual: Numbers) -> float | None:
    """Mean of errors over truths, of the rows whose truth is not zero."""
    some = actual > 0
    return float((np.abs(said - actual)[some] / actual[some]).mean()) if some.any() else None


def _areas(work: Work, held: Marks) -> pl.DataFrame:
    """One row per area still open: its method, and each method's WAPE there (null when it was never scored)."""
    panel, record = work.past.panel, work.record
    choice, number = work.choices[work.past.now.at], len(panel.areas)
    pupils = np.bincount(record.area[held], record.actual[held], number)
    errors = {}
    for name, said in record.said.items():
        missed = np.bincount(record.area[held], np.abs(said - record.actual)[held], number)
        errors[name] = np.where(pupils > 0, missed / np.where(pupils > 0, pupils, 1.0), np.nan)
    names = {"area": panel.areas, "method": [METHODS[at] for at in choice]}
    open_now = pl.Series(panel.offered[-1].any(1))
    return pl.DataFrame({**names, **errors}).with_columns(pl.col(METHODS).fill_nan(None)).filter(open_now)
