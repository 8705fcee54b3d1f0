"""Teachers of each subject that the lessons need, beside those who are there."""

from datetime import date

import pytest

from junheng.policy.establishment_norms import establishment_norms
from junheng.teachers.establishment.subjects import by_county, subjects_of
from tests.teachers.tables import SCHOOLS, TEACHERS, table

HOURS = "section,subject,hours\n小学,语文,8\n小学,音乐,2\n"
DAY = date(2026, 9, 1)


def with_classes() -> str:
    header, *rows = SCHOOLS.splitlines()
    return "\n".join([header + ",classes", *(row + ",6" for row in rows)]) + "\n"


def test_lessons_of_the_classes_make_the_need() -> None:
    law = establishment_norms(DAY, {"lessons.primary": 16})
    rows = subjects_of(table("schools", with_classes()), table("teachers", TEACHERS), table("hours", HOURS), law)
    found = {
        (row["school_code"], row["subject"]): (row["need"], row["have"], row["lacking"]) for row in rows.to_dicts()
    }
    assert found["s1", "chinese"] == (3, 2, 1)
    assert found["s3", "music"] == (0.75, 0, 0.75)
    county = {row["subject"]: row for row in by_county(rows).to_dicts()}
    assert county["chinese"]["short"] == pytest.approx(1 + 2 + 2)
    assert county["chinese"]["have"] == 4
    assert county["music"]["spare"] == 0


def test_without_the_load_or_the_classes_nothing_is_judged() -> None:
    for schools, own in ((with_classes(), {}), (SCHOOLS, {"lessons.primary": 16})):
        law = establishment_norms(DAY, own)
        rows = subjects_of(table("schools", schools), table("teachers", TEACHERS), table("hours", HOURS), law)
        assert rows["need"].null_count() == rows.height > 0
        assert by_county(rows)["short"].null_count() == 2


def test_heads_teach_no_subject() -> None:
    law = establishment_norms(DAY, {"lessons.primary": 16})
    teachers = TEACHERS.replace("h1,s1,primary,,", "h1,s1,primary,语文,")
    rows = subjects_of(table("schools", with_classes()), table("teachers", teachers), table("hours", HOURS), law)
    assert rows.filter(school_code="s1", subject="chinese")["have"].to_list() == [2]
