"""The program itself against trying everything; it says when nothing fits."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.medians import verified_cost
from junheng.seats.medians.exact import branch_and_bound, compact
from junheng.seats.medians.problem import Problem
from junheng.seats.medians.reduce import Kept
from tests.seats.medians.small import by_trying, shops, towns


def all_arcs(problem: Problem) -> Kept:
    customers, sites = np.indices(problem.cost.shape)
    return Kept(customers.ravel(), sites.ravel())


@pytest.mark.parametrize("problem", [towns(3, n=6, spare=1.05), shops(3)])
def test_it_finds_and_proves_the_optimum(problem: Problem) -> None:
    found = branch_and_bound(problem, all_arcs(problem), None, 10)
    assert found is not None
    assert found.assignment is not None
    assignment = found.assignment.tolist()
    least = by_trying(problem)
    assert verified_cost(problem, sorted(set(assignment)), assignment) == pytest.approx(least)
    assert found.bound == pytest.approx(least)


def test_it_says_when_nothing_fits() -> None:
    problem = replace(towns(0, n=4), demand=np.array([5.0, 5, 5, 1]), capacity=np.full(4, 8.0))
    found = branch_and_bound(problem, all_arcs(problem), None, 10)
    assert found is not None
    assert (found.infeasible, found.assignment, found.bound) == (True, None, np.inf)


def test_the_columns_are_the_arcs_and_then_the_sites() -> None:
    problem = towns(0, n=5)
    program = compact(problem, all_arcs(problem))
    assert program.cost.size == 25 + 5
    assert program.lower.size == 5 + 5 + 25 + 1
    assert program.starts[-1] == program.rows.size == program.entries.size


def test_whole_capacities_stay_whole() -> None:
    """An allowance for rounding in a coefficient makes HiGHS cut off the optimum and call the rest optimal."""
    problem = towns(0, n=5)
    entries = compact(problem, all_arcs(problem)).entries
    assert set(problem.capacity.tolist()) <= set((-entries).tolist())
    assert (entries == np.round(entries)).all()
