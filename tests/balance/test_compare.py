"""The 2012 standard on the same facts."""

from junheng.balance import compare_2012, mean_dispersions
from junheng.policy import load_standard
from tests.balance.city import COUNTY, JUNIOR, SMALL, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2012-3")


def test_both_sections_have_their_mean_and_limit() -> None:
    found = compare_2012(facts_of(sound()), STANDARD, snapshot="s").means[COUNTY]
    assert [(one.section, one.limit, one.met) for one in found] == [("primary", 0.65, True), ("junior", 0.55, True)]


def test_a_missing_value_leaves_the_mean_unjudged() -> None:
    tables = sound()
    row_of(tables, "rooms", JUNIOR)["books"] = None
    primary, junior = compare_2012(facts_of(tables), STANDARD).means[COUNTY]
    assert (primary.met, junior.met) == (True, None)


def test_one_indicator_far_apart_may_be_made_up_for_by_the_others() -> None:
    tables = sound()
    row_of(tables, "money", SMALL)["equipment_value_yuan"] = 80 * 60_000.0
    found = compare_2012(facts_of(tables), STANDARD)
    county = found.city.county(COUNTY)
    equipment = next(one for one in county.indicators if (one.indicator, one.section) == ("E3", "primary"))
    assert (equipment.dispersion or 0) > 0.65
    assert mean_dispersions(STANDARD, county)[0].met is True
