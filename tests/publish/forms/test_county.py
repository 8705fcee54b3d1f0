"""The values of forms I to VI."""

from dataclasses import replace
from datetime import date

import pytest

from junheng.balance.model import CityVerdict, Conclusion, ItemResult, State
from junheng.facts.tables import Facts
from junheng.policy import Text
from junheng.publish.forms.county import county_values, yes_no
from junheng.publish.forms.phrases import Values
from tests.publish.conftest import COUNTY


@pytest.fixture(scope="module")
def values(city: CityVerdict, facts: Facts) -> Values:
    return county_values(city, facts, COUNTY)


def with_item(city: CityVerdict, result: ItemResult) -> CityVerdict:
    county = city.counties[0]
    items = tuple(result if one.item.id == result.item.id else one for one in county.items)
    return replace(city, counties=(replace(county, items=items),))


def test_means_and_dispersions_are_those_of_the_verdict(values: Values, city: CityVerdict) -> None:
    for one in city.counties[0].indicators:
        assert values[f"mean.{one.section}.{one.indicator}"] == one.mean
        assert values[f"dispersion.{one.section}.{one.indicator}"] == one.dispersion


def test_schools_are_counted_and_shared(values: Values) -> None:
    assert (values["met.primary.L5"], values["passing.primary"]) == (1, 2)
    assert values["met_share.primary.L5"] == pytest.approx(100 / 3)
    assert values["passing_share.primary"] == pytest.approx(200 / 3)


def test_a_share_waits_until_every_school_is_judged(values: Values) -> None:
    assert values["met.junior.L6"] == 1
    assert values["met_share.junior.L6"] is None
    assert values["passing_share.junior"] is None


def test_a_section_is_balanced_unbalanced_or_open(values: Values) -> None:
    assert values["balanced.primary"] == "未达标"
    assert values["balanced.junior"] is None


def test_county_facts_and_their_ratios(values: Values) -> None:
    assert values["county.rotation_eligible"] == 800
    assert values["county.special_funds_10k"] == pytest.approx(123.4567)
    assert values["sum.migrant_served"] is None
    assert values["share.good_senior_rural"] is None


def test_survey_shares(values: Values) -> None:
    assert values["survey.all.satisfied_share"] == pytest.approx(95.0)
    assert values["survey.parents.visits_share"] is None


def test_an_item_gives_its_state_figures_and_words(values: Values) -> None:
    assert (values["G1.met"], values["G10.met"], values["G15.met"]) == ("是", "否", None)
    assert values["G1.brief"] == "已认定；市政府教育督导室 2024-03-15 认定达标（郑教督〔2024〕3号）"
    assert values["G15.brief"] is None


def test_figures_are_named_by_item(city: CityVerdict, facts: Facts) -> None:
    item = city.standard.item("G5")
    held = with_item(
        city,
        ItemResult(item, State.NOT_MET, Text("x", "x"), figures={"oversized_primary": 3, "oversized_junior": None}),
    )
    values = county_values(held, facts, COUNTY)
    assert (values["G5.oversized_primary"], values["G5.oversized_junior"]) == (3, None)


def test_an_evaluator_already_named_is_not_named_twice(city: CityVerdict, facts: Facts) -> None:
    judged = Conclusion(True, "督导室", date(2024, 1, 2))
    held = with_item(
        city, ItemResult(city.standard.item("G1"), State.BY_EVIDENCE, Text("督导室认定达标", "met"), conclusion=judged)
    )
    assert county_values(held, facts, COUNTY)["G1.brief"] == "督导室认定达标"


def test_yes_no_or_nothing() -> None:
    assert [yes_no(one) for one in (True, False, None)] == ["是", "否", None]
