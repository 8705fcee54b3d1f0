"""The two small tables of an evaluation: indicators by county and section, and the verdict on each."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from junheng.balance.bounds import Bounds, Cell, rules_for
from junheng.balance.dispersion import dispersion, mean_column, missing, sd
from junheng.balance.measures import part_column
from junheng.balance.tolerance import raised
from junheng.policy.standard import Indicator, Standard


def with_results(
    stats: pl.DataFrame, standard: Standard, bounds: Mapping[str, Mapping[Cell, Bounds]], keys: list[str]
) -> pl.DataFrame:
    """The statistics in the order of county, section (and year), with every indicator's spread, limit and answer."""
    order = {section: at for at, section in enumerate(standard.sections)}
    by = [pl.col(key).replace_strict(order) if key == "section" else pl.col(key) for key in keys]
    limits = {
        _part(one, "limit"): {cell: held.limit for cell, held in bounds[one.id].items()} for one in standard.indicators
    }
    limited = stats.sort(*by).join(_lookup(limits, keys), on=_cell_keys(keys), how="left", maintain_order="left")
    spread = limited.with_columns(
        *(sd(one, standard).alias(_part(one, "sd")) for one in standard.indicators),
        *(dispersion(one, standard).alias(_part(one, "dispersion")) for one in standard.indicators),
    )
    return spread.with_columns(
        pl.when(missing(one) == 0)
        .then(pl.col(_part(one, "dispersion")) <= _raised(pl.col(_part(one, "limit"))))
        .alias(_part(one, "met"))
        for one in standard.indicators
    )


def indicator_table(results: pl.DataFrame, standard: Standard, keys: list[str]) -> pl.DataFrame:
    """One row per county, section (and year) and indicator, in the order of the standard."""
    parts = [_one(results, one, keys) for one in standard.indicators]
    groups, several = results.height, len(parts)
    order = pl.select(pl.int_range(groups * several).alias("at")).select(
        pl.col("at") % several * groups + pl.col("at") // several
    )
    return pl.concat(parts, rechunk=True)[order.to_series()] if groups else pl.concat(parts)


def _one(results: pl.DataFrame, indicator: Indicator, keys: list[str]) -> pl.DataFrame:
    return results.select(
        *keys,
        pl.lit(indicator.id).alias("indicator"),
        pl.col(mean_column(indicator)).alias("mean"),
        pl.col(_part(indicator, "sd")).alias("sd"),
        pl.col(_part(indicator, "dispersion")).alias("dispersion"),
        pl.col(_part(indicator, "limit")).alias("limit"),
        pl.col(_part(indicator, "met")).alias("met"),
        pl.col("schools").cast(pl.Int64),
        missing(indicator).cast(pl.Int64).alias("missing"),
    )


def county_table(results: pl.DataFrame, standard: Standard, keys: list[str], day: date | None) -> pl.DataFrame:
    """One row per county, section (and year).

    A county with an unjudged school or a missing value is not judged (null), even if others fail. Otherwise every
    school passes and the dispersions hold; what cannot be computed leaves the verdict open unless something failed.
    """
    spreads = [pl.col(_part(one, "dispersion")) for one in standard.indicators]
    met = [pl.col(_part(one, "met")) for one in standard.indicators]
    known = pl.all_horizontal(one.is_not_null() for one in spreads)
    table = results.join(
        _lookup({"mean_limit": _mean_limits(standard, results, keys, day)}, keys),
        on=_cell_keys(keys),
        how="left",
        maintain_order="left",
    ).with_columns(
        pl.col("schools", "judged", "passed").cast(pl.Int64),
        missing=pl.sum_horizontal(missing(one) for one in standard.indicators).cast(pl.Int64),
        dispersions_met=pl.sum_horizontal(one.cast(pl.Int64) for one in met),
        mean_dispersion=pl.when(known).then(pl.mean_horizontal(spreads)),
    )
    return table.with_columns(passes=_passes(standard)).select(
        *keys, "schools", "judged", "passed", "missing", "dispersions_met", "mean_dispersion", "mean_limit", "passes"
    )


def _passes(standard: Standard) -> pl.Expr:
    tests = []
    if standard.school_rule is not None:
        tests.append(pl.col("passed") == pl.col("schools"))
    if standard.county_rule.dispersion == "mean":
        tests.append(pl.col("mean_dispersion") <= _raised(pl.col("mean_limit")))
    else:
        tests += [pl.col(_part(one, "met")) for one in _limited(standard)]
    if not tests:
        return pl.lit(None, dtype=pl.Boolean)
    whole = pl.col("missing") == 0
    if standard.school_rule is not None:
        whole &= pl.col("judged") == pl.col("schools")
    return pl.when(whole).then(pl.all_horizontal(tests))


def _limited(standard: Standard) -> list[Indicator]:
    return [one for one in standard.indicators if one.limit]


def _part(indicator: Indicator, part: str) -> str:
    return part_column(indicator.id, part)


def _raised(limit: pl.Expr) -> pl.Expr:
    return limit * raised(1.0)


def _cell_keys(keys: list[str]) -> list[str]:
    return [key for key in keys if key in {"section", "year"}]


def _lookup(values: Mapping[str, Mapping[Cell, float | None]], keys: list[str]) -> pl.DataFrame:
    """One row per section (and year) with a column for each name."""
    cells = list(next(iter(values.values()), {}))
    rows = [
        {"section": section, "year": year, **{name: held[section, year] for name, held in values.items()}}
        for section, year in cells
    ]
    schema = {"section": pl.String, "year": pl.Int64, **dict.fromkeys(values, pl.Float64)}
    return pl.DataFrame(rows, schema=schema).select(*_cell_keys(keys), *values)


def _mean_limits(
    standard: Standard, stats: pl.DataFrame, keys: list[str], day: date | None
) -> Mapping[Cell, float | None]:
    cells = stats.select(_cell_keys(keys)).unique().iter_rows(named=True)
    found: dict[Cell, float | None] = {}
    for cell in cells:
        year = cell.get("year")
        name = standard.county_rule.mean_limit.get(cell["section"])
        found[cell["section"], year] = rules_for(standard, year, day).number(name) if name else None
    return found
