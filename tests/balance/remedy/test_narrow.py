"""Closing gaps by programs in totals."""

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.exact import Stand, Standing
from junheng.balance.remedy.narrow import narrowed
from junheng.balance.remedy.problem import Problem
from junheng.balance.remedy.solve import fast
from junheng.programs import Solver
from tests.balance.remedy.tiny import cheapest, tiny


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def found_by(problem: Problem, solver: Solver, gap: float = 1e-6) -> tuple[Stand, Stand]:
    """Where the fast method stands, and the programs after it."""
    standing, found = fast(problem, gap)
    return standing, narrowed(problem, standing, found, solver, until=time.monotonic() + 20, gap=gap)


@pytest.mark.parametrize("seed", range(24))
def test_what_it_proves_is_true(solver: Solver, seed: int) -> None:
    problem = tiny(seed, 2 + seed % 2, limit=(0.15, 0.25)[seed % 2], move=seed % 3 == 0)
    before, after = found_by(problem, solver)
    least = cheapest(problem)
    if before.changes is None:
        assert after is before
        return
    assert after.changes is not None
    assert broken(problem, after.changes) == []
    assert after.bound <= least + 1e-6
    assert least - 1e-6 <= after.cost <= before.cost


@pytest.mark.parametrize("move", [False, True])
def test_gaps_of_counties_are_closed(solver: Solver, *, move: bool) -> None:
    pairs = [found_by(tiny(seed, 30, limit=0.25, move=move), solver, 1e-3) for seed in range(4)]
    assert max(before.gap for before, _ in pairs) > 1e-3
    assert all(after.gap <= 1e-3 for _, after in pairs)


def test_it_leaves_alone_what_it_cannot_mend(solver: Solver) -> None:
    problem = tiny(5, 6, limit=0.2)
    standing, found = fast(problem, 1e-6)
    late = narrowed(problem, standing, found, solver, until=time.monotonic() - 1, gap=1e-9)
    assert (late.bound, late.cost <= standing.cost) == (standing.bound, True)
    shared = replace(problem, unit=problem.unit * np.linspace(0.5, 1.0, 6)[:, None])
    nothing: Stand = Standing(None, np.inf, 0.0)
    assert narrowed(shared, standing, found, solver, until=np.inf, gap=0.0) is standing
    assert narrowed(problem, nothing, found, solver, until=np.inf, gap=0.0) is nothing
