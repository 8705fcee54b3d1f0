"""Years side by side."""

from dataclasses import replace

import pytest

from junheng.balance.model import CityVerdict
from junheng.publish.tables import trend
from tests.publish.conftest import COUNTY


def test_years_are_columns_oldest_first_whatever_the_order(years: tuple[CityVerdict, ...]) -> None:
    table = trend(tuple(reversed(years)), COUNTY)
    ids = [column.id for column in table.columns]
    assert ids[4:10] == [
        "mean_2021", "mean_2022", "mean_2023", "dispersion_2021", "dispersion_2022", "dispersion_2023",
    ]  # fmt: skip
    assert table.records()[0]["change"] == pytest.approx(-0.0125)


def test_what_is_not_known_has_no_change(years: tuple[CityVerdict, ...]) -> None:
    assert trend(years, COUNTY).records()[-1]["change"] is None


def test_a_single_year_has_no_change(city: CityVerdict) -> None:
    assert set(trend([city], COUNTY).column("change")) == {None}


def test_a_year_without_the_county_is_left_empty(years: tuple[CityVerdict, ...]) -> None:
    held = (replace(years[0], counties=()), *years[1:])
    assert trend(held, COUNTY).records()[0]["dispersion_2021"] is None
