"""One county's schools and rows."""

from junheng.balance.items.context import county_facts, total
from junheng.balance.units import units_of
from junheng.policy import load_standard
from tests.balance.city import COUNTY, PRIMARY, SPECIAL, TWELVE, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")
RULES = STANDARD.rules(STANDARD.since)


def test_other_counties_and_senior_schools_are_not_in_it() -> None:
    tables = sound()
    row_of(tables, "schools", PRIMARY)["county_code"] = "410122"
    row_of(tables, "schools", TWELVE)["school_type"] = "342"
    facts = facts_of(tables)
    found = county_facts(COUNTY, units_of(facts, STANDARD).facts, facts, STANDARD, RULES)
    codes = {one.code for one in found.schools}
    assert PRIMARY not in codes
    assert TWELVE not in codes
    assert SPECIAL in codes
    assert SPECIAL not in {one.code for one in found.ordinary()}


def test_a_row_nobody_reported_is_blank() -> None:
    facts = facts_of(sound())
    found = county_facts(COUNTY, facts, facts, STANDARD, RULES)
    assert set(found.row("rooms", "2141009999").values()) == {None}


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    assert (total([1, 2]), total([1, None]), total([])) == (3, None, 0)
