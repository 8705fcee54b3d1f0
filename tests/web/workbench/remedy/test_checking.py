"""The plan held against the real verdict."""

from typing import Any

import pytest

from junheng.balance import judge
from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.checking import changes_of, checked
from junheng.web.workbench.remedy.opened import Opened
from tests.balance.city import COUNTY, NINE, PRIMARY


def test_the_county_did_not_pass_and_passes_after_the_works(year: Opened, study: RemedyStudy) -> None:
    assert str(judge(year.facts, year.law).county(COUNTY).resources) == "not_met"
    assert study.result is not None
    assert study.result[0]["check"] == {
        "state": "met",
        "sections": {"primary": True, "junior": True},
        "schools": [],
        "dispersions": [],
        "unreported": [],
    }


def test_works_that_are_not_enough_are_told_with_the_school_and_why(year: Opened, study: RemedyStudy) -> None:
    assert study.result is not None
    less = [{**study.result[0], "works": [one for one in study.result[0]["works"] if one["indicator"] != "L6"]}]
    (county,) = checked(year, less)
    assert county["check"]["state"] == "not_met"
    (school,) = county["check"]["schools"]
    assert (school["code"], school["section"]) == (NINE, "junior")
    assert any("仪器设备" in one["zh"] for one in school["reasons"])


def work(code: str, indicator: str, amount: float, verb: str = "add", section: str = "primary", **more: Any) -> Any:
    return {"school_code": code, "section": section, "indicator": indicator, "action": verb, "amount": amount, **more}


def test_teachers_are_hired_with_their_degree_or_subject(year: Opened) -> None:
    works = [work(PRIMARY, "L1", 2), work(PRIMARY, "L2", 3), work(PRIMARY, "L3", 1)]
    assert [(one.column, one.amount, one.section) for one in changes_of(year, works)] == [
        ("teachers", 2, "primary"),
        ("degree_bachelor", 2, "primary"),
        ("backbone_teachers", 3, "primary"),
        ("teachers", 1, "primary"),
        ("pe_teachers", 1, "primary"),
    ]


def test_who_moves_takes_a_subject_the_giving_school_has(year: Opened) -> None:
    leaves = work(PRIMARY, "L3", 4, "move_out", other_school=NINE)
    changes = list(changes_of(year, [leaves, work(NINE, "L3", 4, "move_in", other_school=PRIMARY)]))
    left = [one.column for one in changes if one.school_code == PRIMARY and one.column != "teachers"]
    came = [one.column for one in changes if one.school_code == NINE and one.column != "teachers"]
    assert left == came == ["pe_teachers"] * 3 + ["music_teachers"]
    assert sum(one.amount for one in changes) == 0


def test_works_that_cannot_be_written_into_the_facts_are_told(year: Opened, study: RemedyStudy) -> None:
    assert study.result is not None
    leaves = work(PRIMARY, "L2", 999, "move_out", other_school=NINE)
    (county,) = checked(year, [{**study.result[0], "works": [leaves]}])
    assert "backbone_teachers" in county["check"]["fault"]["zh"]


@pytest.mark.parametrize("section", ["primary", "junior"])
def test_a_college_diploma_counts_in_primary_only(year: Opened, section: str) -> None:
    leaves = work(NINE, "L1", 40, "move_out", section=section, other_school=PRIMARY)
    kinds = {one.column for one in changes_of(year, [leaves])}
    assert ("degree_college" in kinds) == (section == "primary")
