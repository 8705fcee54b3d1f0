"""Dots of one indicator."""

import pytest

from junheng.balance.model import CityVerdict
from junheng.publish import tables
from junheng.publish.charts import school_chart, to_svg
from tests.publish.conftest import COUNTY

THRESHOLDS = {"小学": 7.5, "初中": 10.2}


def test_dots_are_the_rounded_values_with_their_state(city: CityVerdict) -> None:
    chart = school_chart(tables.school_values(city, COUNTY), "L5", THRESHOLDS)
    found = [(row["value"], row["label"], row["state"]) for row in chart.values]
    assert found[0] == (11.0, "11.00", "达标")
    assert (5.01, "5.01", "未达标") in found
    assert chart.alt.endswith("5个学校（学段）中3个达标")
    assert "L5 运动场馆" in chart.title


def test_a_school_without_a_value_has_no_dot(city: CityVerdict) -> None:
    chart = school_chart(tables.school_values(city, COUNTY), "L6", {"小学": 2000, "初中": 2500})
    assert len(chart.values) == 4


def test_without_a_threshold_nothing_is_judged(city: CityVerdict) -> None:
    chart = school_chart(tables.school_values(city, COUNTY), "L5", {})
    assert {row["state"] for row in chart.values} == {"未评定"}


def test_the_axis_starts_at_zero_and_it_renders(city: CityVerdict) -> None:
    chart = school_chart(tables.school_values(city, COUNTY), "L5", THRESHOLDS)
    assert all(layer["encoding"]["x"]["scale"]["domain"][0] == 0 for layer in chart.spec["layer"])
    assert "运动场馆" in to_svg(chart)


def test_an_unknown_indicator_is_refused(city: CityVerdict) -> None:
    with pytest.raises(StopIteration):
        school_chart(tables.school_values(city, COUNTY), "L9", {})
