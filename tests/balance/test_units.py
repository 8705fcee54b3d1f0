"""The unit table of a city."""

import pytest

from junheng.balance.units import units_of
from junheng.policy import load_standard
from tests.balance.city import COMPLETE, JUNIOR, NINE, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def test_nothing_is_lost_in_sharing_out_a_school() -> None:
    facts = facts_of(sound())
    held = units_of(facts, STANDARD).frame.filter(school_code=NINE)
    whole = facts["rooms"].filter(school_code=NINE)
    for column in ("teaching_area", "sports_ground_area", "books", "computers", "multimedia_classrooms"):
        assert held[column].sum() == pytest.approx(whole[column][0])


def test_a_complete_school_keeps_its_senior_part() -> None:
    held = units_of(facts_of(sound()), STANDARD).frame.filter(school_code=COMPLETE)
    assert held["teaching_area"].to_list() == [pytest.approx(9.0 * 1300 * 500 / 1460)]


def test_a_school_that_reported_no_rooms_has_none_known() -> None:
    tables = sound()
    tables["rooms"] = [row for row in tables["rooms"] if row["school_code"] != JUNIOR]
    held = units_of(facts_of(tables), STANDARD).frame.filter(school_code=JUNIOR)
    assert held["teaching_area"].to_list() == [None]
    assert held["equipment_value_yuan"].to_list() == [3000.0 * 400]


def test_staff_of_a_combined_school_belongs_to_no_section() -> None:
    held = units_of(facts_of(sound()), STANDARD).frame
    assert held.filter(school_code=NINE)["teachers_total"].to_list() == [None, None]
    assert held.filter(school_code=JUNIOR)["teachers_total"].to_list() == [40]


def test_the_rows_are_in_order_and_named() -> None:
    frame = units_of(facts_of(sound()), STANDARD).frame
    assert frame.select("section", "school_code").rows() == sorted(frame.select("section", "school_code").rows())
    assert set(frame["county"]) == {"金水区"}
    assert set(frame["year"]) == {2024}


def test_the_2012_standard_has_its_columns() -> None:
    tables = sound()
    row_of(tables, "rooms", JUNIOR)["books"] = 12_000
    frame = units_of(facts_of(tables), load_standard("jiaodu-2012-3")).frame
    assert frame.filter(school_code=JUNIOR).select("books", "teachers").row(0) == (12_000.0, 32)
