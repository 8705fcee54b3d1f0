"""Schools of several sections planned whole: what the facts say after the plan is what the plan says."""

from dataclasses import replace

import pytest

from junheng.balance import evaluate, judge
from junheng.balance.changes import Change, changed
from junheng.balance.evaluation import Evaluation
from junheng.balance.relief import relieved
from junheng.balance.remedy import Cap, Costs, Limits, Remedy, Way, quantities, remedy, sections, shares_of
from junheng.balance.remedy.roofs import roofs
from junheng.balance.units import units_of
from junheng.facts.tables import Facts
from junheng.policy.years import statistics_day
from tests.balance.city import NINE, Tables, add_school, facts_of, row_of, sound
from tests.balance.remedy.county import COSTS, STANDARD

SECOND = "3141000021"
"""Another nine-year school."""
ROOMS = ("L4", "L5", "L6", "L7")


def short() -> Facts:
    """Two nine-year schools with too little room and equipment, one of them in one section's favour."""
    tables: Tables = sound()
    add_school(tables, SECOND, "312", {"primary": 300, "junior": 700})
    for code in (NINE, SECOND):
        row_of(tables, "rooms", code).update(teaching_area=4200.0, multimedia_classrooms=12)
        row_of(tables, "money", code).update(equipment_value_yuan=1_500_000.0)
    return facts_of(tables)


def judged(facts: Facts) -> Evaluation:
    rules = STANDARD.rules(statistics_day(facts.year))
    return evaluate(units_of(facts, STANDARD, rules).frame, relieved(STANDARD, rules))


@pytest.fixture(scope="module")
def facts() -> Facts:
    return short()


@pytest.fixture(scope="module")
def found(facts: Facts) -> Remedy:
    return remedy(judged(facts), COSTS, shares=shares_of(facts, STANDARD))


def wholes(found: Remedy, facts: Facts) -> dict[tuple[str, str], float]:
    """What every school of several sections is given as a whole, by school and indicator."""
    shares = shares_of(facts, STANDARD)
    return {
        (action.school_code, action.indicator): action.amount
        / shares[action.school_code, plan.key[1], action.indicator]
        for plan in found.plans
        for action in plan.actions
        if (action.school_code, plan.key[1], action.indicator) in shares
    }


def test_the_real_verdict_on_the_facts_after_the_plan_is_passed(facts: Facts, found: Remedy) -> None:
    assert [one.passes for one in found.plans] == [True, True]
    assert all(one.status == "optimal" for one in found.plans)
    columns = {one.indicator: one.column for one in quantities(STANDARD)}
    given = wholes(found, facts)
    assert {code for code, _ in given} == {NINE, SECOND}
    changes = [Change(code, columns[id_], round(amount, 3)) for (code, id_), amount in given.items()]
    county = judge(changed(facts, changes), STANDARD).counties[0]
    schools = {(one.school_code, one.section): one.passes for one in county.schools}
    assert all(passes for passes in schools.values())


def test_rooms_of_a_school_are_whole_and_paid_once(facts: Facts, found: Remedy) -> None:
    given = wholes(found, facts)
    rooms = [amount for (_, id_), amount in given.items() if id_ == "L7"]
    assert rooms == pytest.approx([round(one) for one in rooms])
    whole = sum(amount * COSTS.add[id_] for (_, id_), amount in given.items())
    assert sum(one.cost or 0.0 for one in found.plans) == pytest.approx(whole, abs=0.1)
    apart = remedy(judged(facts), COSTS, fast=True)
    assert sum(one.cost or 0.0 for one in apart.plans) < whole


def test_a_budget_is_kept_by_both_sections_together(facts: Facts, found: Remedy) -> None:
    whole = sum(one.cost or 0.0 for one in found.plans)
    short_of = replace(COSTS, limits=Limits(budget=whole - 1000))
    plans = remedy(judged(facts), short_of, shares=shares_of(facts, STANDARD)).plans
    assert [one.status for one in plans] == ["infeasible", "infeasible"]
    assert plans[0].words is not None
    assert plans[0].words.zh.endswith("元")


def test_what_no_section_can_do_alone_is_said_of_it(facts: Facts) -> None:
    costs: Costs = replace(COSTS, limits=Limits(forbidden=frozenset((NINE, id_) for id_ in ROOMS)))
    plans = remedy(judged(facts), costs, shares=shares_of(facts, STANDARD)).plans
    assert all(one.status == "infeasible" for one in plans)
    assert any(one.conflict for one in plans)


def test_sections_without_a_shared_school_are_no_pair() -> None:
    evaluation = judged(short())
    assert list(roofs(list(sections(evaluation, COSTS)))) == []
    only = {(NINE, "primary", "L4"): 0.5}
    assert list(roofs(list(sections(evaluation, COSTS, shares=only)))) == []


def test_the_fast_method_keeps_everything_with_a_weaker_bound(facts: Facts, found: Remedy) -> None:
    quick = remedy(judged(facts), COSTS, shares=shares_of(facts, STANDARD), fast=True)
    cost, least = (sum(one.cost or 0.0 for one in plans.plans) for plans in (quick, found))
    assert [one.passes for one in quick.plans] == [True, True]
    assert least <= cost + 0.01
    assert sum(one.bound or 0.0 for one in quick.plans) <= least + 0.01


def test_several_ways_plan_whole_schools_and_the_facts_after_the_plan_pass(facts: Facts, found: Remedy) -> None:
    convert = Way("convert", "L4", {"L4": 1.0}, 900.0, Cap(per_school=400))
    build = Way("build", "lab", {"L4": 90.0, "L7": 1.0}, 120_000.0)
    plans = remedy(judged(facts), replace(COSTS, ways=(convert, build)), shares=shares_of(facts, STANDARD)).plans
    assert [one.passes for one in plans] == [True, True]
    assert all(one.status == "optimal" for one in plans)
    assert sum(one.cost or 0.0 for one in plans) < sum(one.cost or 0.0 for one in found.plans)
    shares = shares_of(facts, STANDARD)
    given: dict[tuple[str, str, str, str], set[float]] = {}
    for plan in plans:
        for one in plan.actions:
            whole = one.amount / shares[one.school_code, plan.key[1], one.indicator]
            given.setdefault((one.school_code, one.indicator, one.action, one.kind or ""), set()).add(round(whole, 3))
    assert all(len(amounts) == 1 for amounts in given.values())
    assert {action for _, _, action, _ in given} >= {"convert", "build"}
    columns = {one.indicator: one.column for one in quantities(STANDARD)}
    changes = [Change(code, columns[id_], amount) for (code, id_, _, _), (amount,) in given.items()]
    county = judge(changed(facts, changes), STANDARD).counties[0]
    assert all(one.passes for one in county.schools)
