"""How far it is to a school, to a free seat, and who has a school within the service radius."""

import polars as pl

from junheng.policy.seat_norms import SeatNorms

KEYS = ["year", "area", "section"]


def reach(schools: pl.DataFrame, distances: pl.DataFrame, norms: SeatNorms) -> pl.DataFrame:
    """By year, area and section: ``nearest`` and ``nearest_free`` in metres, ``within_radius``.

    A seat is free where the seats of an open school exceed its pupils, both known. An area without any distance to a
    school of the section has no row: everything there lies beyond the reach of the distances given.
    """
    free = pl.col("seats") > pl.col("pupils")
    metres = {section: float(radius) for section, radius in norms.radius.items()}
    radius = pl.col("section").replace_strict(metres, return_dtype=pl.Float64)
    return (
        schools.select("year", "school", "section", "seats", "pupils")
        .join(distances.drop_nulls(), on="school")
        .group_by(KEYS)
        .agg(
            nearest=pl.col("metres").min(),
            nearest_free=pl.col("metres").filter(free.fill_null(value=False)).min(),
        )
        .with_columns(within_radius=pl.col("nearest") <= radius)
    )
