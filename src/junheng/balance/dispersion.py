"""Means and dispersions of a county (F2), in two passes so that no digits are lost to cancellation."""

import narwhals as nw
import polars as pl

from junheng.balance.kinds import Frame
from junheng.balance.measures import linear, part_column, value_column
from junheng.policy.standard import Indicator, Standard

SUM_A, SUM_N, SUM_W, SUM_X, SUM_D, MISSING = "a", "n", "w", "x", "d", "missing"


def mean_column(indicator: Indicator) -> str:
    return _part(indicator, "mean")


def _part(indicator: Indicator, part: str) -> str:
    return part_column(indicator.id, part)


def weight(indicator: Indicator) -> nw.Expr:
    """What one school weighs in the dispersion: its denominator unless the standard names a column."""
    return nw.col(indicator.weight) if indicator.weight else linear(indicator.denominator)


def totals(frame: Frame, standard: Standard, keys: list[str]) -> Frame:
    """First pass: per group the sums over the schools that have a value, and ``X̄ = k·Σa/Σn`` of every indicator.

    The unweighted form takes the mean of the schools' values instead.
    """
    parts: dict[str, nw.Expr] = {"schools": nw.lit(1, dtype=nw.Int64())}
    for one in standard.indicators:
        has = ~nw.col(value_column(one.id)).is_null()
        parts[_part(one, SUM_A)] = nw.when(has).then(linear(one.numerator))
        parts[_part(one, SUM_N)] = nw.when(has).then(linear(one.denominator))
        parts[_part(one, SUM_W)] = nw.when(has).then(weight(one))
        parts[_part(one, SUM_X)] = nw.col(value_column(one.id))
        parts[_part(one, MISSING)] = nw.col(value_column(one.id)).is_null().cast(nw.Int64)
    parts["passed"] = nw.col("passes").cast(nw.Int64)
    parts["judged"] = (~nw.col("passes").is_null()).cast(nw.Int64)
    sums = _summed(frame.with_columns(**parts), list(parts), keys)
    return sums.with_columns(**{mean_column(one): _mean(one, standard) for one in standard.indicators})


def statistics(frame: Frame, sums: Frame, standard: Standard, keys: list[str]) -> pl.DataFrame:
    """Second pass: the sums with, per group and indicator, the weighted squared distances from the mean."""
    weighted = standard.county_rule.weighting == "weighted"
    averages = sums.select(*keys, *(mean_column(one) for one in standard.indicators))
    parts = {}
    for one in standard.indicators:
        apart = nw.col(value_column(one.id)) - nw.col(mean_column(one))
        parts[_part(one, SUM_D)] = apart * apart * weight(one) if weighted else apart * apart
    joined = frame.join(averages, on=keys, how="left").with_columns(**parts)
    spreads = _collected(_summed(joined, list(parts), keys))
    return _collected(sums).join(spreads, on=keys, how="left")


def _summed(frame: Frame, parts: list[str], keys: list[str]) -> Frame:
    summed = frame.select(*keys, *parts).group_by(*keys).agg(*(nw.col(part).sum() for part in parts))
    return summed.with_columns(*(nw.col(part).cast(nw.Float64) for part in parts))


def _collected(frame: Frame) -> pl.DataFrame:
    collected: pl.DataFrame = frame.collect(backend="polars").to_native()
    return collected


def _mean(indicator: Indicator, standard: Standard) -> nw.Expr:
    present = nw.col("schools") - nw.col(_part(indicator, MISSING))
    if standard.county_rule.weighting == "unweighted":
        return nw.when(present > 0).then(nw.col(_part(indicator, SUM_X)) / present)
    whole = nw.col(_part(indicator, SUM_N))
    return nw.when(whole > 0).then(nw.col(_part(indicator, SUM_A)) / whole * float(indicator.per))


def missing(indicator: Indicator) -> pl.Expr:
    """How many schools have no value."""
    return pl.col(_part(indicator, MISSING))


def sd(indicator: Indicator, standard: Standard) -> pl.Expr:
    """``S``: population form unless the standard names the sample form, which needs two schools."""
    rule = standard.county_rule
    present = pl.col("schools") - pl.col(_part(indicator, MISSING))
    whole = pl.col(_part(indicator, SUM_W)) if rule.weighting == "weighted" else present
    variance = pl.when(whole > 0).then(pl.col(_part(indicator, SUM_D)) / whole)
    if rule.form == "sample":
        variance = pl.when(present > 1).then(variance * present / (present - 1))
    return variance.sqrt()


def dispersion(indicator: Indicator, standard: Standard) -> pl.Expr:
    """``CV = S/X̄``; null when any school has no value, and when the mean is zero (not computable)."""
    computable = (pl.col(_part(indicator, MISSING)) == 0) & (pl.col(mean_column(indicator)) > 0)
    return pl.when(computable).then(sd(indicator, standard) / pl.col(mean_column(indicator)))
