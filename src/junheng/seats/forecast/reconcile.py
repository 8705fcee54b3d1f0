"""Forecasts of parts made to add up to what is known of the whole: official totals of a city, a district, a section.

Raking multiplies the parts under each total in turn until all totals hold (iterative proportional fitting, Deming &
Stephan 1940). It keeps zeros zero and the bands in proportion; numbers are not rounded to whole pupils.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.forecast.panel import Marks, Numbers

ROUNDS, TOLERANCE = 1000, 1e-9
CARRIED = ("point", "low", "high")


def reconcile(rows: pl.DataFrame, totals: pl.DataFrame, *, districts: Mapping[str, str] | None = None) -> pl.DataFrame:
    """The rows with ``point``, ``low`` and ``high`` raked to the totals.

    Args:
        rows: as ``Forecast.rows``, or any table with ``point`` and the keys that the totals name.
        totals: ``pupils`` and some of ``year, area, district, section, grade``; an empty key means all of them. Totals
            without pupils are not known and bind nothing.
        districts: the district of each area, when totals name districts.

    Raises:
        UnfitInputError: a total has no rows under it, is negative, or contradicts another.
    """
    table = (
        rows
        if districts is None
        else rows.with_columns(
            district=pl.col("area").replace_strict(dict(districts), default=None, return_dtype=pl.String)
        )
    )
    keys = [name for name in totals.columns if name != "pupils"]
    bound = [row for row in totals.iter_rows(named=True) if row["pupils"] is not None]
    under = [_under(table, row, keys) for row in bound]
    points = table["point"].to_numpy().astype(float)
    wanted = np.array([float(row["pupils"]) for row in bound])
    names = [Text(*[" ".join(str(row[key]) for key in keys if row[key] not in (None, ""))] * 2) for row in bound]
    factor = rake(points, under, wanted, names)
    return rows.with_columns(
        pl.Series(name, rows[name].to_numpy() * factor) for name in CARRIED if name in rows.columns
    )


def rake(points: Numbers, under: Sequence[Marks], wanted: Numbers, names: Sequence[Text]) -> Numbers:
    """What each of the points is multiplied with so that those under each total add up to it.

    Raises:
        UnfitInputError: with every total that cannot be met.
    """
    faults = [
        Fault("total_out_of_reach", name, {"total": total})
        for marks, total, name in zip(under, wanted, names, strict=True)
        if total < 0 or (total > 0 and not points[marks].sum() > 0)
    ]
    if faults:
        raise UnfitInputError(faults)
    factor = np.ones_like(points)
    for _ in range(ROUNDS):
        apart = 0.0
        for marks, total in zip(under, wanted, strict=True):
            now = float((points[marks] * factor[marks]).sum())
            apart = max(apart, abs(now - total) / max(abs(total), 1.0))
            factor[marks] *= total / now if now > 0 else 0.0
        if apart <= TOLERANCE:
            return factor
    raise UnfitInputError(
        Fault("totals_contradict", name, {"total": total, "found": float((points[marks] * factor[marks]).sum())})
        for marks, total, name in zip(under, wanted, names, strict=True)
    )


def _under(table: pl.DataFrame, row: Mapping[str, object], keys: Sequence[str]) -> Marks:
    marks: Marks = np.ones(table.height, dtype=bool)
    for key in keys:
        if row[key] not in (None, ""):
            marks &= (table[key].cast(pl.String) == str(row[key])).fill_null(value=False).to_numpy()
    return marks
