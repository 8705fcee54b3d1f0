"""The two small tables of an evaluation: indicators by county and section, and the verdict on each."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from junheng.balance.bounds import Bounds, Cell, rules_for
from junheng.balance.dispersion import dispersion, mean_column, missing, sd
from junheng.balance.tolerance import raised
from junheng.policy.standard import Indicator, Standard


def indicator_table(
    stats: pl.DataFrame, standard: Standard, bounds: Mapping[str, Mapping[Cell, Bounds]], keys: list[str]
) -> pl.DataFrame:
    """One row per county, section (and year) and indicator, in the order of the standard."""
    order = {section: at for at, section in enumerate(standard.sections)}
    by = [pl.col(key).replace_strict(order) if key == "section" else pl.col(key) for key in keys]
    ordered = stats.sort(*by).with_row_index("__row")
    parts = [_one(ordered, standard, one, bounds[one.id], keys) for one in standard.indicators]
    return pl.concat(parts).sort("__row", maintain_order=True).drop("__row")


def _one(
    stats: pl.DataFrame, standard: Standard, indicator: Indicator, cells: Mapping[Cell, Bounds], keys: list[str]
) -> pl.DataFrame:
    limits = {cell: held.limit for cell, held in cells.items()}
    with_limit = stats.join(_lookup("limit", limits, keys), on=_cell_keys(keys), how="left")
    return with_limit.select(
        "__row",
        *keys,
        pl.lit(indicator.id).alias("indicator"),
        pl.col(mean_column(indicator)).alias("mean"),
        sd(indicator, standard).alias("sd"),
        dispersion(indicator, standard).alias("dispersion"),
        "limit",
        pl.when(missing(indicator) == 0).then(dispersion(indicator, standard) <= _raised(pl.col("limit"))).alias("met"),
        pl.col("schools").cast(pl.Int64),
        missing(indicator).cast(pl.Int64).alias("missing"),
    )


def county_table(
    stats: pl.DataFrame, indicators: pl.DataFrame, standard: Standard, keys: list[str], day: date | None
) -> pl.DataFrame:
    """One row per county, section (and year).

    A county with an unjudged school or a missing value is not judged (null), even if others fail. Otherwise every
    school passes and the dispersions hold; what cannot be computed leaves the verdict open unless something failed.
    """
    schools = stats.select(*keys, pl.col("schools", "judged", "passed").cast(pl.Int64))
    tested = indicators.group_by(keys, maintain_order=True).agg(
        dispersions_met=pl.col("met").sum().cast(pl.Int64),
        mean_dispersion=pl.when(pl.col("dispersion").null_count() == 0).then(pl.col("dispersion").mean()),
        missing=pl.col("missing").sum(),
        each=_kleene_all(pl.col("met").filter(pl.col("indicator").is_in(_limited(standard)))),
    )
    table = tested.join(schools, on=keys, how="left").join(
        _lookup("mean_limit", _mean_limits(standard, stats, keys, day), keys), on=_cell_keys(keys), how="left"
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
    elif _limited(standard):
        tests.append(pl.col("each"))
    if not tests:
        return pl.lit(None, dtype=pl.Boolean)
    whole = pl.col("missing") == 0
    if standard.school_rule is not None:
        whole &= pl.col("judged") == pl.col("schools")
    return pl.when(whole).then(pl.all_horizontal(tests))


def _limited(standard: Standard) -> list[str]:
    return [one.id for one in standard.indicators if one.limit]


def _kleene_all(flags: pl.Expr) -> pl.Expr:
    return flags.all(ignore_nulls=False)


def _raised(limit: pl.Expr) -> pl.Expr:
    return limit * raised(1.0)


def _cell_keys(keys: list[str]) -> list[str]:
    return [key for key in keys if key in {"section", "year"}]


def _lookup(name: str, values: Mapping[Cell, float | None], keys: list[str]) -> pl.DataFrame:
    rows = [{"section": section, "year": year, name: held} for (section, year), held in values.items()]
    schema = {"section": pl.String, "year": pl.Int64, name: pl.Float64}
    return pl.DataFrame(rows, schema=schema).select(*_cell_keys(keys), name)


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
