"""A plan written into the facts: shares, campuses and sections move as the unit table says."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.balance.changes import Change, changed
from junheng.balance.units import units_of
from junheng.facts.tables import Facts
from junheng.policy import load_standard
from tests.balance.city import NINE, PRIMARY, facts_of, sound
from tests.balance.test_campuses import campus

STANDARD = load_standard("jiaodu-2017-6")


def held(facts: Facts, code: str, column: str) -> dict[str, float]:
    rows = units_of(facts, STANDARD).frame.filter(school_code=code).select("section", column)
    return dict(rows.iter_rows())


def campused(*campuses: dict[str, Any]) -> Facts:
    tables = sound()
    tables["campuses"] = list(campuses)
    return facts_of(tables)


@given(st.integers(0, 500))
def test_a_shared_amount_is_shared_out(more: int) -> None:
    facts = facts_of(sound())
    before = held(facts, NINE, "equipment_value_yuan")
    after = held(changed(facts, [Change(NINE, "equipment_value_yuan", 1000.0 * more)]), NINE, "equipment_value_yuan")
    assert sum(after.values()) - sum(before.values()) == pytest.approx(1000 * more)
    assert after["primary"] / after["junior"] == pytest.approx(before["primary"] / before["junior"])


def test_teachers_are_a_sections_own() -> None:
    facts = facts_of(sound())
    before = held(facts, NINE, "backbone_teachers")
    after = held(changed(facts, [Change(NINE, "backbone_teachers", 2, "junior")]), NINE, "backbone_teachers")
    assert after == {**before, "junior": before["junior"] + 2}


def test_teachers_of_a_whole_school_stay_with_it() -> None:
    tables = sound()
    row = next(one for one in tables["teachers"] if one["school_code"] == PRIMARY)
    row["section"] = "all"
    facts = facts_of(tables)
    after = changed(facts, [Change(PRIMARY, "backbone_teachers", 3, "primary")])
    assert held(after, PRIMARY, "backbone_teachers") == {"primary": row["backbone_teachers"] + 3}


def test_campuses_still_sum_to_the_school() -> None:
    facts = campused(
        campus("01", pupils_primary=600, teaching_area=3000.0), campus("02", pupils_junior=400, teaching_area=6000.0)
    )
    after = changed(facts, [Change(NINE, "teaching_area", 500.0)])
    assert held(after, NINE, "teaching_area") == {"primary": 3500.0, "junior": 6000.0}


def test_several_changes_of_one_school_add_up() -> None:
    facts = facts_of(sound())
    twice = changed(facts, [Change(PRIMARY, "multimedia_classrooms", 2), Change(PRIMARY, "multimedia_classrooms", -1)])
    once = changed(facts, [Change(PRIMARY, "multimedia_classrooms", 1)])
    assert twice["rooms"].equals(once["rooms"])
    assert twice["rooms"].schema == facts["rooms"].schema


@pytest.mark.parametrize(
    "change",
    [
        Change("9999999999", "teaching_area", 1.0),
        Change(PRIMARY, "teaching_area", -1e9),
        Change(PRIMARY, "multimedia_classrooms", 0.5),
        Change(PRIMARY, "backbone_teachers", 1, "junior"),
    ],
)
def test_what_cannot_be_done_is_refused(change: Change) -> None:
    with pytest.raises(ValueError, match=change.school_code):
        changed(facts_of(sound()), [change])


def test_what_was_not_reported_is_not_added_to() -> None:
    facts = facts_of(sound())
    rooms = facts["rooms"].with_columns(
        teaching_area=pl.when(pl.col("school_code") == PRIMARY).then(None).otherwise("teaching_area")
    )
    with pytest.raises(ValueError, match=PRIMARY):
        changed(Facts(facts.year, {**facts.tables, "rooms": rooms}), [Change(PRIMARY, "teaching_area", 1.0)])


def test_pupils_are_nothing_a_plan_changes_here() -> None:
    with pytest.raises(LookupError, match="pupils"):
        changed(facts_of(sound()), [Change(PRIMARY, "pupils", 1.0)])
