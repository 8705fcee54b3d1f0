"""The price of a demand is what the plan costs less without it."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.demand_prices import demand_prices, demands, drivers, priced, without
from junheng.balance.remedy.problem import Changes, Problem
from junheng.balance.remedy.sections import Section, sections
from junheng.balance.remedy.solve import solve
from junheng.programs import Solver
from tests.balance.remedy.county import COSTS, judged
from tests.balance.remedy.tiny import cheapest, tiny


@pytest.fixture(scope="module")
def solver() -> Solver:  # type: ignore[misc]
    with Solver() as one:
        yield one


def lifted(problem: Problem, kind: str, at: int) -> Problem:
    """The problem without one demand, written anew."""
    this = np.arange(len(problem.indicators)) == at
    if kind == "count":
        return replace(problem, exempt=2)
    if kind == "dispersion":
        return replace(problem, limit=np.where(this, np.inf, problem.limit))
    full, floor = (np.where(this, np.minimum(one, 0), one) for one in (problem.full, problem.floor))
    return replace(problem, full=full, floor=floor)


@pytest.mark.parametrize("seed", range(8))
def test_every_price_is_that_of_trying_everything(seed: int, solver: Solver) -> None:
    problem = tiny(seed, limit=0.2)
    answer = solve(problem, solver)
    found = demand_prices(problem, answer, solver)
    for one in found:
        at = problem.indicators.index(one.indicator) if one.indicator else 0
        without = cheapest(lifted(problem, one.kind, at))
        assert one.without == pytest.approx(without)
        assert one.saved[0] - 0.01 <= answer.cost - without <= one.saved[1] + 0.01
    costs = [one.without for one in found if one.without is not None]
    assert costs == sorted(costs)
    named = {(one.kind, one.indicator) for one in found}
    for at, id_ in enumerate(problem.indicators):
        for kind in ("dispersion", "threshold"):
            assert ((kind, id_) in named) == (cheapest(lifted(problem, kind, at)) < cheapest(problem) - 0.01)


def test_a_total_has_its_price(solver: Solver) -> None:
    problem = tiny(5, limit=0.25)
    free = solve(problem, solver)
    assert free.changes is not None
    total = free.changes.added.sum(axis=0)
    tight = replace(problem, county_most=np.where(total == total.max(), total - 1, np.inf))
    answer = solve(tight, solver)
    found = {(one.kind, one.indicator): one for one in demand_prices(tight, answer, solver)}
    priced = [one for one in found.values() if one.kind == "total"]
    assert answer.cost == free.cost or [one.without for one in priced] == [pytest.approx(free.cost)]


@pytest.mark.parametrize("seed", range(6))
def test_a_school_is_what_the_others_cost_less_without_it(seed: int, solver: Solver) -> None:
    problem = tiny(seed, limit=0.2)
    answer = solve(problem, solver)
    told: list[int] = []
    found = demand_prices(problem, answer, solver, schools=True, progress=lambda: told.append(1))
    assert len(told) == demands(problem, schools=True)
    priced = {one.school: one.without for one in found if one.kind == "school"}
    for at, code in enumerate(problem.schools):
        others = [one for one in range(3) if one != at]
        alone = replace(
            problem,
            schools=tuple(problem.schools[one] for one in others),
            weight=problem.weight[others] / problem.weight[others].sum(axis=0),
            **{name: getattr(problem, name)[others] for name in ("base", "unit", "full", "floor", "least", "most")},
        )
        cost = cheapest(alone)
        assert priced.get(code, answer.cost) == pytest.approx(min(cost, answer.cost))


def test_reach_loses_the_school_too() -> None:
    problem = replace(tiny(1), reach=np.array([[True, False, True], [False, True, False], [True, True, True]]))
    reach = without(problem, 1).reach
    assert reach is not None
    assert reach.tolist() == [[True, True], [True, True]]


def test_the_driver_of_a_dispersion_is_the_school_without_which_it_falls_most() -> None:
    problem = tiny(4, limit=0.2)
    nothing = Changes.of(np.zeros_like(problem.base))
    found = drivers(problem, nothing, most=3)
    for at, id_ in enumerate(problem.indicators):
        value, weight = problem.base[:, at], problem.weight[:, at]
        mean = value @ weight
        mine = [one for one in found if one.indicator == id_]
        assert sum(one.share for one in mine) == pytest.approx(1.0)
        assert [one.share for one in mine] == sorted((one.share for one in mine), reverse=True)
        for one in mine:
            school = problem.schools.index(one.school)
            assert one.level == pytest.approx(value[school] / mean)
            assert one.share == pytest.approx(
                weight[school] * (value[school] - mean) ** 2 / (weight @ (value - mean) ** 2)
            )
    free = replace(problem, limit=np.full(3, np.inf))
    assert drivers(free, nothing) == ()


def test_a_section_is_priced_by_the_fast_method_or_not_at_all() -> None:
    found = priced(next(sections(judged(), COSTS)))
    assert found is not None
    assert found.to_dict()["section"] == "primary"
    dearest = found.prices[0]
    assert (dearest.kind, dearest.school) == ("school", "a3")
    assert dearest.saved == (found.cost, found.cost)
    assert dearest.to_dict()["saved_most"] == found.cost
    assert found.to_dict()["drivers"][0]["indicator"] == "L1"
    assert priced(Section(("c", "primary"), None)) is None
    never = replace(tiny(3), full=np.full((3, 3), 5.0), floor=np.full((3, 3), 5.0), most=np.zeros((3, 3)))
    assert priced(Section(("c", "primary"), never)) is None
