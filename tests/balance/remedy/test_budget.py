"""What a sum buys equals trying every set of schools; more money never buys less."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from junheng.balance.remedy.budget import bought, bought_for, enough
from junheng.balance.remedy.problem import Problem
from junheng.programs import Solver
from tests.balance.remedy.tiny import tiny


def ways(problem: Problem, school: int) -> list[np.ndarray]:
    """Everything that may be added for a school to pass, by which indicators it misses."""
    several = len(problem.indicators)
    found = []
    for size in range(problem.exempt + 1):
        for missed in combinations(range(several), size):
            need = [problem.floor[school, at] if at in missed else problem.full[school, at] for at in range(several)]
            added = np.maximum(np.maximum(need, 0.0), problem.least[school])
            if (added <= problem.most[school]).all():
                found.append(added)
    return found


def most(problem: Problem, budget: float, worth: np.ndarray) -> float:
    best = -1.0
    choices = [[None, *ways(problem, school)] for school in range(len(problem.schools))]
    for choice in product(*choices):
        added = np.array([problem.least[at] if one is None else one for at, one in enumerate(choice)])
        if (added * problem.add).sum() > budget or (added.sum(axis=0) > problem.county_most).any():
            continue
        best = max(best, sum(worth[at] for at, one in enumerate(choice) if one is not None))
    return best


@pytest.fixture(scope="module")
def solver() -> Solver:  # type: ignore[misc]
    with Solver() as one:
        yield one


@pytest.mark.parametrize("seed", range(25))
def test_it_is_the_best_of_all_choices(seed: int, solver: Solver) -> None:
    rng = np.random.default_rng(seed)
    problem = tiny(seed, total=float(rng.integers(2, 12)) if seed % 2 else np.inf)
    worth = rng.integers(1, 100, 3).astype(float)
    budget = float(rng.integers(0, 80))
    found = bought([problem], budget, [worth], solver)
    assert found is not None
    assert found.worth == most(problem, budget, worth)
    assert found.bound == pytest.approx(found.worth)
    (added,), (passing,) = found.added, found.passing
    assert found.cost == (added * problem.add).sum() <= budget
    for school in np.flatnonzero(passing).tolist():
        missed = added[school] < problem.full[school]
        assert missed.sum() <= problem.exempt
        assert (added[school] >= problem.floor[school]).all()


@pytest.mark.parametrize("seed", range(10))
def test_sections_share_a_budget(seed: int, solver: Solver) -> None:
    rng = np.random.default_rng(seed)
    one, other = tiny(seed, 2, total=float(rng.integers(1, 6))), tiny(seed + 50, 2, thresholds=(3.0, 1.5))
    budget, worth = float(rng.integers(0, 90)), rng.integers(1, 100, 4).astype(float)
    best = max(
        most(one, share, worth[:2]) + most(other, budget - share, worth[2:])
        for share in np.arange(budget + 1)
        if most(one, share, worth[:2]) >= 0
    )
    found = bought([one, other], budget, [worth[:2], worth[2:]], solver)
    assert found is not None
    assert found.worth == best
    assert found.cost == sum((a * p.add).sum() for a, p in zip(found.added, (one, other), strict=True)) <= budget
    assert (found.added[0].sum(axis=0) <= one.county_most).all()


@pytest.mark.parametrize("seed", range(5))
def test_enough_brings_everyone_to_pass_and_a_yuan_less_does_not(seed: int, solver: Solver) -> None:
    problems = [tiny(seed), tiny(seed + 20)]
    worth = [np.ones(3), np.ones(3)]
    whole = bought(problems, enough(problems), worth, solver)
    less = bought(problems, enough(problems) - 1, worth, solver)
    assert whole is not None
    assert less is not None
    assert (whole.worth, less.worth) == (6.0, 5.0)


def test_more_money_never_buys_less(solver: Solver) -> None:
    found = bought_for([tiny(3)], [90.0, 0.0, 30.0, 60.0], [np.array([5.0, 7.0, 11.0])], solver)
    reached = [one.worth for one in found if one is not None]
    assert reached == sorted(reached)
    assert reached[-1] > reached[0]


def test_what_is_pinned_is_paid_first(solver: Solver) -> None:
    problem = tiny(3)
    least = np.zeros_like(problem.least)
    least[0, 0] = 2.0
    pinned = replace(problem, least=least)
    assert bought([pinned], 23.0, [np.ones(3)], solver) is None
    found = bought([pinned], 24.0, [np.ones(3)], solver)
    assert found is not None
    assert found.added[0][0, 0] == 2.0


def test_a_school_out_of_reach_is_left_out(solver: Solver) -> None:
    problem = tiny(3, most=0.0)
    found = bought([problem], 1e9, [np.ones(3)], solver)
    assert found is not None
    assert found.cost == 0.0
    assert found.worth == most(problem, 1e9, np.ones(3))
