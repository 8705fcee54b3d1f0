"""What changes between two versions, the biggest first."""

import polars as pl

from junheng.facts import Facts
from junheng.facts.tables import CELLS_SCHEMA
from junheng.web.reporting.changes import changes, part_name, values_of
from tests.web.people import SCHOOLS
from tests.web.reporting.files import facts_of


def test_the_biggest_first_and_blank_is_no_zero() -> None:
    old = facts_of(SCHOOLS[0], rooms__books=100, rooms__computers=10)
    new = facts_of(SCHOOLS[0], rooms__books=90, rooms__computers=20, teachers__pe_teachers=None, rooms__music_rooms=0)
    found = changes(old, new)
    assert [(one["title_en"], one["old"], one["new"]) for one in found[:2]] == [
        ("PE teachers", 3, None),
        ("Music rooms", None, 0),
    ]
    assert [round(one["by"], 2) for one in found[2:]] == [1.0, -0.1]
    assert found[0]["part"] == "小学"


def test_the_same_changes_nothing() -> None:
    assert changes(facts_of(SCHOOLS[0]), facts_of(SCHOOLS[0])) == []


def test_amounts_stand_in_the_unit_they_are_reported_in() -> None:
    _field, value = values_of(facts_of(SCHOOLS[0]))["money", "", "equipment_value_yuan"]
    assert value == 125.0


def test_not_applicable_is_a_state_of_its_own() -> None:
    facts = facts_of(SCHOOLS[0])
    cell = ("rooms", SCHOOLS[0], "", "books", "not_applicable", "", "", "", "/")
    marked = Facts(facts.year, facts.tables, pl.DataFrame([cell], schema=dict(CELLS_SCHEMA), orient="row"))
    assert [(one["old"], one["new"]) for one in changes(facts, marked)] == [(None, "/")]


def test_part_names() -> None:
    assert (part_name("primary", "zh"), part_name("primary", "en"), part_name("01", "zh")) == ("小学", "Primary", "01")
