"""Teachers by section and what counts as above the required qualification."""

from typing import Any

import polars as pl
import pytest

from junheng.balance.staffing import parts_of, staffing
from tests.balance.city import NINE, facts_of, row_of, sound


def count(column: str, section: str = "primary", **changes: Any) -> int | None:
    tables = sound()
    row_of(tables, "teachers", NINE, section).update(changes)
    teachers = facts_of(tables)["teachers"]
    found = staffing(teachers, pl.DataFrame({"school_code": [NINE], "section": [section]}))
    value: int | None = found[column].to_list()[0]
    return value


def test_a_college_diploma_counts_in_primary_only() -> None:
    assert count("teachers_above_qualification") == 6 + 30 + 6
    assert count("teachers_above_qualification", "junior") == 4 + 20


@pytest.mark.parametrize("part", parts_of("pe_art_teachers", "primary"))
def test_every_part_of_a_sum_is_needed(part: str) -> None:
    blank: dict[str, Any] = {part: None}
    assert count("pe_art_teachers", **blank) is None


def test_secondary_education_is_never_needed() -> None:
    assert count("teachers_above_qualification", degree_secondary=None) == 42


def test_a_section_nobody_reported_has_no_numbers() -> None:
    frame = pl.DataFrame({"school_code": ["2141009999"], "section": ["primary"]})
    found = staffing(facts_of(sound())["teachers"], frame)
    assert found["teachers_above_qualification"].to_list() == [None]
