"""The sums of an answer in change agree with the answer made anew."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.medians.problem import Problem
from junheng.seats.medians.state import BEST, COST, OPEN, OVERLOAD, State, keep_if_better, move, settle, state_of
from tests.seats.medians.small import towns


def consistent(problem: Problem, state: State) -> None:
    """Every sum and list says the same as ``assign`` alone."""
    load = np.bincount(state.assign, weights=problem.demand, minlength=problem.sites)
    assert state.load == pytest.approx(load, abs=1e-9)
    opened = state.opened[: int(state.totals[OPEN])]
    paid = problem.cost[np.arange(problem.customers), state.assign]
    assert state.totals[COST] == pytest.approx(paid.sum() + problem.fixed[opened].sum(), abs=1e-6)
    assert state.totals[OVERLOAD] == pytest.approx(np.maximum(load - problem.room, 0).sum(), abs=1e-6)
    assert set(state.assign.tolist()) <= set(opened.tolist())
    assert [int(state.rank[site]) for site in opened] == list(range(opened.size))
    for site in range(problem.sites):
        members = state.members[site, : state.size[site]].tolist()
        assert sorted(members) == np.flatnonzero(state.assign == site).tolist()
        assert [int(state.place[one]) for one in members] == list(range(len(members)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from([0, 3, 5])), max_size=20))
def test_moves_keep_the_sums(moves: list[tuple[int, int]]) -> None:
    problem = towns(0, p=3)
    state = state_of(problem)
    settle(state, np.array([0, 0, 3, 3, 3, 5, 5]))
    for customer, target in moves:
        move(state, customer, target)
    consistent(problem, state)


def test_the_best_is_one_that_fits() -> None:
    problem = towns(0, p=3)
    state = state_of(problem)
    settle(state, np.zeros(7, np.int64))
    assert not keep_if_better(state)
    assert state.totals[BEST] == np.inf
    settle(state, np.array([0, 0, 3, 3, 3, 5, 5]))
    fits = state.totals[OVERLOAD] == 0
    assert keep_if_better(state) == fits
