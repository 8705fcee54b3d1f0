"""What a sum buys with several ways: equal to trying everything, and never more than the budget."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from junheng.balance.remedy.problem import Ints
from junheng.balance.remedy.ways.budget import Market
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import Levers
from junheng.programs import Solver
from tests.balance.remedy.tiny_levers import LINKS, MIXED, cheapest_together, halves, passing_options, small

WORTH = np.array([300.0, 500.0])


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def most(levers: Levers, budget: float) -> float:
    """The largest worth by trying every choice of schools."""
    least = [passing_options(levers, school)[:, 0].min(initial=np.inf) for school in range(2)]
    several = [np.array(one, bool) for one in product((False, True), repeat=2)]
    costs = np.array(least)
    return max(float(WORTH[one].sum()) for one in several if costs[one].sum() <= budget)


@pytest.mark.parametrize("seed", [1, 2, 4, 5, 9])
def test_it_brings_as_many_to_pass_as_trying_everything_finds(solver: Solver, seed: int) -> None:
    levers = small(seed, posts=(2.0, 1.0)[seed % 2])
    market = Market([County.of([levers])], [[WORTH]], solver)
    for budget in (0.0, 6.0, 15.0, 23.0, 40.0, 90.0):
        found = market.bought(budget)
        assert found is not None
        assert found.cost <= budget
        assert found.worth == found.bound == most(levers, budget)


@pytest.mark.parametrize(("seed", "links"), [(1, LINKS), (2, MIXED), (3, LINKS), (5, MIXED), (7, LINKS)])
def test_what_is_done_for_a_whole_school_is_paid_once(solver: Solver, seed: int, links: Ints) -> None:
    county = halves(seed, links, np.inf)
    assert Market([county], [[WORTH, WORTH]], solver).enough() == cheapest_together(county)


def test_counties_share_a_budget_and_schools_that_cannot_pass_are_left(solver: Solver) -> None:
    lost = small(2)
    problem = lost.problem
    floor = problem.floor.copy()
    floor[0] = 99.0
    hopeless = replace(lost, problem=replace(problem, floor=floor, full=np.maximum(problem.full, floor)))
    counties = [County.of([small(1)]), County.of([hopeless])]
    market = Market(counties, [[WORTH], [WORTH]], solver)
    found = market.bought(1e9)
    assert found is not None
    assert [one.tolist() for one in found.passing] == [[True, True], [False, True]]
    enough = market.enough()
    assert enough is not None
    less = market.bought(enough - 1.0)
    assert less is not None
    assert less.worth < found.worth


def test_a_budget_that_does_not_pay_for_what_must_be_done_buys_nothing(solver: Solver) -> None:
    levers = small(1)
    least = levers.least.copy()
    least[0, 0] = 2.0
    market = Market([County.of([replace(levers, least=least)])], [[WORTH]], solver)
    assert market.bought(23.0) is None
    found = market.bought(1e6)
    assert found is not None
    assert found.cost >= 24.0
