"""Seats child by child: exact against a linear programme, checked, monotone in seats."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from junheng.seats.assignment import Problem, split, split_faults
from junheng.seats.assignment.split import UNITS
from tests.seats.assignment.towns import town


def by_linear_programme(problem: Problem) -> float:
    arcs, areas, schools = problem.arcs, problem.pupils.size, problem.seats.size
    width = arcs.school.size
    equal = np.zeros((areas, width + areas))
    equal[arcs.area, np.arange(width)] = 1
    equal[np.arange(areas), width + np.arange(areas)] = 1
    upper = np.zeros((schools, width + areas))
    upper[arcs.school, np.arange(width)] = 1
    cost = np.concatenate((problem.metres, np.full(areas, problem.unserved_metres)))
    return float(linprog(cost, upper, problem.seats, equal, problem.pupils).fun)


@pytest.mark.parametrize("tightness", [0.7, 0.95, 1.3])
def test_it_is_as_cheap_as_the_linear_programme(tightness: float) -> None:
    problem, _, _ = town(tightness=tightness, near=5)
    plan = split(problem)
    assert split_faults(problem, plan) == []
    exact = by_linear_programme(problem)
    assert plan.bound <= exact * (1 + 1e-9) <= plan.objective * (1 + 2e-9)
    assert plan.objective - exact <= problem.pupils.sum() / UNITS


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1000), st.integers(0, 8), st.integers(0, 60))
def test_more_seats_never_cost_more(seed: int, school: int, more: int) -> None:
    problem, _, _ = town(25, 9, seed=seed, tightness=1.05)
    seats = problem.seats.copy()
    seats[school] += more
    before, after = split(problem), split(replace(problem, seats=seats))
    assert after.objective <= before.objective + problem.pupils.sum() / UNITS
    assert after.unserved.sum() <= before.unserved.sum()


def test_seats_short_of_children_say_where_and_how_many() -> None:
    problem, _, _ = town(tightness=1.3)
    plan = split(problem)
    assert plan.unserved.sum() == problem.pupils.sum() - problem.seats.sum()
    assert plan.gap >= 0
