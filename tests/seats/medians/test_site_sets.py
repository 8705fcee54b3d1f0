"""A walk over sets of sites stays among those that hold everybody; what is tried is an answer."""

import numpy as np
import pytest

from junheng.seats.medians import verified_cost
from junheng.seats.medians.dice import dice
from junheng.seats.medians.search import first_assignment
from junheng.seats.medians.site_sets import become, serve, try_sets, walk
from junheng.seats.medians.state import BEST, OPEN, drop_empty, settle, state_of
from tests.seats.medians.small import by_trying, shops
from tests.seats.medians.test_state import consistent


def test_a_cold_walk_finds_the_cheapest_set_that_holds_everybody() -> None:
    values, room = np.array([5.0, 3.0, 4.0, -1.0]), np.array([10.0, 6.0, 6.0, 1.0])
    opened = np.ones(4, bool)
    for _ in range(20):
        walk(opened, values, room, 11.0, 0.0, dice(0))
    assert opened.tolist() == [True, False, False, True]


def test_a_hot_walk_never_leaves_too_little_room() -> None:
    values, room, luck = np.zeros(5), np.array([4.0, 3.0, 3.0, 2.0, 1.0]), dice(1)
    opened, seen = np.ones(5, bool), set()
    for _ in range(60):
        walk(opened, values, room, 7.0, 1e9, luck)
        assert room[opened].sum() >= 7
        seen.add(tuple(opened.tolist()))
    assert len(seen) > 5


@pytest.mark.parametrize("seed", range(3))
def test_an_answer_becomes_one_of_other_sites_and_keeps_them_while_it_cools(seed: int) -> None:
    problem = shops(seed, n=14, m=6)
    state = state_of(problem)
    settle(state, first_assignment(problem, np.random.default_rng(seed)))
    wanted = np.array([True, False, True, True, False, True])
    become(state, wanted)
    assert np.flatnonzero(state.rank >= 0).tolist() == [0, 2, 3, 5]
    serving = set(state.assign.tolist())
    serve(state, dice(seed), 5.0, 30)
    assert serving <= set(state.assign.tolist()) <= {0, 2, 3, 5}
    drop_empty(state)
    consistent(problem, state)
    assert set(state.assign.tolist()) == set(state.opened[: int(state.totals[OPEN])].tolist())


def test_sets_that_cannot_pay_are_not_tried() -> None:
    problem = shops(2, n=8, m=4)
    state = state_of(problem)
    settle(state, first_assignment(problem, np.random.default_rng(0)))
    assert try_sets(state, dice(0), np.zeros(4), 1.0, 5, 1.0, 5.0, 10) == 5
    assert try_sets(state, dice(0), np.zeros(4), 1e9, 5, 1.0, 5.0, 10) == 0


@pytest.mark.parametrize("seed", range(4))
def test_trying_every_set_finds_the_optimum(seed: int) -> None:
    problem = shops(seed, n=8, m=3)
    state = state_of(problem)
    settle(state, first_assignment(problem, np.random.default_rng(seed)))
    try_sets(state, dice(seed), np.zeros(3), 0.0, 60, 1.0, 10.0, 200)
    best = state.best.tolist()
    least = by_trying(problem)
    assert state.totals[BEST] == pytest.approx(least)
    assert verified_cost(problem, sorted(set(best)), best) == pytest.approx(least)
