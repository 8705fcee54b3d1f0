"""Who has a school within so many metres (服务半径覆盖), for any radii at once."""

from collections.abc import Sequence

import polars as pl


def coverage(areas: pl.DataFrame, radii: Sequence[float]) -> pl.DataFrame:
    """Children within each radius of their nearest school, by year and section.

    Args:
        areas: of a ``SeatGap``; an area without ``nearest`` lies beyond the ways that were measured and so beyond any
            radius.
        radii: metres.

    Returns:
        ``year, section, radius, children, within, share``, one row for each radius; areas whose children are not known
        are left out, and ``share`` is null where there is nobody.
    """
    known = areas.filter(pl.col("children").is_not_null())
    rings = pl.DataFrame({"radius": [float(one) for one in radii]}, schema={"radius": pl.Float64})
    inside = (pl.col("nearest") <= pl.col("radius")).fill_null(value=False)
    return (
        known.join(rings, how="cross")
        .group_by("year", "section", "radius")
        .agg(pl.col("children").sum(), within=pl.col("children").filter(inside).sum())
        .with_columns(share=pl.when(pl.col("children") > 0).then(pl.col("within") / pl.col("children")))
        .sort("year", "section", "radius")
    )
