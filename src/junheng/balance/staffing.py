"""Teachers by section: taken as reported, never shared out by weights."""

import polars as pl

from junheng.facts.contracts import contract

ABOVE_QUALIFICATION = {
    "primary": ("degree_doctor", "degree_master", "degree_bachelor", "degree_college"),
    "junior": ("degree_doctor", "degree_master", "degree_bachelor"),
}
"""规定学历 is 中师 for primary and 专科 for junior teachers, so a college diploma is above it in primary only (L1)."""

PE_ART = ("pe_teachers", "music_teachers", "fine_art_teachers", "arts_teachers")
VISITING_PE_ART = ("visiting_pe", "visiting_music", "visiting_fine_art", "visiting_arts")

FIELDS = tuple(one.id for one in contract("teachers").measures)


def parts_of(column: str, section: str) -> tuple[str, ...]:
    """The reported fields a column of the unit table is the sum of."""
    return {
        "teachers_above_qualification": ABOVE_QUALIFICATION.get(section, ()),
        "pe_art_teachers": PE_ART,
        "visiting_pe_art_teachers": VISITING_PE_ART,
    }.get(column, (column,))


def staffing(teachers: pl.DataFrame, sections: pl.DataFrame) -> pl.DataFrame:
    """Teacher counts for every school section in ``sections`` (``school_code``, ``section``).

    Adds the derived sums; each is null when any part is not reported, or only for a whole school of several sections.
    """
    filled = sections.select("school_code", "section").join(teachers, on=["school_code", "section"], how="left")
    return filled.select(
        "school_code",
        "section",
        *FIELDS,
        pl.when(pl.col("section") == "primary")
        .then(_sum(ABOVE_QUALIFICATION["primary"]))
        .when(pl.col("section") == "junior")
        .then(_sum(ABOVE_QUALIFICATION["junior"]))
        .alias("teachers_above_qualification"),
        _sum(PE_ART).alias("pe_art_teachers"),
        _sum(VISITING_PE_ART).alias("visiting_pe_art_teachers"),
    )


def _sum(parts: tuple[str, ...]) -> pl.Expr:
    return pl.sum_horizontal(*parts, ignore_nulls=False)
