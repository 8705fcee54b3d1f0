"""What a forecast gives back: rows with bands, sums by section, and the record the methods earned."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from junheng.seats.faults import Fault


@dataclass(frozen=True, slots=True)
class Backtest:
    """How the methods did from every past year, at the level of area × section.

    ``horizons`` has one row per horizon and method: ``wape``, ``mape`` (shares of the pupils, of the mean row) and
    for ``chosen``, the forecast as it would have been given then, ``coverage`` of its band. ``areas`` has one row
    per area: its method and the WAPE of each method there.
    """

    origins: tuple[int, ...]
    rows: int
    horizons: pl.DataFrame
    areas: pl.DataFrame

    def to_dict(self) -> dict[str, Any]:
        return {
            "origins": list(self.origins),
            "rows": self.rows,
            "horizons": self.horizons.to_dicts(),
            "areas": self.areas.to_dicts(),
        }


@dataclass(frozen=True, slots=True)
class Forecast:
    """``rows``: year, area, grade, point, low, high, method. ``totals``: the same by year, area and section, with
    the area ``""`` for all areas together. Points are expected numbers, not rounded."""

    rows: pl.DataFrame
    totals: pl.DataFrame
    backtest: Backtest
    notes: tuple[Fault, ...]
    parameters: Mapping[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "rows": self.rows.to_dicts(),
            "totals": self.totals.to_dicts(),
            "backtest": self.backtest.to_dict(),
            "notes": [note.to_dict() for note in self.notes],
            "parameters": dict(self.parameters),
        }
