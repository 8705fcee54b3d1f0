"""Two standards side by side."""

from dataclasses import replace

import pytest

from junheng.balance.model import CityVerdict, IndicatorResult, State
from junheng.policy import load_standard
from junheng.publish.tables import comparison
from tests.publish.conftest import COUNTY


@pytest.fixture
def old(city: CityVerdict) -> CityVerdict:
    standard = load_standard("jiaodu-2012-3")
    results = tuple(
        IndicatorResult(one.id, section, 1.0, 0.25 if section == "primary" else 0.6, None, None, 3, 0)
        for section in standard.sections
        for one in standard.indicators
    )
    return replace(city, standard=standard, counties=(replace(city.counties[0], indicators=results),))


def test_each_standard_has_its_rows_and_the_mean_where_it_is_tested(city: CityVerdict, old: CityVerdict) -> None:
    rows = comparison([city, old], COUNTY).records()
    assert len(rows) == 14 + 2 * (len(old.standard.indicators) + 1)
    means = [row for row in rows if row["indicator"] is None]
    assert [(row["section"].zh, row["dispersion"], row["met"]) for row in means] == [
        ("小学", pytest.approx(0.25), State.MET),
        ("初中", pytest.approx(0.6), State.NOT_MET),
    ]
    assert [row["limit"] for row in means] == [0.65, 0.55]


def test_a_dispersion_without_its_own_limit_has_no_state(city: CityVerdict, old: CityVerdict) -> None:
    rows = [row for row in comparison([city, old], COUNTY).records() if row["standard"] == old.standard.number]
    assert rows[0]["met"] is None
    assert old.standard.number in comparison([city, old], COUNTY).source
