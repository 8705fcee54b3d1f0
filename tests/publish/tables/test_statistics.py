"""The spread of the indicators."""

import pytest

from junheng.balance.model import CityVerdict
from junheng.publish.tables import indicator_statistics
from tests.publish.conftest import COUNTY


def test_lowest_median_highest_and_share(city: CityVerdict) -> None:
    [row] = [
        one
        for one in indicator_statistics(city, COUNTY).records()
        if (one["section"].zh, one["indicator"]) == ("小学", "L5")
    ]
    assert (row["lowest"], row["median"], row["highest"]) == (5.005, 6.5, 11.0)
    assert (row["threshold"], row["schools"], row["missing"], row["meeting"]) == (7.5, 3, 0, 1)
    assert row["meeting_share"] == pytest.approx(100 / 3)


def test_a_school_without_a_value_is_counted_as_missing_and_not_as_failing(city: CityVerdict) -> None:
    [row] = [
        one
        for one in indicator_statistics(city, COUNTY).records()
        if (one["section"].zh, one["indicator"]) == ("初中", "L6")
    ]
    assert (row["schools"], row["missing"], row["meeting"], row["meeting_share"]) == (1, 1, 1, 100.0)
