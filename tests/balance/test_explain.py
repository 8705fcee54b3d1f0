"""Explanation trees: they end in reported facts, and what they show adds up to the result."""

from collections.abc import Iterator
from math import fsum
from typing import Any

import pytest

from junheng.balance import explain_county, explain_indicator, explain_item, explain_school, judge
from junheng.balance.model import Explanation, FactRef, State
from junheng.policy import load_standard
from tests.balance.city import COUNTY, DENSE, JUNIOR, NINE, POINT, PRIMARY, TWELVE, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")
FACTS = facts_of(sound())
CITY = judge(FACTS, STANDARD)


def leaves(node: Explanation) -> Iterator[FactRef]:
    yield from node.facts
    for child in node.children:
        yield from leaves(child)


@pytest.mark.parametrize("section", ["primary", "junior"])
@pytest.mark.parametrize("indicator", [one.id for one in STANDARD.indicators])
def test_the_shares_of_the_schools_sum_to_one(indicator: str, section: str) -> None:
    tree = explain_indicator(CITY, FACTS, COUNTY, section, indicator)
    _, deviation, *schools = tree.children
    shares: list[Any] = [one.value for one in schools]
    assert shares == sorted(shares, reverse=True)
    assert fsum(shares) == pytest.approx(1 if deviation.value else 0)
    assert tree.threshold is not None
    assert tree.margin == pytest.approx(tree.threshold.value - tree.value)  # type: ignore[operator]


def test_a_value_opens_down_to_the_cells_it_was_shared_out_from() -> None:
    tree = explain_school(CITY, FACTS, COUNTY, TWELVE, "junior", "L4")
    found = {(one.table, one.code, one.part, one.field): one.value for one in leaves(tree)}
    assert found["rooms", TWELVE, "", "teaching_area"] == 9.0 * 1300
    assert found["sections", TWELVE, "senior", "pupils"] == 300
    assert tree.children[0].value == pytest.approx(9.0 * 1300 * 440 / 1436)
    above, less, below = (float(child.value or 0) for child in tree.children)
    assert (above - less) / below == pytest.approx(float(tree.value or 0))
    assert tree.threshold is not None
    assert (tree.threshold.value, tree.threshold.parameter, str(tree.threshold.since)) == (
        5.8,
        "L4.junior",
        "2017-04-19",
    )


@pytest.mark.parametrize(
    ("school", "section"), [(PRIMARY, "primary"), (JUNIOR, "junior"), (DENSE, "primary"), (NINE, "junior")]
)
@pytest.mark.parametrize("indicator", [one.id for one in STANDARD.indicators])
def test_every_value_ends_in_reported_facts(school: str, section: str, indicator: str) -> None:
    tree = explain_school(CITY, FACTS, COUNTY, school, section, indicator)
    facts = list(leaves(tree))
    assert facts
    for one in facts:
        frame = FACTS[one.table].filter(school_code=one.code)
        assert one.value in frame[one.field].to_list()


def test_relief_is_shown_with_its_flag() -> None:
    tree = explain_school(CITY, FACTS, COUNTY, DENSE, "primary", "L5")
    assert {"leased_sports_area", "other_sports_area", "dense_centre"} <= {one.field for one in leaves(tree)}
    assert any("特殊情形" in note.zh for note in tree.notes)


def test_merged_schools_are_both_referred_to() -> None:
    tables = sound()
    row_of(tables, "schools", POINT).update(counted=False, parent_code=PRIMARY)
    facts = facts_of(tables)
    tree = explain_school(judge(facts, STANDARD), facts, COUNTY, PRIMARY, "primary", "L6")
    assert {one.code for one in leaves(tree)} == {PRIMARY, POINT}


def test_a_school_by_whole_school_numbers_refers_to_that_row() -> None:
    tables = sound()
    row_of(tables, "teachers", JUNIOR)["section"] = "all"
    facts = facts_of(tables)
    tree = explain_school(judge(facts, STANDARD), facts, COUNTY, JUNIOR, "junior", "L2")
    assert ("all", 6) in {(one.part, one.value) for one in leaves(tree)}


def test_an_item_opens_to_its_schools_failing_ones_first() -> None:
    tables = sound()
    row_of(tables, "rooms", JUNIOR).update(music_rooms=0, music_rooms_96=0)
    facts = facts_of(tables)
    tree = explain_item(judge(facts, STANDARD), facts, COUNTY, "G3")
    schools = [one for one in tree.children if one.state]
    assert (schools[0].state, schools[0].title.zh) == (State.NOT_MET, "学校02")
    assert "music_rooms_96" in {one.field for one in schools[0].facts}


def test_a_county_item_refers_to_the_county_report() -> None:
    tree = explain_item(CITY, FACTS, COUNTY, "G11")
    assert {(one.table, one.field) for one in leaves(tree)} == {
        ("counties", "rotation_actual"),
        ("counties", "rotation_eligible"),
        ("counties", "rotation_backbone"),
    }


def test_evidence_refers_to_its_record() -> None:
    tree = explain_item(CITY, FACTS, COUNTY, "V1")
    assert [(one.table, one.part) for one in tree.facts] == [("evidence", "V1/")]
    assert "县督导室" in tree.notes[0].zh


def test_a_county_opens_to_every_domain() -> None:
    tree = explain_county(CITY, FACTS, COUNTY)
    assert [one.state for one in tree.children] == list(CITY.counties[0].domains.values())
    assert len(tree.children[0].children) == 14


@pytest.mark.parametrize(
    ("ask", "choices"),
    [
        (lambda: explain_indicator(CITY, FACTS, "999999", "primary", "L1"), COUNTY),
        (lambda: explain_indicator(CITY, FACTS, COUNTY, "senior", "L1"), "L1 (primary), "),
        (lambda: explain_school(CITY, FACTS, COUNTY, "0", "primary", "L1"), f"{PRIMARY} (primary)"),
        (lambda: explain_school(CITY, FACTS, COUNTY, PRIMARY, "junior", "L1"), f"choose {PRIMARY} (primary)"),
        (lambda: explain_school(CITY, FACTS, COUNTY, PRIMARY, "primary", "L9"), "L1, L2, L3, L4, L5, L6, L7"),
        (lambda: explain_item(CITY, FACTS, COUNTY, "G99"), "G1, G2, G3"),
        (lambda: explain_county(CITY, facts_of(sound(), year=2020), COUNTY), "2020"),
    ],
)
def test_what_is_not_in_the_verdict_cannot_be_explained_and_the_choices_are_listed(ask: Any, choices: str) -> None:
    with pytest.raises(LookupError) as caught:
        ask()
    zh, en = str(caught.value).split(" / ")
    assert any("\u4e00" <= letter <= "\u9fff" for letter in zh)
    assert choices in en


def test_a_node_says_which_school_it_is_about_also_when_schools_were_merged_into_it() -> None:
    tables = sound()
    row_of(tables, "schools", POINT).update(counted=False, parent_code=PRIMARY)
    facts = facts_of(tables)
    city = judge(facts, STANDARD)
    tree = explain_indicator(city, facts, COUNTY, "primary", "L6")
    about = {child.school for child in tree.children if child.school}
    assert about == {one.school_code for one in city.county(COUNTY).schools if one.section == "primary"}
    assert POINT not in about
    assert all(child.children[0].school == child.school for child in tree.children if child.school)
