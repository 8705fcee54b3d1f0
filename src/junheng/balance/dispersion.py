"""Means and dispersions of a county (F2), in two passes so that no digits are lost to cancellation."""

from collections.abc import Mapping

import narwhals as nw
import polars as pl

from junheng.balance.kinds import ROW, Frame, in_order
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


def totals(frame: Frame, standard: Standard, by: list[str]) -> Frame:
    """First pass: per group the sums over the schools that have a value, and ``X̄ = k·Σa/Σn`` of every indicator.

    The unweighted form takes the mean of the schools' values instead. Sums that indicators share are made once.
    """
    lacking = _lacking(frame, standard)
    parts: dict[str, nw.Expr] = {
        "schools": nw.lit(1, dtype=nw.Int64()),
        "passed": nw.col("passes").cast(nw.Int64),
        "judged": (~nw.col("passes").is_null()).cast(nw.Int64),
    }
    named: dict[str, str] = {}
    for one in standard.indicators:
        for part, expression, key in _summands(one, standard):
            only = one.id if one.id in lacking else ""
            name = named.setdefault(f"{key} {only}", _part(one, part))
            parts[name] = nw.when(~nw.col(value_column(one.id)).is_null()).then(expression) if only else expression
            named[_part(one, part)] = name
        parts |= (
            {_part(one, MISSING): nw.col(value_column(one.id)).is_null().cast(nw.Int64)} if one.id in lacking else {}
        )
    sums = _summed(frame, parts, by)
    shared = {
        _part(one, part): nw.col(named[_part(one, part)])
        for one in standard.indicators
        for part, _, _ in _summands(one, standard)
        if named[_part(one, part)] != _part(one, part)
    }
    none = {_part(one, MISSING): nw.lit(0.0) for one in standard.indicators if one.id not in lacking}
    whole = sums.with_columns(**shared, **none)
    return whole.with_columns(**{mean_column(one): _mean(one, standard) for one in standard.indicators})


def _summands(indicator: Indicator, standard: Standard) -> list[tuple[str, nw.Expr, str]]:
    """Part, summand and what tells equal summands of different indicators."""
    if standard.county_rule.weighting == "unweighted":
        return [(SUM_X, nw.col(value_column(indicator.id)), indicator.id)]
    below = str(sorted(indicator.denominator.items()))
    return [
        (SUM_A, linear(indicator.numerator), str(sorted(indicator.numerator.items()))),
        (SUM_N, linear(indicator.denominator), below),
        (SUM_W, weight(indicator), f"weight {indicator.weight}" if indicator.weight else below),
    ]


def _lacking(frame: Frame, standard: Standard) -> set[str]:
    """The indicators that some school has no value for."""
    counts = {one.id: nw.col(value_column(one.id)).is_null().cast(nw.Int64).sum() for one in standard.indicators}
    seen = _collected(frame.select(*(count.alias(f"__{at}") for at, count in enumerate(counts.values())))).row(0)
    return {id_ for id_, count in zip(counts, seen, strict=True) if count}


def statistics(frame: Frame, sums: Frame, standard: Standard, by: list[str]) -> pl.DataFrame:
    """Second pass: the sums with, per group and indicator, the weighted squared distances from the mean."""
    weighted = standard.county_rule.weighting == "weighted"
    averages = sums.select(*by, *(mean_column(one) for one in standard.indicators))
    parts = {}
    for one in standard.indicators:
        apart = nw.col(value_column(one.id)) - nw.col(mean_column(one))
        parts[_part(one, SUM_D)] = apart * apart * weight(one) if weighted else apart * apart
    spreads = _collected(_summed(frame.join(averages, on=by, how="left"), parts, by))
    return _collected(sums).join(spreads, on=by, how="left")


def with_keys(stats: pl.DataFrame, frame: Frame, by: list[str], keys: list[str]) -> pl.DataFrame:
    """The statistics with county, section and year in place of the group's number."""
    if by == keys:
        return stats
    named = _collected(frame.select(*by, *keys).unique(by, keep="any"))
    return named.join(stats, on=by).drop(by)


def _summed(frame: Frame, parts: Mapping[str, nw.Expr], by: list[str]) -> Frame:
    place = [ROW] if ROW in frame.collect_schema().names() else []
    summands = frame.select(*(nw.col(key) for key in (*by, *place)), **parts)
    summed = in_order(summands, by) if place else summands.group_by(*by).agg(*(nw.col(part).sum() for part in parts))
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
    """``CV = S/X̄`` over the schools that have a value; null when the mean is zero (not computable)."""
    return pl.when(pl.col(mean_column(indicator)) > 0).then(sd(indicator, standard) / pl.col(mean_column(indicator)))
