"""What a plan gives back."""

import json

import pytest

from junheng.seats.plan import Choices, HorizonPlan, plan
from tests.seats.plan.tiny import tiny


@pytest.fixture(scope="module")
def found() -> HorizonPlan:
    return plan(tiny(each=24, addable=4), Choices(years=(2026,), seconds=0.2))


def test_key_figures_set_no_county_off_against_another(found: HorizonPlan) -> None:
    primary = found.key_figures().row(0, named=True)
    assert (primary["year"], primary["section"]) == (2026, "primary")
    assert primary["children"] == 2 * 12 * 24 * 6
    assert primary["missing_today"] == 2 * (12 * 24 * 6 - 1080)
    assert 0 <= primary["missing"] < primary["missing_today"]
    assert 0 <= primary["covered_today"] <= primary["covered"] <= 1


def test_it_travels_as_json_without_single_areas(found: HorizonPlan) -> None:
    told = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert {"key_figures", "gap", "projects", "zone_plans", "building", "asked"} <= set(told)
    assert "zones" not in told
    assert set(found.tables) >= {"zones", "children"}
