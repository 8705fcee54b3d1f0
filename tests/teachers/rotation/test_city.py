"""The door of the tables: every fault of all of them at once."""

import numpy as np
import pytest

from junheng.teachers.faults import UnfitTablesError, no_file
from junheng.teachers.rotation.city import city_of
from tests.teachers.rotation.tiny import DAY, rules
from tests.teachers.tables import SCHOOLS, TEACHERS, city, table


def test_a_city_knows_its_names() -> None:
    held = city()
    assert held.subjects == ("chinese", "mathematics", "english")
    assert held.post.tolist() == [0, 0, 0, 1, 2, 2, 0, 1, 3, 4]
    assert [one.tolist() for one in held.posts] == [[0, 1, 2], [3, 4]]


def test_faults_of_both_tables_come_together() -> None:
    with pytest.raises(UnfitTablesError) as refused:
        city(teachers=TEACHERS.replace("t2,s1", "t1,s1"), schools=SCHOOLS.replace("300", "-3"))
    assert {one.code for one in refused.value.faults} == {"teacher_twice", "negative"}


def test_a_school_that_reaches_no_other_is_a_fault() -> None:
    schools = table("schools", SCHOOLS)
    km = np.full((5, 5), np.inf)
    km[:2, :2], km[3:, 3:] = 1, 1
    with pytest.raises(UnfitTablesError) as refused:
        city_of(table("teachers", TEACHERS), schools, km, rules(), DAY)
    assert [(one.code, one.place.row) for one in refused.value.faults] == [("no_way", 4)]


def test_absent_columns_are_told_before_anything_else() -> None:
    with pytest.raises(UnfitTablesError) as refused:
        city_of(
            table("teachers", "teacher_id\nx\n"),
            table("schools", SCHOOLS),
            np.ones((5, 5)),
            rules(),
            DAY,
            known=[no_file("x")],
        )
    assert {one.code for one in refused.value.faults} == {"file_absent", "column_absent"}
