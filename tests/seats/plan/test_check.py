"""The checker finds what is wrong with a plan."""

from dataclasses import replace

import polars as pl
import pytest

from junheng.seats.plan import Choices, HorizonPlan, faults, plan
from tests.seats.plan.tiny import tiny

BASE = tiny(each=24, addable=4)


@pytest.fixture(scope="module")
def found() -> HorizonPlan:
    return plan(BASE, Choices(years=(2026,), seconds=0.2))


def test_a_true_plan_has_no_faults(found: HorizonPlan) -> None:
    assert faults(BASE, found) == []


def test_a_lost_child_is_found(found: HorizonPlan) -> None:
    wrong = replace(found, zones=found.zones.with_columns(pl.col("children") + 1))
    assert any("children differ" in one for one in faults(BASE, wrong))


def test_a_lost_area_and_one_without_a_school_are_found(found: HorizonPlan) -> None:
    assert any("rows" in one for one in faults(BASE, replace(found, zones=found.zones.head(-1))))
    nowhere = found.zones.with_columns(place=pl.lit(""))
    assert any("without a school" in one for one in faults(BASE, replace(found, zones=nowhere)))


def test_a_wrong_load_is_found(found: HorizonPlan) -> None:
    wrong = found.loads.with_columns(pl.col("children") + 1)
    assert any("load differs" in one for one in faults(BASE, replace(found, loads=wrong)))


def test_more_classes_than_fit_are_found(found: HorizonPlan) -> None:
    site = {"place": "A-L1", "primary": 30, "junior": 10}
    projects = found.projects.head(1).with_columns(**{name: pl.lit(value) for name, value in site.items()})
    assert any("of 36 classes" in one for one in faults(BASE, replace(found, projects=projects)))


def test_a_missing_county_is_found(found: HorizonPlan) -> None:
    gap = found.gap.filter(pl.col("county_code") == "A")
    plans = found.zone_plans.filter(pl.col("county_code") == "B")
    assert faults(BASE, replace(found, gap=gap, zone_plans=plans))
