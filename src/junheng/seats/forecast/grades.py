"""Grades as people write them, in one order: PK, K, 1–12, 一年级, 初二, Grade 7."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

NUMERALS = {word: at for at, word in enumerate("零一二三四五六七八九十")} | {"十一": 11, "十二": 12}
BEFORE_SCHOOL = {
    "小班": -2,
    "PK3": -2,
    "中班": -1,
    "PK": -1,
    "PREK": -1,
    "PK4": -1,
    "PREKINDERGARTEN": -1,
    "学前": -1,
    "大班": 0,
    "K": 0,
    "KG": 0,
    "KINDERGARTEN": 0,
}
STAGES = {"小": 0, "初": 6, "高": 9}
LOWEST, HIGHEST = -2, 12
_WORD = re.compile(r"[\s\-_.·]+")
_NUMBERED = re.compile(r"(?:GRADE|GR|G|Y|第)?(\d{1,2}|[一二三四五六七八九十]{1,2})(?:ST|ND|RD|TH)?(?:GRADE|年级)?")
_STAGED = re.compile(r"([小初高])(?:中|学)?(\d|[一二三四五六])(?:年级)?")


@cache
def grade_number(word: str) -> int | None:
    """The place of a grade in the order: −2 小班, −1 PK/中班, 0 K/大班, 1–12 the school years; None if it is no grade.

    初一 is grade 7 and 高一 grade 10, as in the six-three-three system.
    """
    plain = _WORD.sub("", word).upper()
    if plain in BEFORE_SCHOOL:
        return BEFORE_SCHOOL[plain]
    staged = _STAGED.fullmatch(plain)
    if staged:
        return STAGES[staged[1]] + _number(staged[2])
    numbered = _NUMBERED.fullmatch(plain)
    number = _number(numbered[1]) if numbered else None
    return number if number is not None and LOWEST <= number <= HIGHEST else None


def _number(digits: str) -> int:
    return int(digits) if digits.isdigit() else NUMERALS.get(digits, HIGHEST + 1)


@dataclass(frozen=True, slots=True)
class Section:
    """A run of grades that one kind of school teaches: 小学 1–6, or PK–5 elsewhere."""

    name: str
    first: int
    last: int

    def __contains__(self, grade: int) -> bool:
        return self.first <= grade <= self.last


CHINESE = (Section("preschool", -2, 0), Section("primary", 1, 6), Section("junior", 7, 9), Section("senior", 10, 12))


def sections_of(grades: Sequence[int], written: str = "") -> tuple[Section, ...]:
    """The sections that hold some of the grades; ``written`` names others as ``PK-5,6-8,9-12``.

    Raises:
        ValueError: ``written`` is no list of grade ranges, or leaves out or repeats a grade.
    """
    sections = tuple(_section(part) for part in written.split(",")) if written else CHINESE
    for grade in grades:
        if sum(grade in one for one in sections) != 1:
            raise ValueError(f"年级 grade {grade}: 应恰属一个学段 must belong to exactly one section of {written}")
    return tuple(one for one in sections if any(grade in one for grade in grades))


def _section(part: str) -> Section:
    ends = [grade_number(word) for word in re.split(r"[-–~至]", part.strip())]
    if not 1 <= len(ends) <= 2 or None in ends:  # noqa: PLR2004
        raise ValueError(f"学段 section “{part}”: 应写作 PK-5 written as PK-5")
    first, last = ends[0] or 0, ends[-1] or 0
    if first > last:
        raise ValueError(f"学段 section “{part}”: 起止颠倒 its ends are the wrong way round")
    return Section(part.strip(), first, last)
