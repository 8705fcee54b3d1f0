"""The verdict on a county: how schools, dispersions, items and domains combine."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest

from junheng.balance import judge
from junheng.balance.model import CountyVerdict, State
from junheng.facts.tables import Facts
from junheng.policy import load_standard
from tests.balance.city import COUNTY, DENSE, JUNIOR, NINE, PRIMARY, SMALL, Tables, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def county(spoil: Callable[[Tables], Any] = lambda _: None, **more: Any) -> CountyVerdict:
    tables = sound()
    spoil(tables)
    return judge(facts_of(tables), STANDARD, **more).counties[0]


def test_a_sound_county_is_met_in_every_domain() -> None:
    found = county()
    assert set(found.domains.values()) == {State.MET}
    assert found.state is State.MET
    assert [one.zh[:6] for one in found.missing] == ["规程特殊情形"], "only the day nobody knows is missing"
    assert {one.state for one in found.items} == {State.MET, State.BY_EVIDENCE}


def test_one_failing_school_fails_resources_and_the_county() -> None:
    found = county(lambda tables: row_of(tables, "rooms", JUNIOR).update(sports_ground_area=0.0))
    assert (found.resources, found.state) == (State.NOT_MET, State.NOT_MET)
    assert any("1所初中（部）未达标" in reason.zh for reason in found.reasons)


def test_one_unjudged_school_leaves_resources_open_even_beside_a_failing_one() -> None:
    def spoil(tables: Tables) -> None:
        row_of(tables, "rooms", JUNIOR).update(sports_ground_area=0.0)
        row_of(tables, "rooms", DENSE).update(multimedia_classrooms=None)

    found = county(spoil)
    assert (found.resources, found.state) == (State.NOT_JUDGED, State.NOT_JUDGED)
    assert found.sections == {"primary": None, "junior": False}
    assert any("未达标" in reason.zh for reason in found.reasons)
    assert any("网络多媒体教室" in missing.zh and "学校14" in missing.zh for missing in found.missing)


def test_a_certain_failure_elsewhere_decides_over_what_is_open() -> None:
    def spoil(tables: Tables) -> None:
        row_of(tables, "rooms", DENSE).update(multimedia_classrooms=None)
        row_of(tables, "counties", COUNTY).update(special_funds_yuan=100.0)

    found = county(spoil)
    assert (found.resources, found.domains["government"], found.state) == (
        State.NOT_JUDGED,
        State.NOT_MET,
        State.NOT_MET,
    )


def test_a_dispersion_above_its_limit_fails_though_every_school_passes() -> None:
    found = county(lambda tables: row_of(tables, "money", SMALL).update(equipment_value_yuan=80 * 3_000_000.0))
    assert all(one.passes for one in found.schools)
    assert found.resources is State.NOT_MET
    assert [(one.indicator, one.section) for one in found.indicators if one.met is False] == [("L6", "primary")]


def test_missing_facts_are_named_by_school_and_field() -> None:
    found = county(lambda tables: row_of(tables, "teachers", JUNIOR).update(degree_master=None))
    school = next(one for one in found.schools if one.school_code == JUNIOR)
    assert school.passes is None
    assert [reason.zh for reason in school.reasons] == [
        "每百名学生拥有高于规定学历教师数：硕士学历教师人数未上报，未评定"
    ]


def test_numbers_for_a_whole_combined_school_cannot_be_given_to_a_section() -> None:
    def spoil(tables: Tables) -> None:
        for section in ("primary", "junior"):
            row_of(tables, "teachers", NINE, section).update(backbone_teachers=None)
        tables["teachers"].append({"school_code": NINE, "section": "all", "backbone_teachers": 12})

    reasons = [reason.zh for one in county(spoil).schools if one.school_code == NINE for reason in one.reasons]
    assert len(reasons) == 2
    assert all("只按全校上报，不能分到学段" in reason for reason in reasons)


def test_an_expected_school_that_did_not_report_leaves_the_county_open() -> None:
    row = {"school_code": "2141000099", "school_name": "没报的学校", "county_code": COUNTY}
    found = county(expected=pl.DataFrame([row]))
    assert found.resources is State.NOT_JUDGED
    assert [one.name for one in found.unreported] == ["没报的学校"]


def test_a_school_of_last_year_that_is_gone_is_named_and_decides_nothing() -> None:
    last = sound()
    row_of(last, "schools", PRIMARY).update(school_code="2141000098", school_name="去年的学校")
    last["sections"] = [row for row in last["sections"] if row["school_code"] != PRIMARY]
    found = county(previous=facts_of(last, year=2023))
    assert found.state is State.MET
    assert any("去年的学校" in missing.zh for missing in found.missing)


def test_a_county_without_schools_is_not_judged() -> None:
    facts = Facts.of(2024, {"counties": facts_of(sound())["counties"]})
    found = judge(facts, STANDARD).counties[0]
    assert (found.resources, found.county.zh) == (State.NOT_JUDGED, "金水区")


def test_before_the_law_was_in_force_nothing_is_judged() -> None:
    found = judge(facts_of(sound(), year=2016), STANDARD).counties[0]
    assert found.resources is State.NOT_JUDGED


def test_the_verdict_names_its_snapshot_and_is_the_same_twice() -> None:
    facts = facts_of(sound())
    one, two = judge(facts, STANDARD, snapshot="abc"), judge(facts, STANDARD, snapshot="abc")
    assert one == two
    assert (one.snapshot, one.year) == ("abc", 2024)


@pytest.mark.parametrize("item", ["V1", "V6"])
def test_a_vetoed_situation_that_was_found_fails_the_county(item: str) -> None:
    def spoil(tables: Tables) -> None:
        record = next(row for row in tables["evidence"] if row["item"] == item)
        record.update(met=False, judged_on=date(2024, 12, 1))

    found = county(spoil)
    assert (found.domains["veto"], found.state) == (State.NOT_MET, State.NOT_MET)


def test_the_same_facts_give_the_same_bits() -> None:
    facts = facts_of(sound())
    assert len({repr(judge(facts, STANDARD).counties[0].indicators) for _ in range(10)}) == 1
