"""One document: groups, visits, loads, what is asked for."""

import pytest

from junheng.teachers import UnfitTablesError
from junheng.teachers.itinerant import faults, report
from tests.teachers.itinerant.small import KM, SCHOOLS, TEACHERS, laws, tables


def test_a_county_is_planned_and_the_checker_agrees() -> None:
    told = report(tables(), KM, laws(), 20)
    (group,) = told["groups"]
    assert (group["status"], group["schools"], group["lessons"]) == ("optimal", 3, 18)
    assert (group["posts"], group["posts_bound"], group["km"]) == (1, 1, 4)
    assert sum(one["new"] for one in told["loads"]) == 1
    assert {one["teacher_id"] for one in told["visits"]} <= {one["teacher_id"] for one in told["loads"]}
    assert faults(tables(), KM, laws(), told) == []
    assert {one["id"] for one in told["asked"]} >= {"travel.most", "lessons.junior"}


def test_schools_that_lack_whole_teachers_are_told_apart() -> None:
    told = report(tables(SCHOOLS.replace("100,3,", "100,11,")), KM, laws(), 20)
    assert told["whole"] == [
        {"county_code": "1", "section": "primary", "subject": "music", "school_code": "s1", "teachers": 1}
    ]


def test_faults_of_tables_and_ways_come_together() -> None:
    wrong = tables(teachers=TEACHERS + "t2,s9,音乐,0\n")
    known = tables().schools.fault("no_place", 2, "school_code", school="s0")
    with pytest.raises(UnfitTablesError) as said:
        report(wrong, KM, laws(), 5, [known])
    assert {one.code for one in said.value.faults} == {"teacher_twice", "unknown_school", "no_place"}
