"""The numbers in force and the other standard without what is hidden."""

from dataclasses import replace

import pytest
from pytest_django import Settings

from junheng.publish.disclosure import Hidden
from junheng.web.portal.small_cells import disclosure_rules, protected
from tests.web.portal.conftest import Frozen


def test_a_city_sets_its_own_numbers(settings: Settings) -> None:
    assert disclosure_rules(2025).least_pupils == 30
    settings.JUNHENG_DISCLOSURE = {"school.pupils": 60}
    assert disclosure_rules(2025).least_pupils == 60
    settings.JUNHENG_DISCLOSURE = {"nothing": 1}
    with pytest.raises(LookupError):
        disclosure_rules(2025)


def test_the_other_standard_loses_touched_sections(years: list[Frozen]) -> None:
    other = years[-1].other
    code = other.city.counties[0].schools[0].school_code
    held = protected(other, Hidden(frozenset({(code, "primary")})))
    assert held is not None
    county = held.city.counties[0]
    assert {one.mean for one in county.indicators if one.section == "primary"} == {None}
    assert all(one.value is None for one in held.means[county.county_code] if one.section == "primary")
    assert protected(other, Hidden()) is other
    assert protected(None, Hidden()) is None
    assert replace(other) == other
