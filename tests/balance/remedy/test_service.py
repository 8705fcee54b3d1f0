"""The whole way: a judged table and costs to plans that pass."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junheng.balance import evaluate
from junheng.balance.remedy import Limits, remedy, service
from junheng.balance.remedy.applied import applied
from tests.balance.remedy.county import COSTS, STANDARD, judged, row, rows


def test_the_cheapest_way_for_one_failing_school() -> None:
    (plan,) = remedy(judged(), COSTS).plans
    assert (plan.status, plan.passes, plan.gap) == ("optimal", True, 0.0)
    assert {(one.indicator, one.amount, one.cost) for one in plan.actions} == {
        ("L1", 2, 240_000.0),
        ("L4", 50.0, 150_000.0),
        ("L6", 200_000.0, 200_000.0),
    } or plan.cost == pytest.approx(480_000 + 0 + 200_000)


def test_a_county_that_passes_needs_nothing() -> None:
    (plan,) = remedy(judged(row("a1"), row("a2")), COSTS).plans
    assert (plan.status, plan.cost, plan.bound, plan.actions, plan.passes) == ("optimal", 0.0, 0.0, (), True)


def test_others_are_solved_where_one_cannot_be_judged() -> None:
    found = remedy(judged(*rows(), row("b1", county="410101", pe_art_teachers=None)), COSTS)
    refused, solved = found.plans
    assert (refused.status, refused.cost, refused.passes) == ("refused", None, None)
    assert refused.words is not None
    assert "b1 缺 L3 的数据" in refused.words.zh
    assert solved.passes
    assert not found.answered
    entry, other = found.to_dict()["counties"]
    assert (entry["reason"]["zh"], entry["after"]["passes"]) == (refused.words.zh, None)
    assert (other["status"], other["after"]["passes"], other["year"]) == ("optimal", True, 2024)


def test_a_budget_holds_for_both_sections_together() -> None:
    evaluation = judged(*rows(), *(one | {"section": "junior"} for one in rows()))
    primary, junior = remedy(evaluation, COSTS).plans
    assert primary.cost is not None
    assert junior.cost is not None
    whole = primary.cost + junior.cost
    enough = remedy(evaluation, replace(COSTS, limits=Limits(budget=whole)))
    assert [one.status for one in enough.plans] == ["optimal", "optimal"]
    short = remedy(evaluation, replace(COSTS, limits=Limits(budget=whole - 1)))
    assert [(one.status, one.cost, one.actions) for one in short.plans] == [("infeasible", None, ())] * 2
    assert short.plans[0].words is not None
    assert f"{whole:,.2f}" in short.plans[0].words.zh


def test_what_is_impossible_is_said_with_its_conflict() -> None:
    limits = Limits(forbidden=frozenset({("a3", "L1")}))
    (plan,) = remedy(judged(), replace(COSTS, limits=limits)).plans
    assert (plan.status, plan.cost, plan.passes) == ("infeasible", None, False)
    assert [one.kind for one in plan.conflict] == ["school", "forbidden"]


def test_moves_are_cheaper_and_the_fast_method_does_without() -> None:
    costs = replace(COSTS, move={"L1": 8000})
    (moved,) = remedy(judged(), costs).plans
    (added,) = remedy(judged(), COSTS).plans
    (fast,) = remedy(judged(), costs, fast=True).plans
    assert moved.cost is not None
    assert added.cost is not None
    assert moved.cost < added.cost
    assert {one.action for one in moved.actions} >= {"move_in", "move_out"}
    assert fast.cost == added.cost


def test_progress_is_told_and_a_plan_that_does_not_pass_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    remedy(judged(*rows(), row("b1", county="410101")), COSTS, fast=True, progress=lambda *one: told.append(one))
    assert told == [(1, 2), (2, 2)]
    monkeypatch.setattr(service, "judged_again", lambda evaluation, _: evaluation)
    with pytest.raises(RuntimeError, match="does not pass"):
        remedy(judged(), COSTS, fast=True)
    monkeypatch.setattr(service, "broken", lambda *_: ["school"])
    with pytest.raises(RuntimeError, match="school"):
        remedy(judged(), COSTS, fast=True)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(40, 900), *[st.floats(0.2, 2.0)] * 7, st.sampled_from(("primary", "junior"))),
        min_size=2,
        max_size=9,
    )
)
def test_every_plan_passes_evaluate_and_costs_no_less_than_its_bound(schools: list[tuple[float, ...]]) -> None:
    names = ("teachers_above_qualification", "backbone_teachers", "pe_art_teachers", "multimedia_classrooms")
    divisible = ("teaching_area", "sports_ground_area", "equipment_value_yuan")
    given_rows = []
    for at, (pupils, *levels, section) in enumerate(schools):
        one = row(f"s{at}", int(pupils), str(section))
        for name, level in zip((*names, *divisible), levels, strict=True):
            one[name] = float(round(one[name] * level)) if name in names else round(one[name] * level, 1)
        given_rows.append(one)
    evaluation = judged(*given_rows)
    found = remedy(evaluation, COSTS, fast=True)
    again = evaluate(applied(evaluation, found.plans), STANDARD)
    assert again.counties["passes"].to_list() == [True] * len(found.plans)
    for plan in found.plans:
        assert plan.bound is not None
        assert plan.cost is not None
        assert plan.bound <= plan.cost == pytest.approx(sum(one.cost for one in plan.actions))
