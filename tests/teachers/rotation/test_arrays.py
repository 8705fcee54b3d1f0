"""The tables as arrays, and the part of one county."""

import numpy as np

from junheng.teachers.rotation.arrays import different, town_of
from tests.teachers.rotation.tiny import rules
from tests.teachers.tables import SCHOOLS, TEACHERS, city, table


def test_counties_hold_their_own_with_their_own_numbers() -> None:
    held = city(rules(child=9))
    assert [one.code for one in held.counties] == ["410101", "410102"]
    first, second = held.counties
    assert first.staff.row.tolist() == list(range(8))
    assert second.staff.post.tolist() == [0, 1]
    assert first.staff.wishes.tolist() == [[0, 1, 1], [0, 2, 2], [2, 1, 1], [3, 0, 1]]
    assert first.staff.partner.tolist() == [-1, -1, -1, 4, 3, -1, -1, -1]
    assert first.staff.child.tolist() == [-1, -1, -1, -1, 0, -1, -1, -1]
    assert first.child_km.tolist() == [[0, 1, 1]]
    assert (first.need == first.have()).all()


def test_flags_follow_the_section_and_heads_have_a_subject_of_their_own() -> None:
    held = city().counties[0]
    assert held.staff.flags[:, 1].tolist() == [True, True, True, False, True, True, True, True]
    assert held.staff.subject[held.staff.principal].tolist() == [held.subjects] * 2


def test_a_partner_that_one_alone_names_is_a_couple() -> None:
    held = city(teachers=TEACHERS.replace("0,t4,s1", "0,,s1")).counties[0]
    assert held.staff.partner[[3, 4]].tolist() == [4, 3]


def test_a_section_that_is_not_said_is_the_only_one_and_needs_are_kept() -> None:
    teachers = table("teachers", TEACHERS.replace("t1,s1,primary", "t1,s1,"))
    header, *rows = SCHOOLS.splitlines()
    schools = table("schools", "\n".join([f"{header},need_数学", *(f"{row},3" for row in rows)]))
    assert different(schools) == ["s1", "s2", "s3", "s4", "s5"]
    town = town_of(teachers, schools, np.ones((5, 5)), np.ones(10, dtype=bool))
    assert town.staff.post[0] == 0
    assert town.subjects == ("chinese", "mathematics", "english")
    assert np.isnan(town.need[0, 0])
    assert town.need[0, 1] == 3
