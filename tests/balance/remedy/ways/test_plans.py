"""From a judged table and several ways to plans that pass."""

from dataclasses import replace
from typing import Any

import pytest

from junheng.balance import InputError
from junheng.balance.remedy import Cap, Costs, Limits, Remedy, Way, remedy
from junheng.balance.remedy.ways.levers import ways_of
from tests.balance.remedy.county import COSTS, judged, row, rows

TRAIN = Way("train", "L1", {"L1": 1.0}, 6_000.0, Cap(per_school=2))
ART = Way("hire", "art", {"L1": 1.0, "L3": 1.0}, 125_000.0)
CONVERT = Way("convert", "L4", {"L4": 1.0}, 900.0, Cap(per_school=30))
POSTS = Limits(posts=Cap(per_school=3))


def done(*ways: Way, limits: Limits | None = None, costs: Costs = COSTS, **how: Any) -> Remedy:
    given = how.pop("evaluation", None) or judged()
    return remedy(given, replace(costs, ways=ways, limits=limits or costs.limits), **how)


def cost(*ways: Way, **how: Any) -> float:
    (plan,) = done(*ways, **how).plans
    assert plan.cost is not None
    assert plan.passes
    assert plan.bound is not None
    assert plan.bound <= plan.cost == pytest.approx(sum(one.cost for one in plan.actions))
    return plan.cost


def test_every_further_way_saves_or_changes_nothing_and_the_plan_names_it() -> None:
    plain = cost()
    trained = cost(TRAIN)
    both = cost(TRAIN, CONVERT)
    everything = cost(TRAIN, CONVERT, ART, limits=POSTS)
    assert plain > trained >= both >= everything
    (plan,) = done(TRAIN).plans
    assert [(one.action, one.amount, one.cost) for one in plan.actions if one.indicator == "L1"] == [
        ("add", 2, 240_000.0),
        ("train", 2, 12_000.0),
    ]


def test_as_many_ways_as_today_cost_what_they_cost_today() -> None:
    never = Way("train", "L1", {"L1": 1.0}, 1.0, Cap(per_school=0))
    assert cost(never) == pytest.approx(cost(), rel=1e-5)
    assert cost(never, fast=True) >= cost()


def test_who_is_hired_for_two_indicators_is_paid_once() -> None:
    evaluation = judged(row("a1"), row("a2"), row("a3", teachers_above_qualification=17.0, pe_art_teachers=3.0))
    (plan,) = done(ART, limits=POSTS, evaluation=evaluation).plans
    hired = [(one.indicator, one.amount, one.cost, one.kind) for one in plan.actions if one.action == "hire"]
    assert hired == [("L1", 1, 125_000.0, "art"), ("L3", 1, 0.0, "art")]
    assert plan.actions[0].to_dict()["kind"] == "art"
    assert plan.passes


def test_limits_that_are_not_known_are_asked_for() -> None:
    ways = (replace(TRAIN, cap=Cap(schools={("a1", ""): 3})), ART)
    with pytest.raises(InputError) as caught:
        done(*ways)
    faults = caught.value.faults
    assert [(one.code, one.where.zh) for one in faults] == [
        ("cost_limit_missing", "limits › train › L1"),
        ("cost_limit_missing", "limits › posts"),
    ]
    assert "a2、a3" in faults[0].what.zh


def test_a_school_of_two_sections_says_which_one_a_limit_is_for() -> None:
    evaluation = judged(*rows(), *(one | {"section": "junior"} for one in rows()))
    caps = {("a1", ""): 1.0, ("a2", ""): 1.0, ("a3", "primary"): 2.0, ("a3", "junior"): 2.0}
    with pytest.raises(InputError) as caught:
        done(replace(TRAIN, cap=Cap(schools=caps)), evaluation=evaluation)
    (fault,) = caught.value.faults
    assert fault.code == "cost_section_needed"
    assert "a1、a2 有几个学段" in fault.what.zh


def test_a_limit_of_the_county_holds_for_its_sections_together() -> None:
    evaluation = judged(*rows(), *(one | {"section": "junior"} for one in rows()))
    apart = done(TRAIN, evaluation=evaluation).plans
    cap = Cap(per_school=2, per_county=3)
    together = done(replace(TRAIN, cap=cap), evaluation=evaluation).plans
    trained = sum(one.amount for plan in together for one in plan.actions if one.action == "train")
    assert trained == 3
    assert all(one.passes for one in together)
    assert sum(one.cost or 0 for one in together) > sum(one.cost or 0 for one in apart)


def test_a_budget_is_kept_or_refused_with_what_passing_takes() -> None:
    enough = cost(TRAIN)
    assert cost(TRAIN, limits=Limits(budget=enough)) == enough
    (short,) = done(TRAIN, limits=Limits(budget=enough - 1000)).plans
    assert (short.status, short.cost, short.actions) == ("infeasible", None, ())
    assert short.conflict[0].kind == "budget"


def test_what_cannot_be_done_names_the_limits_in_the_way() -> None:
    only = {id_: price for id_, price in COSTS.add.items() if id_ != "L1"}
    evaluation = judged(row("a1"), row("a2"), row("a3", teachers_above_qualification=5.0))
    (plan,) = done(TRAIN, costs=Costs(only), evaluation=evaluation).plans
    assert (plan.status, plan.passes) == ("infeasible", False)
    assert [one.kind for one in plan.conflict] == ["school", "way"]
    assert "培训 L1 的上限" in plan.conflict[1].words.zh


def test_moves_keep_how_many_may_leave_a_school() -> None:
    moving = replace(COSTS, move={"L1": 8_000})
    cap = Limits(moves={"L1": Cap(per_school=1, per_section=1)})
    (free,) = remedy(judged(), moving).plans
    (held,) = remedy(judged(), replace(moving, limits=cap)).plans
    left = [one.amount for one in held.actions if one.action == "move_out"]
    assert sum(left) == 1
    assert held.cost is not None
    assert free.cost is not None
    assert held.cost > free.cost


def test_a_section_that_cannot_be_judged_is_refused_and_the_rest_is_planned() -> None:
    found = done(TRAIN, evaluation=judged(*rows(), row("b1", county="410101", pe_art_teachers=None)))
    assert [one.status for one in found.plans] == ["refused", "optimal"]
    assert len(ways_of(COSTS)) == 7


def test_rooms_for_every_twelve_classes_are_built_and_count() -> None:
    classes = {("a1", ""): 12.0, ("a2", ""): 13.0, ("a3", ""): 8.0}
    have = {("a1", ""): 1.0, ("a2", ""): 1.0, ("a3", ""): 0.0}
    music = Way("build", "music", {"L4": 96.0}, 300_000.0, rooms=(classes, have))
    (plan,) = done(music).plans
    built = [(one.school_code, one.indicator, one.amount, one.kind) for one in plan.actions if one.action == "build"]
    assert built == [("a2", "L4", 96, "music"), ("a3", "L4", 96, "music")]
    assert not [one for one in plan.actions if one.indicator == "L4" and one.action == "add"]
    with pytest.raises(InputError) as caught:
        done(replace(music, rooms=(classes, {("a1", ""): 1.0})))
    (fault,) = caught.value.faults
    assert (fault.code, "a2、a3" in fault.what.zh) == ("cost_rooms_missing", True)
