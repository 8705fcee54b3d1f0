"""What is wrong between the tables: names that are not listed, persons twice, wishes, couples, ages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import polars as pl

from junheng.teachers.columns import vocabulary
from junheng.teachers.faults import Fault, UnfitTablesError
from junheng.teachers.reading import LINE, Read

SCHOOL_AGE = 16
"""Years of age before which nobody teaches."""


def refuse_unfit(given: Sequence[Read | None], between: Callable[[], Iterable[Fault]]) -> None:
    """Faults of the tables, and those ``between`` them where none lacks a column.

    Raises:
        UnfitTablesError: with all of them.
    """
    faults = [fault for one in given if one is not None for fault in one.faults]
    if not any(fault.code in {"column_absent", "no_rows"} for fault in faults):
        faults += between()
    if faults:
        raise UnfitTablesError(faults)


def sections_of(schools: Read) -> dict[str, list[str]]:
    """The sections of each school."""
    found: dict[str, list[str]] = {}
    for school, section in schools.frame.select("school_code", "section").drop_nulls().iter_rows():
        found.setdefault(school, []).append(section)
    return found


def check_once(table: Read, *key: str) -> Iterator[Fault]:
    """Rows with the same values in the columns of the key."""
    first: dict[tuple[object, ...], int] = {}
    for line, *values in table.frame.select(LINE, *key).drop_nulls().iter_rows():
        said = tuple(values)
        if first.setdefault(said, line) != line:
            yield table.fault("row_twice", line, key[0], key="、".join(str(one) for one in said), other=first[said])


def check_counties(table: Read, schools: Read) -> Iterator[Fault]:
    """Counties of a table that no school belongs to."""
    known = set(schools.frame["county_code"].drop_nulls())
    for line, county in table.frame.select(LINE, "county_code").drop_nulls().iter_rows():
        if county not in known:
            yield table.fault("unknown_county", line, "county_code", county=county)


def check_schools(schools: Read) -> Iterator[Fault]:
    """Rows of one section of one school given twice, and schools in two counties."""
    seen: dict[tuple[str, str], int] = {}
    county: dict[str, str] = {}
    sections = vocabulary("section")
    columns = (LINE, "school_code", "section", "county_code")
    for line, school, section, of in zip(*(schools.frame[one] for one in columns), strict=True):
        if school is None or section is None:
            continue
        if (school, section) in seen:
            names = {"section": sections[section].zh, "section_en": sections[section].en}
            yield schools.fault(
                "school_twice", line, "school_code", school=school, other=seen[school, section], **names
            )
        seen.setdefault((school, section), line)
        if of is not None and county.setdefault(school, of) != of:
            yield schools.fault(
                "school_in_two_counties", line, "county_code", school=school, one=county[school], other=of
            )


def check_teachers(teachers: Read, sections: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Every row beside the schools; ``sections``: of each school."""
    yield from _twice(teachers)
    yield from _unknown_schools(teachers, sections)
    yield from _sections(teachers, sections)
    yield from _subjects(teachers)


def _unknown_schools(teachers: Read, sections: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    for column in ("school_code", "child_school", "held_at", *teachers.many("wish")):
        if not teachers.has(column):
            continue
        given = teachers.frame[column]
        for at in (given.is_not_null() & ~given.is_in(list(sections))).arg_true():
            yield teachers.fault("unknown_school", int(teachers.frame[LINE][at]), column, school=given[at])


def _twice(teachers: Read) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for line, teacher in zip(teachers.frame[LINE], teachers.frame["teacher_id"], strict=True):
        if teacher is not None and first.setdefault(teacher, line) != line:
            yield teachers.fault("teacher_twice", line, "teacher_id", teacher=teacher, other=first[teacher])


def _sections(teachers: Read, sections: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    names = vocabulary("section")
    rows = zip(
        *(teachers.frame[one] for one in (LINE, "teacher_id", "school_code")), teachers.column("section"), strict=True
    )
    for line, teacher, school, section in rows:
        held = sections.get(school or "")
        if held is None:
            continue
        if section is None and len(held) > 1:
            yield teachers.fault("section_not_said", line, "section", teacher=teacher, school=school)
        elif section is not None and section not in held:
            said = {"section": names[section].zh, "section_en": names[section].en}
            yield teachers.fault("no_such_section", line, "section", school=school, **said)


def _subjects(teachers: Read) -> Iterator[Fault]:
    wrong = {one.place.row for one in teachers.faults if one.place.header == teachers.headers.get("subject", ("",))[0]}
    blank = teachers.column("subject").is_null() & ~teachers.column("principal").fill_null(value=False)
    for at in blank.arg_true():
        line = int(teachers.frame[LINE][at])
        if line not in wrong:
            yield teachers.fault("subject_blank", line, "subject", teacher=teachers.frame["teacher_id"][at])


def check_wishes(teachers: Read) -> Iterator[Fault]:
    """Wishes for the own school, and one school twice."""
    wishes = teachers.many("wish")
    if not wishes:
        return
    some = teachers.frame.filter(pl.any_horizontal(pl.col(one).is_not_null() for one in wishes))
    for row in some.iter_rows(named=True):
        seen: set[str] = set()
        for column in wishes:
            school = row[column]
            if school is None:
                continue
            said = {"teacher": row["teacher_id"], "school": school}
            if school == row["school_code"]:
                yield teachers.fault("wish_own_school", row[LINE], column, **said)
            elif school in seen:
                yield teachers.fault("wish_twice", row[LINE], column, **said)
            seen.add(school)


def check_couples(teachers: Read) -> Iterator[Fault]:
    """Partners that are not listed, are oneself, or name somebody else."""
    if not teachers.has("partner_id"):
        return
    ids, partners = teachers.frame["teacher_id"], teachers.frame["partner_id"]
    of = dict(zip(ids, partners, strict=True))
    for line, teacher, partner in zip(teachers.frame[LINE], ids, partners, strict=True):
        if partner is None:
            continue
        if partner not in of or partner == teacher:
            yield teachers.fault("unknown_partner", line, "partner_id", partner=partner)
        elif of[partner] is not None and of[partner] != teacher:
            yield teachers.fault(
                "partner_not_mutual", line, "partner_id", teacher=teacher, partner=partner, other=of[partner]
            )


def check_ages(teachers: Read, day: date) -> Iterator[Fault]:
    """Ages that do not agree with the birth, and more years at a school than a life has room for."""
    frame = teachers.frame.select(
        LINE,
        age=teachers.column("age"),
        birth=teachers.column("birth"),
        years=teachers.column("years_at_school"),
    ).with_columns(counted=day.year - pl.col("birth").dt.year())
    for row in frame.filter((pl.col("age") - pl.col("counted")).abs() > 1).iter_rows(named=True):
        yield teachers.fault(
            "age_disagrees", row[LINE], "age", age=f"{row['age']:g}", birth=row["birth"].isoformat()[:7]
        )
    known = pl.coalesce("age", pl.col("counted").cast(pl.Float64))
    for row in (
        frame.with_columns(known=known).filter(pl.col("years") > pl.col("known") - SCHOOL_AGE).iter_rows(named=True)
    ):
        yield teachers.fault(
            "years_exceed_age", row[LINE], "years_at_school", years=f"{row['years']:g}", age=f"{row['known']:g}"
        )
