"""The program in exemptions and totals: a bound whatever its levels, and a tight one with the right ones."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.totals import Known, TotalsModel, alike
from junheng.programs import Solver
from tests.balance.remedy.tiny import cheapest, tiny


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def bound(problem: Problem, known: Known, cost: float, solver: Solver) -> float:
    model = TotalsModel(problem, known, np.ones(problem.base.shape, bool), cost)
    return solver.solve(model.sheet.program(1.0), 10.0).bound


def drawn(seed: int, moves: bool) -> Known:
    """Levels and totals at random."""
    rng, known = np.random.default_rng(seed), Known()
    for at in range(3):
        for low, more in rng.uniform(0.2, 1.4, (3, 2)).tolist():
            known.pair(at, (low, low + more if moves else low))
        known.total(at, float(rng.integers(0, 9)), 0.0)
    return known


@pytest.mark.parametrize("moves", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_no_plan_costs_less_whatever_the_levels(solver: Solver, seed: int, *, moves: bool) -> None:
    problem = tiny(seed, 2 + seed % 2, limit=0.2, move=moves)
    least = cheapest(problem)
    found = bound(problem, drawn(seed, moves), least + 1.0, solver)
    assert found <= least + 1e-4
    assert found >= bound(problem, Known(), least + 1.0, solver) - 1e-4


def test_more_levels_raise_the_bound(solver: Solver) -> None:
    better = 0
    for seed in range(12):
        problem = tiny(seed, 3, limit=0.2)
        least = cheapest(problem)
        nothing, some = (bound(problem, known, least + 1.0, solver) for known in (Known(), drawn(seed, False)))
        better += some > nothing + 0.5
    assert better > 3


def test_a_county_limit_leaves_no_plan(solver: Solver) -> None:
    problem = replace(tiny(4, 3), county_most=np.zeros(3))
    model = TotalsModel(problem, Known(), np.ones((3, 3), bool), 1e4)
    assert solver.solve(model.sheet.program(1.0), 10.0).infeasible
    assert not np.isfinite(cheapest(problem))


def test_what_is_known_is_not_new() -> None:
    known = Known()
    assert known.pair(0, (1.0, 2.0))
    assert not known.pair(0, (1.0, 2.0 + 1e-9))
    assert known.pair(0, (1.0, 1.5))
    assert known.total(0, 7.0, 0.1)
    assert not known.total(0, 7.05, 0.1)
    assert len(known.pairs[0]) == 2


def test_it_holds_where_a_unit_moves_the_mean_alike() -> None:
    problem = tiny(2, 3, move=True)
    assert alike(problem)
    assert not alike(replace(problem, unit=problem.unit * np.array([[1.0], [0.5], [1.0]])))
    assert not alike(replace(problem, least=np.ones((3, 3))))
