"""What is stored of the 2012 standard: its own numbers of the same county, and its mean against its limit."""

import json

import pytest

from junheng.web.portal.beside import other_standard
from tests.web import tiny
from tests.web.portal.conftest import Frozen


def test_a_county_by_the_other_standard(years: list[Frozen]) -> None:
    comparison = years[-1].other
    held = other_standard(comparison, tiny.COUNTY)
    assert held is not None
    assert held["standard"]["number"] == "教督〔2012〕3号"
    (verdict,) = comparison.city.counties
    assert held["resources"] == str(verdict.resources)
    for section, mean in zip(held["sections"], comparison.means[tiny.COUNTY], strict=True):
        own = [one for one in verdict.indicators if one.section == mean.section]
        assert [one["dispersion"] for one in section["results"]] == [one.dispersion for one in own]
        assert (section["value"], section["limit"], section["met"]) == (mean.value, mean.limit, mean.met)


def test_the_mean_is_that_of_the_dispersions_beside_it(years: list[Frozen]) -> None:
    held = other_standard(years[-1].other, tiny.COUNTY)
    assert held is not None
    known = [one for one in held["sections"] if one["value"] is not None]
    for section in known:
        spread = [one["dispersion"] for one in section["results"]]
        assert section["value"] == pytest.approx(sum(spread) / len(spread))


def test_a_county_without_a_verdict_has_nothing_beside_it(years: list[Frozen]) -> None:
    assert other_standard(years[-1].other, "410199") is None


def test_it_can_be_stored(years: list[Frozen]) -> None:
    held = other_standard(years[-1].other, tiny.COUNTY)
    assert json.loads(json.dumps(held)) == held
