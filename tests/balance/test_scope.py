"""Which school sections count, and why the others are left out."""

from typing import Any

import pytest

from junheng.balance.units import Units, units_of
from junheng.policy import load_standard
from tests.balance.city import JUNIOR, NINE, POINT, PRIMARY, SPECIAL, TWELVE, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def units(tables: Any) -> Units:
    return units_of(facts_of(tables), STANDARD)


def left_out(tables: Any) -> dict[str, str]:
    return {failing.code: failing.why.zh for _, failing in units(tables).left_out}


def test_special_schools_and_tiny_teaching_points_do_not_count() -> None:
    assert left_out(sound()) == {POINT: "教学点40人，不足50人", SPECIAL: "盲人学校不在资源配置评估范围"}


@pytest.mark.parametrize(("pupils", "counts"), [(49, False), (50, True)])
def test_a_teaching_point_counts_from_fifty_pupils(pupils: int, *, counts: bool) -> None:
    tables = sound()
    row_of(tables, "sections", POINT)["pupils"] = pupils
    assert (POINT not in left_out(tables)) is counts


def test_a_section_without_pupils_is_left_out_and_the_other_owns_everything() -> None:
    tables = sound()
    row_of(tables, "sections", NINE, "junior")["pupils"] = 0
    held = units(tables).frame.filter(school_code=NINE).select("section", "share").rows()
    assert held == [("primary", 1.0)]
    assert left_out(tables)[NINE] == "初中没有在校学生"


def test_senior_sections_are_never_judged() -> None:
    assert set(units(sound()).frame["section"]) == {"primary", "junior"}
    assert set(units(sound()).frame.filter(school_code=TWELVE)["section"]) == {"primary", "junior"}


def test_a_school_that_reported_no_pupils_has_the_sections_of_its_kind_and_is_not_judged() -> None:
    tables = sound()
    tables["sections"] = [row for row in tables["sections"] if row["school_code"] not in {NINE, JUNIOR}]
    held = units(tables).frame
    assert held.filter(school_code=NINE)["section"].to_list() == ["junior", "primary"]
    assert held.filter(school_code=JUNIOR)["pupils"].to_list() == [None]


def test_a_senior_school_has_nothing_to_judge() -> None:
    tables = sound()
    row_of(tables, "schools", PRIMARY)["school_type"] = "342"
    row_of(tables, "sections", PRIMARY)["section"] = "senior"
    assert left_out(tables)[PRIMARY] == "没有小学、初中学段"
