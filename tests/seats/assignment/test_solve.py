"""One school per area: feasible, checked, as good as the best of all on tiny towns."""

import numpy as np
import pytest

from junheng.seats.assignment import NOBODY, assign
from junheng.seats.assignment.check import faults
from tests.seats.assignment.towns import best_of_all, dense, town


@pytest.mark.parametrize("contiguous", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_every_plan_passes_the_checker(seed: int, contiguous: bool) -> None:
    problem, _, _ = town(seed=seed)
    plan = assign(problem, steps=20_000, contiguous=contiguous)
    assert faults(problem, plan, contiguous=contiguous) == []
    assert 0 <= plan.gap < (0.5 if contiguous else 0.12)


@pytest.mark.parametrize("seed", range(6))
def test_a_tiny_town_gets_the_best_of_all(seed: int) -> None:
    dice = np.random.default_rng(seed)
    metres = dice.uniform(100, 3000, (6, 3))
    pupils, seats = dice.integers(10, 50, 6), dice.integers(50, 90, 3)
    problem = dense(metres, pupils, seats, unserved_metres=5000.0)
    plan = min((assign(problem, steps=10_000, seed=turn) for turn in range(4)), key=lambda one: one.objective)
    best = best_of_all(metres, pupils, seats, 5000.0)
    assert plan.objective == pytest.approx(best)
    assert plan.bound <= best * (1 + 1e-9)


def test_the_same_seed_and_steps_give_the_same_plan() -> None:
    problem, _, _ = town()
    one, other = (assign(problem, steps=10_000, seed=3) for _ in range(2))
    assert (one.assignment == other.assignment).all()


def test_seats_short_of_children_are_an_answer() -> None:
    problem, _, _ = town(tightness=1.4)
    plan = assign(problem, steps=20_000)
    assert faults(problem, plan) == []
    assert plan.unserved >= problem.pupils.sum() - problem.seats.sum()
    assert (plan.assignment == NOBODY).any()
