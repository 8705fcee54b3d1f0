"""A forecast bound to official totals: rows raked, sums made again from the raked rows."""

import polars as pl

from junheng.seats.forecast.cells import NAMES
from junheng.seats.forecast.grades import Section
from junheng.seats.forecast.reconcile import CARRIED, reconcile

DISTRICT = ("district", "区县", "县区")
SUMS = ["year", "area", "section"]


def districts_of(table: pl.DataFrame) -> dict[str, str]:
    """The district of each area as last written, when the table has such a column."""
    named = {name.strip().lower(): name for name in table.columns}
    district = next((named[name] for name in DISTRICT if name in named), None)
    area = next((named[name] for name in NAMES["area"] if name in named), None)
    if district is None or area is None:
        return {}
    pairs = table.select(pl.col(area).cast(pl.String), pl.col(district).cast(pl.String)).drop_nulls()
    return {key.strip(): value.strip() for key, value in pairs.iter_rows() if value.strip()}


def bound(
    rows: pl.DataFrame,
    sums: pl.DataFrame,
    official: pl.DataFrame,
    *,
    sections: dict[str, Section],
    districts: dict[str, str],
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """``rows`` and ``sums`` of a forecast with every official total met; ``sections`` by the word of each grade.

    All areas together then are what the areas add up to.

    Raises:
        UnfitInputError: the totals cannot be met.
    """
    named = rows.with_columns(
        section=pl.col("grade").replace_strict({word: one.name for word, one in sections.items()})
    )
    raked = reconcile(named, official, districts=districts)
    added = raked.group_by(SUMS).agg(added=pl.col("point").sum())
    whole = added.group_by("year", "section").agg(pl.col("added").sum()).with_columns(area=pl.lit(""))
    now = sums.join(pl.concat([added, whole.select(added.columns)]), on=SUMS, how="left", maintain_order="left")
    scale = pl.when(pl.col("point") > 0).then(pl.col("added") / pl.col("point")).otherwise(1.0)
    return (
        raked.drop("section"),
        now.with_columns(
            *((pl.col(name) * scale).alias(name) for name in CARRIED),
            sum_of_areas=pl.when(pl.col("sum_of_areas").is_not_null()).then("added"),
        ).drop("added"),
    )
