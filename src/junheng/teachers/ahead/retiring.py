"""The year in which each teacher retires."""

import polars as pl

from junheng.policy.retirement import MONTHS, RetirementLaw
from junheng.teachers.reading import Read

START = 8
"""Months of a calendar year before the school year begins on 1 September."""


def retiring(teachers: Read, law: RetirementLaw) -> pl.DataFrame:
    """A row for each row of the table.

    ``month`` of retirement, counted from January of year 0: as agreed, else by law; null where birth or gender is not
    known. ``year``: of the first 1 September on which the teacher is gone. ``law``: whether the month is the law's.
    A birth of which only the year is said counts as January.
    """
    by_gender = teachers.column("gender").fill_null("")
    post = teachers.column("post_kind").fill_null("professional")
    frame = pl.DataFrame(
        {"birth": month(teachers.column("birth")), "agreed": month(teachers.column("retire"))}
    ).with_columns(kind=pl.when(by_gender == "male").then(pl.lit("male")).when(by_gender == "female").then(post))
    cases = frame.select("birth", "kind").drop_nulls().unique()
    told = [law.lines[kind].month(birth) for birth, kind in cases.iter_rows()]
    by_law = cases.with_columns(lawful=pl.Series(told, dtype=pl.Int64))
    return (
        frame.join(by_law, on=["birth", "kind"], how="left", maintain_order="left")
        .with_columns(month=pl.coalesce("agreed", "lawful"))
        .select(
            "month",
            year=(pl.col("month") - START).floordiv(MONTHS) + 1,
            law=pl.col("agreed").is_null() & pl.col("lawful").is_not_null(),
        )
    )


def month(days: pl.Series) -> pl.Series:
    """Days as months counted from January of year 0."""
    return days.dt.year().cast(pl.Int64) * MONTHS + days.dt.month() - 1
