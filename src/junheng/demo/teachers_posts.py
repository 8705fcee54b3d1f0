"""The schools of the synthetic city as a personnel office lists them: a row for each section."""

import polars as pl

from junheng.demo.calibration import YEARS
from junheng.demo.city import City
from junheng.demo.draws import draws
from junheng.demo.teachers_told import PE_ART, SECTIONS, subjects, told
from junheng.facts.codes import code_list

PRIVATE, SPECIAL = "10", "514"
"""Codes of the organiser and the type of schools that a county's rotation leaves out."""


def posts(city: City) -> pl.DataFrame:
    """Everything reported about the sections, with the school's names and place; ordered by county and school."""
    facts = city.facts[YEARS[-1]]
    public = (pl.col("organiser") != PRIVATE) & (pl.col("school_type") != SPECIAL) & pl.col("counted")
    schools = facts["schools"].filter(public)
    order = {section: at for at, section in enumerate(SECTIONS)}
    found = (
        facts["teachers"]
        .join(facts["sections"].select("school_code", "section", "pupils", "classes"), on=["school_code", "section"])
        .join(schools.drop("school_type"), on="school_code")
        .join(facts["staff"].select("school_code", "staff_total", "teachers_total"), on="school_code")
        .filter(pl.col("pupils") > 0)
        .with_columns(rank=pl.col("section").replace_strict(order, default=len(order), return_dtype=pl.Int64))
        .sort("county_code", "school_code", "rank")
        .with_columns(staff=_staff())
    )
    return found.filter(pl.col("section").is_in(list(SECTIONS)))


def _staff() -> pl.Expr:
    """Staff of the whole school shared out to its sections as their teachers are, in whole people."""
    until = pl.col("teachers").cum_sum().over("school_code") * pl.col("staff_total") // pl.col("teachers_total")
    return until - until.shift(1, fill_value=0).over("school_code")


def schools_table(seed: int, held: pl.DataFrame) -> pl.DataFrame:
    """The table of schools, with the teachers needed by subject."""
    low, high = told()["posts"]
    factor = draws(seed, "posts").uniform(low, high, held.height)
    kinds = {code: one.zh for code, one in code_list("urban_rural").codes.items()}
    return held.select(
        "school_code",
        "school_name",
        "county_code",
        section=pl.col("section").replace_strict(SECTIONS),
        pupils="pupils",
        urban_rural=pl.col("urban_rural").replace_strict(kinds),
        small_rural=pl.col("small_rural").cast(pl.Int8),
        classes="classes",
        posts=(pl.col("staff") * pl.Series(factor)).ceil().cast(pl.Int64),
        staff="staff",
        lon="longitude",
        lat="latitude",
        **{f"need_{subject}": need for subject, need in zip(subjects(), _needs(held), strict=True)},
        note=pl.lit(told()["note"]),
    )


def _needs(held: pl.DataFrame) -> list[pl.Series]:
    """Teachers needed by subject: what the county has of them for each class of the section, times the classes."""
    shares = held.select("county_code", "section", "classes", *(_share(one).alias(one) for one in subjects()))
    each = (pl.col(one).sum() / pl.col("classes").sum() for one in subjects())
    asked = (one.over("county_code", "section") * pl.col("classes") for one in each)
    return [one.round().cast(pl.Int64) for one in shares.select(asked).get_columns()]


def _share(subject: str) -> pl.Expr:
    """Teachers of a subject at each post, in parts."""
    if subject in PE_ART:
        return pl.col(PE_ART[subject]).cast(pl.Float64)
    shares = {section: told()["subjects"][section].get(subject, 0.0) for section in SECTIONS}
    others = pl.col("teachers") - pl.sum_horizontal(PE_ART.values())
    return others * pl.col("section").replace_strict(shares, return_dtype=pl.Float64)
