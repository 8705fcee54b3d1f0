"""Arcs of the optimum are never dropped while the target is at or above it."""

import pytest

from junheng.seats.medians import lower_bound
from junheng.seats.medians.exact import branch_and_bound
from junheng.seats.medians.problem import Problem
from junheng.seats.medians.reduce import kept_arcs
from tests.seats.medians.small import by_trying, shops, towns


@pytest.mark.parametrize("problem", [towns(0, n=6), towns(1, n=6), shops(0), shops(1), shops(2)])
def test_the_optimum_stays_within_the_arcs(problem: Problem) -> None:
    least = by_trying(problem)
    bound = lower_bound(problem, least, 0.3)
    kept = kept_arcs(problem, bound, least + 1e-6)
    found = branch_and_bound(problem, kept, None, 8)
    assert found is not None
    assert found.bound == pytest.approx(least)
    assert kept.sites.size <= problem.customers * problem.sites


def test_a_target_below_the_bound_leaves_nothing() -> None:
    problem = towns(0, n=6)
    bound = lower_bound(problem, by_trying(problem), 0.2)
    assert kept_arcs(problem, bound, bound.value - 1).sites.size == 0
