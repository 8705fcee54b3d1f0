"""The checker sees every kind of fault."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.problem import Changes, Problem
from junheng.balance.remedy.solve import solve
from tests.balance.remedy.tiny import tiny


@pytest.fixture
def problem() -> Problem:
    return tiny(11, 3, limit=0.3, move=True)


@pytest.fixture
def good(problem: Problem) -> Changes:
    changes = solve(replace(problem, move=np.full(3, np.inf))).changes
    assert changes is not None
    assert changes.added.sum() > 0
    return changes


def moved(changes: Changes, amount: float) -> Changes:
    return Changes(changes.added, np.array([[0, 0, 1]]), np.array([amount]))


def test_a_good_plan_breaks_nothing(problem: Problem, good: Changes) -> None:
    assert broken(problem, good) == []


def test_every_fault_has_its_name(problem: Problem, good: Changes) -> None:
    assert "school" in broken(problem, Changes.of(np.zeros((3, 3))))
    assert "dispersion" in broken(replace(problem, limit=np.full(3, 1e-6)), good)
    assert broken(replace(problem, most=good.added - 1), good) == ["limits"]
    assert broken(replace(problem, county_most=good.added.sum(axis=0) - 1), good) == ["total"]
    half = replace(problem, limit=np.full(3, np.inf))
    assert broken(half, Changes.of(good.added + 0.5)) == ["whole"]
    rich = replace(half, full=problem.full - 50, floor=problem.floor - 50)
    assert broken(rich, moved(good, 1.0)) == []
    assert "moves" in broken(rich, moved(good, -1.0))
    assert "moves" in broken(replace(rich, move=np.full(3, np.inf)), moved(good, 1.0))
    assert broken(replace(rich, reach=np.zeros((3, 3), bool)), moved(good, 1.0)) == ["distance"]
    assert broken(rich, Changes(good.added, np.array([[0, 1, 1]]), np.ones(1))) == ["distance"]
    assert "twice" not in broken(rich, moved(good, float(problem.held[0, 0])))
    assert "twice" in broken(rich, moved(good, float(problem.held[0, 0]) + 1))
