"""The whole solver against trying everything; infeasible is an answer; time and seeds are respected."""

import time
from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.medians import median_problem, solve, verified_cost
from tests.seats.medians.small import by_trying, shops, towns


@pytest.mark.parametrize("seed", range(3))
def test_it_finds_the_best_of_all_medians(seed: int) -> None:
    problem = towns(seed, n=6)
    answer = solve(problem, 3, seed=1)
    assert answer.objective is not None
    assert answer.bound is not None
    assert answer.objective == pytest.approx(by_trying(problem))
    assert answer.bound <= answer.objective + 1e-9
    assert answer.objective == pytest.approx(verified_cost(problem, answer.opened, answer.assignment))


@pytest.mark.parametrize("seed", range(3))
def test_it_finds_the_best_of_all_openings(seed: int) -> None:
    problem = shops(seed)
    answer = solve(problem, 4)
    assert answer.objective is not None
    assert answer.bound is not None
    assert answer.objective == pytest.approx(by_trying(problem))
    assert answer.bound <= answer.objective


def test_the_time_is_kept() -> None:
    dice = np.random.default_rng(5)
    problem = median_problem(dice.random((120, 2)), np.full(120, 30.0), dice.integers(1, 9, 120).astype(float), 24)
    began = time.perf_counter()
    answer = solve(problem, 2)
    assert answer.status in {"feasible", "optimal"}
    assert time.perf_counter() - began < 20
    assert answer.seconds <= time.perf_counter() - began


def test_every_point_its_own_median_costs_nothing() -> None:
    answer = solve(towns(1, n=6, p=6), 1)
    assert (answer.status, answer.objective, answer.gap) == ("optimal", 0.0, 0.0)


def test_one_median_serves_all() -> None:
    problem = replace(towns(2), p=1, capacity=np.full(7, 1000.0))
    answer = solve(problem, 2)
    assert answer.objective == pytest.approx(float(problem.cost.sum(axis=0).min()))


def test_what_counting_rules_out_is_said() -> None:
    answer = solve(replace(towns(0), capacity=np.full(7, 1.0)), 1)
    assert (answer.status, answer.objective, answer.assignment) == ("infeasible", None, ())
    assert answer.reason is not None


def test_what_only_a_search_rules_out_is_said() -> None:
    """Three times 4 into two times 7: 12 of 14, yet two never share, unless one site takes 8."""
    problem = replace(towns(0, n=4), demand=np.array([4.0, 4.0, 4.0, 2.0]), capacity=np.full(4, 7.0))
    answer = solve(problem, 3)
    assert answer.status == "infeasible"
    assert answer.reason is not None
    assert answer.reason.code in {"no_packing", "too_many_large"}
