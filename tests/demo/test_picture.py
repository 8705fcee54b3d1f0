"""The judge's own verdict on the synthetic city: the picture the pages are to show."""

import pytest

from junheng.balance.judge import judge
from junheng.balance.model import CityVerdict, State
from junheng.demo.city import City
from junheng.demo.profiles import profiles
from junheng.policy import load_standard
from tests.demo.quick_check import quick_check

STANDARD = load_standard("jiaodu-2017-6")


@pytest.fixture(scope="module")
def verdict(whole: City) -> CityVerdict:
    return judge(whole.facts[2025], STANDARD, previous=whole.facts[2024], expected=whole.expected)


def test_one_area_passes_everything_and_one_cannot_be_judged(verdict: CityVerdict) -> None:
    states = {one.county_code: one.state for one in verdict.counties}
    assert [county for county, state in states.items() if state is State.MET] == ["410106"]
    assert [county for county, state in states.items() if state is State.NOT_JUDGED] == ["410108"]


def test_resources_stand_in_two_areas_and_are_open_in_two(verdict: CityVerdict) -> None:
    resources = {one.county_code: one.resources for one in verdict.counties}
    assert {county for county, state in resources.items() if state is State.MET} == {"410106", "410172"}
    assert {county for county, state in resources.items() if state is State.NOT_JUDGED} == {"410108", "410182"}


def test_items_fail_exactly_where_the_profiles_say(verdict: CityVerdict) -> None:
    for county in verdict.counties:
        profile = profiles()[county.county_code]
        failing = {one.item.id for one in county.items if one.ok is False}
        oversized = set() if profile.capped else {"G5"}
        assert failing == {*profile.items, *oversized}, county.county.zh


def test_items_without_a_record_are_not_judged(verdict: CityVerdict) -> None:
    for county in verdict.counties:
        profile = profiles()[county.county_code]
        if not profile.silent:
            assert {one.item.id for one in county.items if one.ok is None} == set(profile.unproven)


def test_nobody_stumbles_over_a_veto(verdict: CityVerdict) -> None:
    assert all(one.domains["veto"] is State.MET for one in verdict.counties)


def test_the_judge_and_the_quick_check_count_the_same_schools(whole: City, verdict: CityVerdict) -> None:
    quick = quick_check(whole.facts[2025])
    for county in verdict.counties:
        counts = [[one.passes for one in county.schools].count(state) for state in (True, False, None)]
        found = quick[county.county_code]
        assert counts == [found.passed, found.failed, found.unjudged], county.county.zh
        for one in county.indicators:
            if one.dispersion is not None and not one.missing:
                assert one.dispersion == pytest.approx(found.dispersions[one.section, one.indicator], abs=1e-9)
