"""Whether what was read belongs to who hands it in."""

import polars as pl

from junheng.facts import Facts
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.reporting.ownership import codes_in, foreign, level_of, place_at
from tests.web.people import COUNTY, SCHOOLS
from tests.web.reporting.files import facts_of

PARENT = Organisation(kind=Kind.COUNTY, code=COUNTY, name="金水区")
OWN = Organisation(kind=Kind.SCHOOL, code=SCHOOLS[0], name="样例小学1", parent=PARENT)


def _codes(facts: Facts, own: Organisation = OWN) -> list[str]:
    return [one.code for one in foreign(facts, own)]


def test_own_data_are_fine() -> None:
    assert _codes(facts_of(SCHOOLS[0])) == []


def test_another_school_is_named_once() -> None:
    assert _codes(facts_of(*SCHOOLS)) == ["other_school", "other_school"]
    assert _codes(facts_of(SCHOOLS[1])) == ["other_school", "no_own_data"]


def test_another_county_is_found() -> None:
    assert _codes(facts_of(SCHOOLS[0], schools__county_code="410122")) == ["other_county"]


def test_levels() -> None:
    counties = Facts.of(2025, {"counties": pl.DataFrame([{"county_code": COUNTY, "county_name": "金水区"}])})
    assert _codes(counties, PARENT) == []
    assert _codes(counties) == ["wrong_level", "no_own_data"]
    assert "wrong_level" in _codes(facts_of(SCHOOLS[0]), PARENT)
    assert (level_of("surveys"), level_of("rooms")) == ("county", "school")
    assert codes_in(counties, "counties") == {COUNTY}


def test_places() -> None:
    assert place_at("a", "s", "AB12").cell == "AB12"
    assert place_at("a", "", "").in_("zh") == "文件 a"
