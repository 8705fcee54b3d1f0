"""Costs follow prices and pupils, and nothing changes where nothing is changed."""

import numpy as np
import polars as pl
import pytest

from junheng.balance import evaluate
from junheng.balance.remedy import Costs, remedy
from junheng.balance.remedy.plan import Plan
from junheng.balance.remedy.sensitivity import PUPILS, sensitivity, together, with_pupils
from junheng.policy import load_standard

STANDARD = load_standard("jiaodu-2017-6")
COSTS = Costs({"L1": 120000, "L2": 20000, "L3": 120000, "L4": 3000, "L5": 500, "L6": 1, "L7": 30000})


def table(schools: int = 6) -> pl.DataFrame:
    rng = np.random.default_rng(7)
    pupils = rng.integers(200, 900, schools)
    return pl.DataFrame(
        {
            "school_code": [f"21410000{at:02d}" for at in range(schools)],
            "county_code": ["410105"] * schools,
            "section": ["primary"] * schools,
            "pupils": pupils.astype(float),
            "teachers_above_qualification": np.floor(pupils * rng.uniform(0.03, 0.06, schools)),
            "backbone_teachers": np.floor(pupils * rng.uniform(0.006, 0.014, schools)),
            "pe_art_teachers": np.floor(pupils * rng.uniform(0.006, 0.012, schools)),
            "teaching_area": np.round(pupils * rng.uniform(3.5, 7, schools), 1),
            "indoor_sports_area": np.zeros(schools),
            "sports_ground_area": np.round(pupils * rng.uniform(6, 11, schools), 1),
            "equipment_value_yuan": np.round(pupils * rng.uniform(1500, 3500, schools)),
            "multimedia_classrooms": np.floor(pupils * rng.uniform(0.018, 0.035, schools)),
        }
    )


def test_the_same_pupils_give_the_same_plan() -> None:
    evaluation = evaluate(table(), STANDARD)
    same = remedy(with_pupils(evaluation, 1.0), COSTS, fast=True)
    assert [one.cost for one in same.plans] == [one.cost for one in remedy(evaluation, COSTS, fast=True).plans]


def test_dearer_prices_and_more_pupils_cost_more() -> None:
    told: list[tuple[int, int]] = []

    def step(done: int, of: int) -> None:
        told.append((done, of))

    found = sensitivity(evaluate(table(), STANDARD), COSTS, fast=False, progress=step)
    assert told == [(done, 16) for done in range(1, 17)]
    assert [one.to_dict()["cost"] for one in found] == [one.plans[0].cost for one in found]
    assert [(one.what, round(one.factor, 2)) for one in found[:2]] == [(PUPILS, 0.9), (PUPILS, 1.1)]
    assert {one.what for one in found} == {PUPILS, *COSTS.add}
    for lower, higher in zip(found[::2], found[1::2], strict=True):
        assert lower.what == higher.what
        (less,), (more,) = lower.plans, higher.plans
        assert less.bound is not None
        assert more.cost is not None
        assert less.bound <= more.cost + 0.01
    assert found[0].plans[0].cost != found[1].plans[0].cost


def test_together_is_nothing_while_one_section_has_nothing() -> None:
    plans = tuple(Plan(("c", at), "optimal", cost, 1.5) for at, cost in (("primary", 2.25), ("junior", 4.0)))
    assert together(plans) == {"cost": 6.25, "bound": 3.0}
    assert together((*plans, Plan(("d", "primary"), "gap", None, 1.0))) == {"cost": None, "bound": 4.0}


def test_every_variant_passes() -> None:
    assert all(plan.passes for one in sensitivity(evaluate(table(), STANDARD), COSTS) for plan in one.plans)


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_pupils_change_values_in_proportion(factor: float) -> None:
    before = evaluate(table(), STANDARD)
    after = with_pupils(before, factor)
    assert after.schools["L4"].to_list() == pytest.approx([one / factor for one in before.schools["L4"].to_list()])
