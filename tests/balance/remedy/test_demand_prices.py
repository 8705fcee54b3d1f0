"""The price of a demand is what the plan costs less without it."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.demand_prices import demand_prices
from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.solve import solve
from junheng.programs import Solver
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
