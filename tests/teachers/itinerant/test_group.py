"""Lessons, teachers, and what is lacking beyond whole teachers."""

from junheng.teachers.itinerant import groups_of
from tests.teachers.itinerant.small import KM, LOAD, SCHOOLS, TEACHERS, group, tables


def test_lessons_and_teachers_of_a_subject() -> None:
    read = tables()
    (found,), unjudged = groups_of(read.schools, read.teachers, read.hours, KM, {"primary": LOAD})
    assert (found.county, found.section, found.subject) == ("1", "primary", "music")
    assert found.lessons.tolist() == [24, 6, 8, 4, 12]
    assert found.have.tolist() == [2, 0, 0, 0, 1]
    assert found.shared.tolist() == [0, 6, 8, 4, 0]
    assert found.spare.tolist() == [8, 0, 0, 0, 4]
    assert unjudged == []


def test_whole_teachers_are_not_shared() -> None:
    found = group([40, 33, 10], [1, 0, 1], 16, KM[:3, :3])
    assert found.whole.tolist() == [1, 2, 0]
    assert found.shared.tolist() == [8, 1, 0]
    assert found.spare.tolist() == [0, 0, 6]


def test_without_the_load_or_the_classes_nothing_is_judged() -> None:
    for read, load in ((tables(), None), (tables(SCHOOLS.replace("100,3", "100,")), LOAD)):
        found, unjudged = groups_of(read.schools, read.teachers, read.hours, KM, {"primary": load})
        assert found == ()
        assert unjudged == [{"county_code": "1", "section": "primary", "subject": "music"}]


def test_heads_do_not_count() -> None:
    read = tables(teachers=TEACHERS.replace("backbone\n", "backbone,principal\n").replace("0\n", "0,1\n"))
    (found,), _ = groups_of(read.schools, read.teachers, read.hours, KM, {"primary": LOAD})
    assert not found.have.any()
