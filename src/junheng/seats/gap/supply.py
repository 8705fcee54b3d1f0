"""Seats (学位): classes times the class norm, and no more than a school of its kind may hold."""

from collections.abc import Sequence

import polars as pl

from junheng.policy.seat_norms import SeatNorms

SCHOOL = ["year", "school"]


def norm(norms: SeatNorms) -> pl.Expr:
    """The class norm of a row's section."""
    return pl.col("section").replace_strict(
        {section: float(size) for section, size in norms.class_norm.items()}, return_dtype=pl.Float64
    )


def seats_by_school(schools: pl.DataFrame, years: Sequence[int], norms: SeatNorms) -> pl.DataFrame:
    """One row per year, school and section that is open then, with ``seats_by_norm`` and ``seats``.

    ``seats`` keeps to the size limit: 2000 of a school with one section, 2500 of one with several, whose sections give
    up seats in proportion. Seats that were counted (the column ``seats`` of the schools) are taken as they are. Classes
    that are not known make seats that are not known (null, never 0).
    """
    calendar = pl.DataFrame({"year": years}, schema={"year": pl.Int64})
    by_norm = pl.coalesce("seats", pl.col("classes") * norm(norms))
    whole = pl.col("seats_by_norm").sum().over(SCHOOL)
    known = pl.col("seats_by_norm").is_not_null().all().over(SCHOOL)
    limit = pl.when(pl.len().over(SCHOOL) > 1).then(norms.combined).otherwise(norms.single)
    kept = pl.when(whole > limit).then(pl.col("seats_by_norm") * limit / whole).otherwise(pl.col("seats_by_norm"))
    return (
        calendar.join(schools, how="cross")
        .filter(
            (pl.col("opens").fill_null(pl.col("year")) <= pl.col("year"))
            & (pl.col("closes").fill_null(pl.col("year") + 1) > pl.col("year"))
        )
        .with_columns(seats_by_norm=by_norm)
        .with_columns(seats=pl.coalesce("seats", pl.when(known).then(kept)))
    )


def seats_by_area(schools: pl.DataFrame) -> pl.DataFrame:
    """Sums by year, area and section; null where a school there has no known seats."""
    known = pl.col("seats").is_not_null().all()
    return schools.group_by("year", "area", "section").agg(
        schools=pl.len(),
        unknown_schools=pl.col("seats").is_null().sum(),
        classes=pl.when(pl.col("classes").is_not_null().all()).then(pl.col("classes").sum()),
        seats_by_norm=pl.when(known).then(pl.col("seats_by_norm").sum()),
        seats=pl.when(known).then(pl.col("seats").sum()),
    )
