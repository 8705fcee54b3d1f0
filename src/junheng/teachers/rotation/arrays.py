"""The tables of a city as arrays, and the part of them that is one county."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.teachers.columns import above_required, vocabulary
from junheng.teachers.reading import Read
from junheng.teachers.rotation.county import Bools, County, Floats, Ints, Staff


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """The city in arrays.

    Attributes:
        county, school, section, pupils, need: of each post, a row of the table of schools; need is NaN where not given.
        km: between the different schools.
        subjects: ids, the order numbers them.
        staff: every teacher, with numbers of the city; a child is a school.
    """

    county: NDArray[np.str_]
    school: Ints
    section: Ints
    pupils: Floats
    need: Floats
    km: Floats
    subjects: tuple[str, ...]
    staff: Staff


def different(schools: Read) -> list[str]:
    """The schools in the order in which they first come."""
    if not schools.has("school_code"):
        return []
    found: list[str] = schools.frame["school_code"].drop_nulls().unique(maintain_order=True).to_list()
    return found


def town_of(teachers: Read, schools: Read, km: Floats, mobile: Bools) -> Town:
    """The arrays of tables without faults."""
    number = {one: at for at, one in enumerate(different(schools))}
    sections = list(vocabulary("section"))
    section = np.array([sections.index(one) for one in schools.frame["section"]], dtype=np.int64)
    post = _posts(teachers, schools)
    subjects = _subjects(teachers, schools)
    subject_number = {one: at for at, one in enumerate(subjects)}
    principal = teachers.column("principal").fill_null(value=False).to_numpy()
    subject = np.array([subject_number.get(one or "", 0) for one in teachers.column("subject")], dtype=np.int64)
    above = [above_required(one) for one in sections]
    held = zip(teachers.column("degree"), section[post].tolist(), strict=True)
    degree = np.array([one is not None and one in above[of] for one, of in held], dtype=bool)
    return Town(
        county=schools.frame["county_code"].to_numpy(),
        school=np.array([number[one] for one in schools.frame["school_code"]], dtype=np.int64),
        section=section,
        pupils=schools.frame["pupils"].cast(pl.Float64).to_numpy(),
        need=_needs(schools, subjects),
        km=km,
        subjects=subjects,
        staff=Staff(
            row=np.arange(post.size),
            post=post,
            subject=np.where(principal, len(subjects), subject),
            flags=np.column_stack((teachers.frame["backbone"].to_numpy(), degree)),
            principal=principal,
            mobile=mobile,
            years=teachers.column("years_at_school").cast(pl.Float64).to_numpy(),
            partner=_partners(teachers),
            child=np.array([number.get(one or "", -1) for one in teachers.column("child_school")], dtype=np.int64),
            wishes=_wishes(teachers, schools, post),
            held=_held(teachers, schools, post),
        ),
    )


def _posts(teachers: Read, schools: Read) -> Ints:
    """(T,) the row of the school and section of each teacher."""
    at = _lookup(schools)
    only = dict(schools.frame.select("school_code", "section").iter_rows())
    rows = zip(teachers.frame["school_code"], teachers.column("section"), strict=True)
    return np.array([at[school, section or only[school]] for school, section in rows], dtype=np.int64)


def _lookup(schools: Read) -> dict[tuple[str, str], int]:
    rows = schools.frame.select("school_code", "section").iter_rows()
    return {(school, section): at for at, (school, section) in enumerate(rows)}


def _subjects(teachers: Read, schools: Read) -> tuple[str, ...]:
    """The subjects taught or needed, in the order of the list."""
    needed = {one.partition(":")[2] for one in schools.many("need")}
    used = needed | set(teachers.column("subject").drop_nulls().to_list())
    return tuple(one for one in vocabulary("subject") if one in used)


def _needs(schools: Read, subjects: Sequence[str]) -> Floats:
    """(posts, subjects) NaN where no need is given."""
    found = np.full((schools.frame.height, len(subjects)), np.nan)
    for at, subject in enumerate(subjects):
        if schools.has(f"need:{subject}"):
            found[:, at] = schools.frame[f"need:{subject}"].cast(pl.Float64).to_numpy()
    return found


def _partners(teachers: Read) -> Ints:
    """(T,) the other of a couple, also where one alone names the other; -1 without."""
    names = {one: at for at, one in enumerate(teachers.frame["teacher_id"])}
    partner = np.array([names.get(one or "", -1) for one in teachers.column("partner_id")], dtype=np.int64)
    naming = np.flatnonzero(partner >= 0)
    partner[partner[naming]] = naming
    return partner


def _wishes(teachers: Read, schools: Read, post: Ints) -> Ints:
    """(W, 3) teacher, post, rank: the post of the own section at a wished school, left out where it has none."""
    at = _lookup(schools)
    section = schools.frame["section"].to_list()
    found = []
    for rank, column in enumerate(teachers.many("wish"), 1):
        given = teachers.frame[column].to_list()
        for teacher, school in enumerate(given):
            place = -1 if school is None else at.get((school, section[post[teacher]]), -1)
            if place >= 0:
                found.append((teacher, place, rank))
    return np.array(sorted(found, key=lambda one: (one[0], one[2])), dtype=np.int64).reshape(-1, 3)


def _held(teachers: Read, schools: Read, post: Ints) -> Ints:
    """(T,) the post of the own section at the school where the plan must have the teacher, -1 without."""
    at, section = _lookup(schools), schools.frame["section"].to_list()
    given = teachers.column("held_at")
    return np.array(
        [-1 if school is None else at[school, section[home]] for school, home in zip(given, post, strict=True)],
        dtype=np.int64,
    )


def county_of(town: Town, code: str, posts: Ints) -> County:
    """The county of some posts."""
    everybody = town.staff
    local = np.full(town.school.size, -1, dtype=np.int64)
    local[posts] = np.arange(posts.size)
    rows = np.flatnonzero(local[everybody.post] >= 0)
    here = np.full(everybody.post.size, -1, dtype=np.int64)
    here[rows] = np.arange(rows.size)
    school = town.school[posts]
    children, child = np.unique(everybody.child[rows], return_inverse=True)
    none = children.size > 0 and children[0] < 0
    wishes = everybody.wishes[here[everybody.wishes[:, 0]] >= 0]
    wishes = wishes[local[wishes[:, 1]] >= 0]
    partner = everybody.partner[rows]
    staff = Staff(
        row=rows,
        post=local[everybody.post[rows]],
        subject=everybody.subject[rows],
        flags=everybody.flags[rows],
        principal=everybody.principal[rows],
        mobile=everybody.mobile[rows],
        years=everybody.years[rows],
        partner=np.where(partner >= 0, here[partner], -1),
        child=child.reshape(-1) - int(none),
        wishes=np.column_stack((here[wishes[:, 0]], local[wishes[:, 1]], wishes[:, 2])),
        held=np.where(everybody.held[rows] >= 0, local[everybody.held[rows]], -1),
    )
    need = town.need[posts]
    wanted = np.isfinite(need)
    county = County(
        code=code,
        school=school,
        section=town.section[posts],
        pupils=town.pupils[posts],
        km=town.km[np.ix_(school, school)],
        child_km=town.km[np.ix_(children[int(none) :], school)],
        need=need,
        wanted=wanted,
        subjects=len(town.subjects),
        staff=staff,
    )
    return with_need(county)


def with_need(county: County) -> County:
    """The same county, today's teachers needed where no need is given."""
    return replace(county, need=np.where(county.wanted, county.need, county.have()))
