"""Cooling finds what fits, and shows its cooler answers."""

import time

import numpy as np

from junheng.seats.medians.anneal import anneal, start
from junheng.seats.medians.dice import dice
from junheng.seats.medians.search import first_assignment
from junheng.seats.medians.state import BEST, WEIGHT, state_of
from tests.seats.medians.small import towns


def test_it_finds_what_fits_and_notes_answers() -> None:
    problem = towns(7, n=20, p=5, spare=1.1)
    state, seen = state_of(problem), list[int]()
    start(state, first_assignment(problem, np.random.default_rng(1)))
    assert state.totals[WEIGHT] > 0
    anneal(problem, state, dice(1), 0.5, time.perf_counter() + 0.5, lambda one: seen.append(one.size))
    assert np.isfinite(state.totals[BEST])
    assert set(seen) == {20}
    load = np.bincount(state.best, weights=problem.demand, minlength=20)
    assert (load <= problem.room).all()
