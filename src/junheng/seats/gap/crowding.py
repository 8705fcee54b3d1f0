"""Large classes: those of today as counted, those to come if children sit in the classes there are."""

import polars as pl

from junheng.policy.seat_norms import SeatNorms


def counted(class_sizes: pl.DataFrame, schools: pl.DataFrame, norms: SeatNorms) -> pl.DataFrame:
    """Today's classes by area and section: ``oversized_now`` (56 and more, the 66 among them),
    ``grossly_oversized_now``."""
    placed = class_sizes.join(schools.select("school", "section", "area"), on=["school", "section"])
    return placed.group_by("area", "section").agg(
        oversized_now=(pl.col("pupils") >= norms.oversized).sum(),
        grossly_oversized_now=(pl.col("pupils") >= norms.grossly_oversized).sum(),
    )


def to_come(norms: SeatNorms) -> dict[str, pl.Expr]:
    """From ``children`` and ``classes``: mean size, and classes at or above each bound when children are spread evenly.

    An even spread makes as few of them as there can be as long as the mean lies below the bound.
    """
    some = pl.col("classes") > 0
    return {
        "class_size": pl.when(some).then(pl.col("children") / pl.col("classes")),
        "oversized": pl.when(some).then(_at_least(norms.oversized)),
        "grossly_oversized": pl.when(some).then(_at_least(norms.grossly_oversized)),
    }


def _at_least(bound: int) -> pl.Expr:
    """Classes of at least ``bound`` when whole children are spread as evenly as can be."""
    children, classes = pl.col("children").round(), pl.col("classes")
    small = (children / classes).floor()
    with_one_more = children - small * classes
    return pl.when(small >= bound).then(classes).when(small + 1 >= bound).then(with_one_more).otherwise(0.0)
