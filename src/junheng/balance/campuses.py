"""Campuses: what stands on a campus belongs to the sections taught there."""

import polars as pl

from junheng.balance.split import ORDER, shares

CAMPUS_AMOUNTS = (
    "teaching_area",
    "indoor_sports_area",
    "sports_ground_area",
    "equipment_value_yuan",
    "multimedia_classrooms",
)
KEY = ["school_code", "campus_code"]
TOLERANCE = 0.01
"""Campus amounts add up to the school's when they differ by no more than rounding to two decimals."""


def campus_amounts(
    campuses: pl.DataFrame, sections: pl.DataFrame, totals: pl.DataFrame, weight: pl.DataFrame
) -> pl.DataFrame:
    """What each section has by campus, where the campuses tell.

    Args:
        campuses: the contract table.
        sections: ``school_code``, ``section``, ``pupils`` of the schools.
        totals: ``school_code`` and the amounts of the whole school.
        weight: the table of ``split.weights``.

    Returns:
        ``school_code``, ``section`` and the ``CAMPUS_AMOUNTS``. A number is null unless the pupils of the campuses
        sum to the school's, every campus reports it, and the campuses sum to the school's amount (where reported).
    """
    pupils = _pupils(campuses).join(_agreeing(campuses, sections), on="school_code", how="semi")
    parts = shares(pupils, KEY, weight).join(campuses.select(*KEY, *CAMPUS_AMOUNTS), on=KEY)
    given = [_whole(pl.col("share") * pl.col(one)).alias(one) for one in CAMPUS_AMOUNTS]
    split = parts.group_by("school_code", "section").agg(given)
    return split.join(_usable(campuses, totals), on="school_code").select(
        "school_code",
        "section",
        *(pl.when(pl.col(f"{one}_usable")).then(pl.col(one)).alias(one) for one in CAMPUS_AMOUNTS),
    )


def _pupils(campuses: pl.DataFrame) -> pl.DataFrame:
    """Campus pupils by section; a section left blank is not taught there."""
    columns = {f"pupils_{section}": section for section in ORDER}
    wide = campuses.select(*KEY, *columns).rename(columns)
    return wide.unpivot(on=list(ORDER), index=KEY, variable_name="section", value_name="pupils").drop_nulls("pupils")


def _agreeing(campuses: pl.DataFrame, sections: pl.DataFrame) -> pl.DataFrame:
    """The schools of several sections whose campuses have, section by section, the school's pupils."""
    summed = _pupils(campuses).group_by("school_code", "section").agg(campus_pupils=pl.col("pupils").sum())
    both = sections.join(summed, on=["school_code", "section"], how="full", coalesce=True)
    equal = (pl.col("pupils").fill_null(-1) == pl.col("campus_pupils").fill_null(0)).all()
    several = pl.len() > 1
    return both.group_by("school_code").agg(agree=equal & several).filter("agree").select("school_code")


def _usable(campuses: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Per school and amount, whether the campuses all report it and sum to the school's."""
    summed = campuses.group_by("school_code").agg(_whole(pl.col(one)).alias(one) for one in CAMPUS_AMOUNTS)
    both = summed.join(totals.select("school_code", *CAMPUS_AMOUNTS), on="school_code", how="left", suffix="_total")
    return both.select(
        "school_code",
        *(
            ((pl.col(one) - pl.col(f"{one}_total").fill_null(pl.col(one))).abs() <= TOLERANCE)
            .fill_null(False)
            .alias(f"{one}_usable")
            for one in CAMPUS_AMOUNTS
        ),
    )


def _whole(part: pl.Expr) -> pl.Expr:
    """The sum, or null when any part is."""
    return pl.when(part.null_count() == 0).then(part.sum())
