"""Closing gaps by programs."""

import time

import numpy as np
import pytest

from junheng.balance.remedy.exact import Stand, Standing, bettered, closed
from junheng.balance.remedy.problem import Changes
from junheng.balance.remedy.solve import fast
from junheng.programs import Solver
from tests.balance.remedy.tiny import cheapest, tiny


def test_a_gap_of_less_than_half_a_fen_is_none() -> None:
    none: Stand = Standing(None, np.inf, 3.0)
    close: Stand = Standing(None, 100.0, 99.996)
    far: Stand = Standing(None, 100.0, 90.0)
    assert none.gap == np.inf
    assert close.gap == 0.0
    assert far.gap == pytest.approx(0.1)


def test_only_feasible_and_cheaper_plans_are_taken_and_bounds_only_rise() -> None:
    problem = tiny(3, 3, limit=5.0)
    enough, more = np.maximum(problem.full, 0.0), np.maximum(problem.full, 0.0) + 1
    nothing: Stand = Standing(None, np.inf, 0.0)
    standing = bettered(nothing, problem, Changes.of(more))
    assert bettered(standing, problem, Changes.of(np.zeros((3, 3)))).cost == standing.cost
    cheaper = bettered(standing, problem, Changes.of(enough))
    assert cheaper.cost < standing.cost
    assert bettered(cheaper, problem, Changes.of(more)).cost == cheaper.cost
    assert bettered(cheaper, problem, None) is cheaper
    assert cheaper.with_bound(3.0).with_bound(2.0).bound == 3.0
    assert cheaper.with_bound(1e12).bound == cheaper.cost


def test_an_open_gap_is_closed_and_no_time_leaves_it_open() -> None:
    problem, standing, found = next(
        (one, state, found)
        for one in (tiny(seed, 4, limit=0.2) for seed in range(100))
        for state, found in [fast(one, 1e-3)]
        if state.gap > 1e-3
    )
    with Solver() as solver:
        late = closed(problem, standing, found, solver, until=time.monotonic() - 1, gap=0.0)
        assert late.gap == standing.gap
        done = closed(problem, standing, found, solver, until=time.monotonic() + 20, gap=1e-6)
    assert done.gap <= 1e-6
    assert done.cost == pytest.approx(cheapest(problem))
