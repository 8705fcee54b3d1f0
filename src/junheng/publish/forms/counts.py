"""Plain counts of one county's facts for form I: schools, classes, pupils, staff.

A sum is empty when one of its parts is not reported: a part is not the whole.
"""

from collections.abc import Mapping

import polars as pl

from junheng.facts.codes import code_list
from junheng.facts.tables import Facts
from junheng.policy.standard import Standard
from junheng.policy.years import statistics_day
from junheng.publish.forms.phrases import Value

ATTACHED = "319"
"""附设普通初中班: classes of another school, not a school of its own."""
KINDS = ("primary", "nine_year", "junior", "complete", "twelve_year", "special", "teaching_point")
SECTIONS = ("primary", "junior")
ONE_SECTION = {"primary": "primary", "teaching_point": "primary", "junior": "junior"}
SEVERAL_SECTIONS = {"primary": ("nine_year", "twelve_year"), "junior": ("nine_year", "twelve_year", "complete")}


def county_schools(facts: Facts, county_code: str) -> pl.DataFrame:
    """The county's schools with their ``kind`` and whether they count as a school."""
    kinds = {code: held["kind"] for code, held in code_list("school_types").attributes.items()}
    return (
        facts["schools"]
        .filter(pl.col("county_code") == county_code)
        .with_columns(pl.col("school_type").replace_strict(kinds, default=None).alias("kind"))
        .with_columns((pl.col("counted").fill_null(True) & (pl.col("school_type") != ATTACHED)).alias("is_school"))
    )


def counts(facts: Facts, standard: Standard, county_code: str) -> Mapping[str, Value]:
    """The values of form I that are counts, by the names its layout asks for."""
    schools = county_schools(facts, county_code)
    if schools.is_empty():
        return {}
    taught = schools.filter(~pl.col("kind").is_in(standard.excluded_types))
    found: dict[str, Value] = {f"schools.{kind}": _schools(schools, kind) for kind in KINDS}
    found["teaching_points.counting"] = _teaching_points(facts, standard, schools)
    for section in SECTIONS:
        found |= _section(facts, taught, section)
    return found


def _schools(schools: pl.DataFrame, kind: str) -> int:
    return schools.filter((pl.col("kind") == kind) & pl.col("is_school")).height


def _teaching_points(facts: Facts, standard: Standard, schools: pl.DataFrame) -> int | None:
    """Teaching points with enough pupils to count; empty when the pupils of one are not known."""
    least = standard.rules(statistics_day(facts.year)).number(standard.scope["teaching_point_min"])
    points = schools.filter((pl.col("kind") == "teaching_point") & pl.col("is_school")).select("school_code")
    sums = (
        facts["sections"]
        .group_by("school_code")
        .agg(pl.when(pl.col("pupils").null_count() == 0).then(pl.col("pupils").sum()))
    )
    pupils = points.join(sums, on="school_code", how="left")["pupils"]
    return None if least is None or pupils.null_count() else int((pupils >= least).sum())


def _section(facts: Facts, schools: pl.DataFrame, section: str) -> dict[str, Value]:
    codes = schools.select("school_code", "kind")
    held = codes.join(facts["sections"].filter(pl.col("section") == section), on="school_code")
    teachers = held.select("school_code").join(
        facts["teachers"].filter(pl.col("section") == section), on="school_code", how="left"
    )
    return {
        f"classes.{section}": whole(held["classes"]),
        f"pupils.{section}": whole(held["pupils"]),
        f"teachers.{section}": whole(teachers["teachers"]),
        f"staff.{section}": _staff(facts, codes, section),
    }


def _staff(facts: Facts, schools: pl.DataFrame, section: str) -> int | None:
    """Staff is reported by school, so it is known for a section only where no school has several sections."""
    if schools["kind"].is_in(SEVERAL_SECTIONS[section]).any():
        return None
    own = schools.filter(pl.col("kind").replace_strict(ONE_SECTION, default=None) == section)
    return whole(own.join(facts["staff"], on="school_code", how="left")["staff_total"])


def whole(values: pl.Series) -> int | None:
    """The sum, or None when a part is not reported or there is no part at all."""
    return None if values.null_count() or values.is_empty() else int(values.sum())
