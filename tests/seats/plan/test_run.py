"""The whole chain on a city that fits in the head: the same children from end to end."""

from dataclasses import replace

import polars as pl
import pytest

from junheng.seats.plan import SECTIONS, Choices, HorizonPlan, faults, plan, run
from junheng.seats.plan.run import WrongPlanError
from tests.seats.plan.tiny import COSTS, tiny

CHOICES = Choices(years=(2026, 2030), seconds=0.2)


@pytest.fixture(scope="module")
def crowded() -> HorizonPlan:
    """60 children of every age in every area: 4,320 in primary schools with 1,080 seats a county."""
    return plan(tiny(each=24, addable=4), CHOICES)


def test_children_are_the_same_from_end_to_end(crowded: HorizonPlan) -> None:
    assert faults(tiny(each=24, addable=4), crowded) == []
    by = ["year", "county_code", "section"]
    forecast = crowded.children.group_by(by).agg(pl.col("children").sum())
    zones = crowded.zones.group_by(by).agg(zoned=pl.col("children").sum())
    away = crowded.zone_plans.select(*by, "elsewhere")
    gap = crowded.gap.group_by(by).agg(gap=pl.col("children").sum())
    table = gap.join(forecast, on=by).join(zones, on=by).join(away, on=by)
    assert table.height == 2 * 2 * len(SECTIONS)
    assert (table["children"] == table["gap"]).all()
    assert (table["children"] == table["zoned"] + table["elsewhere"]).all()


def test_every_project_is_in_the_seats_and_has_a_price_and_a_reason(crowded: HorizonPlan) -> None:
    last = crowded.gap.filter(pl.col("year") == 2030)
    added = last.select(pl.col("seats").sum() - pl.col("seats_today").sum()).item()
    assert added == crowded.projects["seats"].sum()
    assert crowded.projects["cost"].sum() == crowded.building["cost"].sum()
    assert crowded.projects.height
    assert not crowded.projects["why_zh"].str.contains("None").any()


def test_enough_seats_build_nothing_and_change_nobody() -> None:
    found = plan(tiny(each=10), replace(CHOICES, keep_metres=9000.0))
    assert found.projects.is_empty()
    assert found.zone_plans["changed_children"].sum() == 0
    assert found.key_figures()["missing"].sum() == 0
    assert found.to_dict()["projects"] == []


def test_one_county_alone_is_planned_alone() -> None:
    found = plan(tiny(), replace(CHOICES, counties=("B",), years=(2026,)))
    assert set(found.zones["county_code"]) == {"B"}


def test_a_budget_is_kept() -> None:
    budget = 2 * COSTS["added_class_yuan"]
    found = plan(tiny(each=24, addable=4), replace(CHOICES, years=(2026,), budget_per_year=budget))
    assert found.building["cost"].sum() <= budget
    assert "budget_per_year" not in {one.code for one in found.asked}


def test_progress_counts_every_step() -> None:
    told: list[tuple[str, int, int]] = []
    plan(tiny(each=10), replace(CHOICES, years=(2026,)), lambda *step: told.append(step))
    assert told[-1][1] == told[-1][2] == 4
    assert {step for step, _, _ in told} == {"check", "travel", "build", "zones"}


def test_a_plan_that_does_not_stand_up_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "faults", lambda *_: ["children differ"])
    with pytest.raises(WrongPlanError, match="children differ"):
        plan(tiny(each=10), replace(CHOICES, years=(2026,), counties=("A",)))
