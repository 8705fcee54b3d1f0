"""A plan over the years: budgets and lead times kept, and no order gains more."""

from itertools import product

import numpy as np
import pytest

from junheng.balance.remedy.plan import Action, Plan
from junheng.balance.remedy.spread import spread, why_not
from junheng.programs import Solver

LEAD = {"L4": 1}


@pytest.fixture(scope="module")
def solver() -> Solver:  # type: ignore[misc]
    with Solver() as one:
        yield one


def plan_of(rng: np.random.Generator, schools: int) -> Plan:
    actions = [
        Action(f"s{at}", "L4" if rng.random() < 0.5 else "L1", "add", 1.0, float(rng.integers(1, 40)))
        for at in range(schools)
        for _ in range(2)
    ]
    return Plan(("c", "primary"), "optimal", sum(one.cost for one in actions), 0.0, tuple(actions))


def best(plan: Plan, budgets: dict[int, float], pupils: dict[tuple[str, str], float]) -> float | None:
    """The most gained, by trying every year for every school; None when nothing fits."""
    years, names = sorted(budgets), sorted({one.school_code for one in plan.actions})
    found = None
    for choice in product(years, repeat=len(names)):
        when = dict(zip(names, choice, strict=True))
        late = {one: max(LEAD.get(a.indicator, 0) for a in plan.actions if a.school_code == one) for one in names}
        if any(when[one] + late[one] > years[-1] for one in names):
            continue
        spent = [sum(a.cost for a in plan.actions if when[a.school_code] <= year) for year in years]
        if any(one > sum(budgets[y] for y in years[: at + 1]) for at, one in enumerate(spent)):
            continue
        gained = sum(pupils["primary", one] * (years[-1] - when[one] - late[one] + 1) for one in names)
        found = gained if found is None else max(found, gained)
    return found


@pytest.mark.parametrize("seed", range(30))
def test_it_is_the_best_of_all_orders(seed: int, solver: Solver) -> None:
    rng = np.random.default_rng(seed)
    plan = plan_of(rng, 4)
    pupils = {("primary", f"s{at}"): float(rng.integers(50, 500)) for at in range(4)}
    budgets = {year: float(rng.integers(0, 90)) for year in (2026, 2027, 2028)}
    found, expected = spread([plan], budgets, pupils, solver, lead=LEAD), best(plan, budgets, pupils)
    assert bool(why_not([plan], budgets, LEAD)) == (expected is None)
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert found.gained == expected == pytest.approx(found.bound)
    assert sum(found.spent) == pytest.approx(plan.cost)
    told = found.to_dict()
    assert [one["paid"] for one in told["schools"]] == sorted(found.paid.values())
    assert {(one["section"], one["school_code"]): one["ready"] for one in told["schools"]} == found.ready
    for at in range(3):
        assert sum(found.spent[: at + 1]) <= sum(list(budgets.values())[: at + 1])


def test_a_lead_time_beyond_the_last_year_is_no_plan(solver: Solver) -> None:
    plan = Plan(("c", "primary"), "optimal", 1.0, 1.0, (Action("s", "L4", "add", 1.0, 1.0),))
    assert spread([plan], {2026: 9.0}, {("primary", "s"): 1.0}, solver, lead={"L4": 1}) is None


def test_who_gives_a_teacher_away_waits_for_nothing(solver: Solver) -> None:
    moves = (Action("a", "L1", "move_in", 1.0, 5.0, "b"), Action("b", "L1", "move_out", 1.0, 0.0, "a"))
    plan = Plan(("c", "junior"), "optimal", 5.0, 5.0, moves)
    found = spread([plan], {2026: 5.0}, {("junior", "a"): 10.0}, solver)
    assert found is not None
    assert dict(found.paid) == {("junior", "a"): 2026}


def test_nothing_to_do_costs_nothing(solver: Solver) -> None:
    found = spread([Plan(("c", "junior"), "optimal", 0.0, 0.0)], {2026: 0.0}, {}, solver)
    assert found is not None
    assert found.spent == (0.0,)


def test_why_there_is_no_order_names_year_and_money() -> None:
    plan = Plan(("c", "primary"), "optimal", 9.0, 9.0, (Action("s", "L4", "add", 1.0, 9.0),))
    (late,) = why_not([plan], {2026: 9.0}, {"L4": 1})
    assert late.zh == "建设要 1 年的：到 2025 年为止要付 9.00 元，那时到位的只有 0.00 元"
    (short,) = why_not([plan], {2026: 4.0, 2027: 4.5})
    assert short.en == "9.00 yuan must be paid by 2027, and 8.50 have come in by then"
    assert why_not([plan], {2026: 9.0, 2027: 0.0}, {"L4": 1}) == []
