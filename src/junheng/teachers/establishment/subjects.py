"""Structural shortage: teachers of each subject that the lessons of the classes need, beside those who are there."""

import polars as pl

from junheng.policy.establishment_norms import EstablishmentNorms
from junheng.teachers.reading import Read

KEY = ("school_code", "section", "subject")


def subjects_of(schools: Read, teachers: Read, hours: Read, norms: EstablishmentNorms) -> pl.DataFrame:
    """A row for each school, section and subject with ``need``, ``have`` and ``lacking``; heads are not counted.

    ``need`` is classes × lessons ÷ lessons of a teacher; null, as ``lacking``, where one of them is not known.
    """
    classes = schools.frame.select("county_code", "school_code", "section", classes=schools.column("classes"))
    wanted = needed(classes, hours, norms).drop("classes", "hours")
    there = posted(schools, teachers).group_by(KEY).agg(have=pl.len().cast(pl.Int64))
    return (
        wanted.join(there, on=KEY, how="left")
        .with_columns(pl.col("have").fill_null(0))
        .with_columns(lacking=pl.col("need") - pl.col("have"))
        .sort("county_code", *KEY)
    )


def needed(classes: pl.DataFrame, hours: Read, norms: EstablishmentNorms) -> pl.DataFrame:
    """``classes`` (with ``section`` and ``classes``) by subject, with ``hours`` of a class and ``need`` of teachers."""
    lessons = {section: load for section, load in norms.lessons.items() if load is not None}
    load = pl.col("section").replace_strict(lessons, default=None, return_dtype=pl.Float64)
    return classes.join(hours.frame.select("section", "subject", "hours"), on="section").with_columns(
        need=pl.col("classes") * pl.col("hours") / load
    )


def posted(schools: Read, teachers: Read) -> pl.DataFrame:
    """Teachers but heads: ``county_code``, ``school_code``, ``section``, ``subject``, and their row as ``at``."""
    only = schools.frame.group_by("school_code").agg(
        pl.col("section").first().alias("only"), pl.col("county_code").first()
    )
    return (
        teachers.frame.select(
            "school_code",
            section=teachers.column("section"),
            subject=teachers.column("subject"),
            head=teachers.column("principal").fill_null(value=False),
        )
        .with_row_index("at")
        .filter(~pl.col("head"))
        .join(only, on="school_code", how="left")
        .with_columns(section=pl.coalesce("section", "only"))
        .select("county_code", *KEY, "at")
    )


def by_county(rows: pl.DataFrame) -> pl.DataFrame:
    """County, section and subject: need, have, and what is lacking where a school is short, spare where it is not."""
    return (
        rows.group_by("county_code", "section", "subject")
        .agg(
            need=pl.when(pl.col("need").null_count() == 0).then(pl.col("need").sum()),
            have=pl.col("have").sum(),
            short=pl.when(pl.col("need").null_count() == 0).then(pl.col("lacking").clip(lower_bound=0).sum()),
            spare=pl.when(pl.col("need").null_count() == 0).then((-pl.col("lacking")).clip(lower_bound=0).sum()),
        )
        .sort("county_code", "section", "subject")
    )
