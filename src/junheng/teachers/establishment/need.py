"""Posts that each school needs, has and fills, and the county's total shared out anew."""

import numpy as np
import polars as pl

from junheng.policy.establishment_norms import EstablishmentNorms
from junheng.teachers.reading import Read
from junheng.teachers.shares import largest_remainder


def posts_of(schools: Read, norms: EstablishmentNorms) -> pl.DataFrame:
    """A row for each section of a school.

    Columns: ``county_code``, ``school_code``, ``section``, ``need`` (教职工 by pupils; of a small rural school at least
    by classes, where that number is known), ``by`` (pupils, classes), ``posts``, ``staff`` as reported, null where not;
    ``lacking`` (need less posts), ``vacant`` (posts less staff), ``shared`` (the county's posts by need, null where a
    school of the county reports none), ``change`` (shared less posts).
    """
    frame = schools.frame.select(
        "county_code",
        "school_code",
        "section",
        "pupils",
        posts=schools.column("posts"),
        staff=schools.column("staff"),
        classes=schools.column("classes"),
        small=schools.column("small_rural").fill_null(value=False),
    )
    ratio = pl.col("section").replace_strict(dict(norms.ratio), return_dtype=pl.Float64)
    by_class = pl.lit(None, dtype=pl.Float64) if norms.per_class is None else pl.col("classes") * norms.per_class
    frame = frame.with_columns(
        by_pupils=(pl.col("pupils") / ratio - 1e-9).ceil().cast(pl.Int64),
        by_classes=pl.when("small").then((by_class - 1e-9).ceil()).cast(pl.Int64),
    ).with_columns(
        need=pl.max_horizontal("by_pupils", "by_classes"),
        by=pl.when(pl.col("by_classes") > pl.col("by_pupils")).then(pl.lit("classes")).otherwise(pl.lit("pupils")),
    )
    tilt = 1 + (norms.tilt or 0.0) / 100
    weight = frame["need"] * pl.Series(np.where(frame["small"].to_numpy(), tilt, 1.0))
    frame = frame.with_columns(shared=_shared(frame, weight))
    return frame.with_columns(
        lacking=pl.col("need") - pl.col("posts"),
        vacant=pl.col("posts") - pl.col("staff"),
        change=pl.col("shared") - pl.col("posts"),
    ).drop("by_pupils", "by_classes")


def _shared(frame: pl.DataFrame, weight: pl.Series) -> pl.Series:
    """The posts of each county shared out by weight."""
    found: list[int | None] = [None] * frame.height
    for county in frame["county_code"].unique().to_list():
        rows = (frame["county_code"] == county).arg_true().to_list()
        posts = frame["posts"][rows]
        if posts.null_count() == 0:
            for row, share in zip(rows, largest_remainder(int(posts.sum()), weight[rows].to_list()), strict=True):
                found[row] = share
    return pl.Series("shared", found, dtype=pl.Int64)
