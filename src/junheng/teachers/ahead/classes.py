"""Classes of the coming years."""

import polars as pl

from junheng.teachers.reading import Read

PLACE = ("county_code", "section")


def classes_ahead(schools: Read, ahead: Read | None, year: int, years: int) -> pl.DataFrame:
    """``county_code``, ``section``, ``year`` from ``year`` on, ``classes`` and ``by``, what they are taken from.

    Classes as given; else today's classes as pupils grow or shrink; else, without a table, today's classes. Null where
    a school reports no classes, or where the table skips the year.
    """
    today = (
        schools.frame.select(*PLACE, "pupils", classes=schools.column("classes"))
        .group_by(PLACE)
        .agg(
            pupils=pl.col("pupils").sum(),
            now=pl.when(pl.col("classes").null_count() == 0).then(pl.col("classes").sum()).cast(pl.Float64),
        )
    )
    spread = today.join(pl.DataFrame({"year": range(year, year + years + 1)}), how="cross")
    if ahead is None:
        return spread.select(*PLACE, "year", classes="now", by=pl.lit("today"))
    given = ahead.frame.select(*PLACE, "year", given=ahead.column("classes"), then=ahead.column("pupils"))
    grown = pl.col("now") * pl.col("then") / pl.col("pupils")
    first = pl.when(pl.col("year") == year).then("now")
    return spread.join(given, on=[*PLACE, "year"], how="left").select(
        *PLACE,
        "year",
        classes=pl.coalesce("given", grown, first),
        by=pl.when(pl.col("given").is_not_null())
        .then(pl.lit("classes"))
        .when(pl.col("then").is_not_null())
        .then(pl.lit("pupils"))
        .when(pl.col("year") == year)
        .then(pl.lit("today")),
    )
