"""Grades in every way people write them, and the sections they make up."""

import pytest

from junheng.seats.forecast.grades import CHINESE, Section, grade_number, sections_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("PK", -1), ("Pre-K", -1), ("Prekindergarten", -1), ("K", 0), ("kindergarten", 0), ("小班", -2), ("中班", -1),
        ("大班", 0), ("1", 1), ("01", 1), ("12", 12), ("Grade 7", 7), ("G3", 3), ("5th grade", 5), ("一年级", 1),
        ("九年级", 9), ("十二年级", 12), ("7年级", 7), ("初一", 7), ("初三", 9), ("高二", 11), ("小学六年级", 6),
        ("初中2年级", 8),
        ("total", None), ("合计", None), ("13", None), ("", None), ("K-5", None), ("七", 7), ("全部", None),
    ],
)  # fmt: skip
def test_a_word_is_a_place_in_the_order(word: str, number: int | None) -> None:
    assert grade_number(word) == number


def test_sections_are_the_chinese_ones_unless_written() -> None:
    assert sections_of(range(1, 10)) == CHINESE[1:3]
    assert [one.name for one in sections_of([-1, 0, 1, 5, 6, 9, 12], "PK-5,6-8,9-12")] == ["PK-5", "6-8", "9-12"]
    assert sections_of([7, 8], "初一至初三") == (Section("初一至初三", 7, 9),)
    assert 6 in Section("x", 6, 8)
    assert 9 not in Section("x", 6, 8)


@pytest.mark.parametrize("written", ["1-3", "1-5,5-6", "6-1", "1-all", "1-2-3"])
def test_sections_that_make_no_sense_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"年级|学段"):
        sections_of(range(1, 7), written)
