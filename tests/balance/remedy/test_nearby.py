"""Teachers who move within reach only: what trying everything finds, and gaps that close."""

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.exact import Stand, Standing
from junheng.balance.remedy.nearby import Nearby, neared
from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.solve import fast, solve
from junheng.balance.remedy.totals import TotalsModel
from junheng.programs import Solver
from tests.balance.remedy.tiny import cheapest, in_line, tiny


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def line(seed: int, schools: int, limit: float = 0.25) -> Problem:
    return in_line(tiny(seed, schools, move=True, limit=limit))


@pytest.mark.parametrize("seed", range(10))
def test_it_finds_what_trying_everything_finds(solver: Solver, seed: int) -> None:
    problem = line(seed, 3, (0.15, 0.25, 0.4)[seed % 3])
    answer, least = solve(problem, solver), cheapest(problem)
    assert answer.changes is not None
    assert broken(problem, answer.changes) == []
    assert answer.cost == pytest.approx(least)
    assert answer.gap <= 1e-6


@pytest.mark.parametrize("seed", range(6))
def test_no_plan_costs_less_than_its_programs_tell(solver: Solver, seed: int) -> None:
    problem = line(seed, 3, 0.2)
    nothing: Stand = Standing(None, np.inf, 0.0)
    search, least, rng = Nearby(problem, solver, np.inf, 0.0), cheapest(problem), np.random.default_rng(seed)
    empty = TotalsModel(problem, search.known, np.ones((3, 3), bool), least + 1).sheet.program(1.0)
    for _ in range(3):
        search.tried(nothing, np.eye(3, dtype=bool)[rng.integers(0, 3, 3)])
    some = TotalsModel(problem, search.known, np.ones((3, 3), bool), least + 1).sheet.program(1.0)
    before, after = (solver.solve(one, 10.0).bound for one in (empty, some))
    assert before - 1e-4 <= after <= least + 1e-4
    assert search.known.indicators() != []


@pytest.mark.parametrize("seed", range(3))
def test_gaps_of_counties_are_closed(solver: Solver, seed: int) -> None:
    problem = line(seed, 30)
    standing, found = fast(problem, 1e-3)
    after = neared(problem, standing, found, solver, until=time.monotonic() + 20, gap=1e-3)
    assert after.changes is not None
    assert broken(problem, after.changes) == []
    assert (after.gap <= 1e-3, after.cost <= standing.cost) == (True, True)
    free = solve(replace(problem, reach=None), solver)
    assert free.bound <= after.cost + 1e-6


def test_some_schools_take_and_give(solver: Solver) -> None:
    several = [solve(line(seed, 12), solver).changes for seed in range(4)]
    moves = [{(at, one) for at, one, _ in plan.moves.tolist()} for plan in several if plan is not None]
    back = [{(at, one) for at, _, one in plan.moves.tolist()} for plan in several if plan is not None]
    assert any(given & taken for given, taken in zip(moves, back, strict=True))


def test_it_leaves_alone_what_it_cannot_mend(solver: Solver) -> None:
    problem = line(5, 8)
    standing, found = fast(problem, 1e-6)
    late = neared(problem, standing, found, solver, until=time.monotonic() - 1, gap=1e-9)
    assert (late.cost <= standing.cost, late.bound) == (True, standing.bound)
    shared = replace(problem, unit=problem.unit * np.linspace(0.5, 1.0, 8)[:, None])
    same = neared(shared, standing, found, solver, until=np.inf, gap=0.0)
    assert (same.changes, same.cost, same.bound) == (standing.changes, standing.cost, standing.bound)
