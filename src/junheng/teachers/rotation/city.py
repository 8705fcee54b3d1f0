"""The tables of a rotation as the counties of a city, every fault of all of them at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from junheng.policy.rotation_rules import RotationRules
from junheng.teachers.checks import (
    check_ages,
    check_couples,
    check_schools,
    check_teachers,
    check_wishes,
)
from junheng.teachers.faults import Fault, UnfitTablesError
from junheng.teachers.reading import LINE, Read
from junheng.teachers.rotation.arrays import county_of, different, town_of
from junheng.teachers.rotation.county import County, Floats, Ints
from junheng.teachers.rotation.holding import check_held, held_faults
from junheng.teachers.rotation.standing import Standing, standings


@dataclass(frozen=True, slots=True, eq=False)
class City:
    """The counties with the names of what their arrays count.

    Attributes:
        teachers, schools: the tables, a row of ``schools`` is a post.
        standing: of each teacher.
        post: (T,) the post of each teacher in the order of ``schools``.
        subjects: ids, the order numbers them.
        counties: in the order of their codes; posts: the rows of ``schools`` of each, teachers by ``staff.row``.
        day: on which ages and numbers are taken.
    """

    teachers: Read
    schools: Read
    standing: Sequence[Standing]
    post: Ints
    subjects: tuple[str, ...]
    counties: tuple[County, ...]
    posts: tuple[Ints, ...]
    day: date


def city_of(
    teachers: Read, schools: Read, km: Floats, rules: RotationRules, day: date, *, known: Sequence[Fault] = ()
) -> City:
    """The city; ``km`` between the different schools in the order in which they first come.

    Args:
        teachers, schools: as read, with their faults.
        km: (schools, schools).
        rules: who is eligible.
        day: on which ages are taken.
        known: faults of what else was read.

    Raises:
        UnfitTablesError: with every fault.
    """
    faults = [*known, *schools.faults, *teachers.faults]
    if any(one.code in {"column_absent", "no_rows"} for one in faults):
        raise UnfitTablesError(faults)
    sections: dict[str, list[str]] = {}
    for school, section in schools.frame.select("school_code", "section").drop_nulls().iter_rows():
        sections.setdefault(school, []).append(section)
    faults += check_schools(schools)
    faults += check_teachers(teachers, sections)
    faults += check_wishes(teachers)
    faults += check_couples(teachers)
    faults += check_ages(teachers, day)
    faults += check_held(teachers, schools, sections)
    if not faults:
        faults += _alone(schools, km)
    if faults:
        raise UnfitTablesError(faults)
    city = _city(teachers, schools, km, standings(teachers, rules, day), day)
    if broken := list(held_faults(teachers, city.counties, rules)):
        raise UnfitTablesError(broken)
    return city


def _alone(schools: Read, km: Floats) -> Iterator[Fault]:
    """Posts without a way to any other of their county and section."""
    number = {one: at for at, one in enumerate(different(schools))}
    rows = list(schools.frame.select("county_code", "section", "school_code", LINE).iter_rows())
    together: dict[tuple[str, str], list[int]] = {}
    for county, section, school, _ in rows:
        together.setdefault((county, section), []).append(number[school])
    for county, section, school, line in rows:
        others = [one for one in together[county, section] if one != number[school]]
        if others and not np.isfinite(km[number[school], others]).any():
            yield schools.fault("no_way", line, "school_code", school=school)


def _city(teachers: Read, schools: Read, km: Floats, standing: Sequence[Standing], day: date) -> City:
    town = town_of(teachers, schools, km, np.array([one.may for one in standing], dtype=bool))
    codes = sorted(set(town.county.tolist()))
    posts = tuple(np.flatnonzero(town.county == one) for one in codes)
    counties = tuple(county_of(town, code, here) for code, here in zip(codes, posts, strict=True))
    return City(teachers, schools, standing, town.staff.post, town.subjects, counties, posts, day)
