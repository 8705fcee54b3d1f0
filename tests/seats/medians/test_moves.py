"""Whatever steps are taken, hot or cold, nobody is lost and medians serve themselves."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from junheng.seats.medians.dice import dice
from junheng.seats.medians.moves import accepted, relocate, replace, shift, swap
from junheng.seats.medians.problem import Problem
from junheng.seats.medians.search import first_assignment
from junheng.seats.medians.state import OPEN, State, settle, state_of
from tests.seats.medians.small import shops, towns
from tests.seats.medians.test_state import consistent


def begun(problem: Problem) -> State:
    state = state_of(problem)
    settle(state, first_assignment(problem, np.random.default_rng(0)))
    return state


@pytest.mark.parametrize("step", [shift, swap, replace])
@pytest.mark.parametrize("heat", [0.0, 1e9])
def test_steps_keep_the_rules_of_medians(step: Callable[..., Any], heat: float) -> None:
    problem = towns(1, n=15, p=4)
    state, luck = begun(problem), dice(3)
    for _ in range(300):
        step(state, heat, luck)
    consistent(problem, state)
    opened = state.opened[: int(state.totals[OPEN])].tolist()
    assert len(opened) == 4
    assert all(state.assign[site] == site for site in opened)


@pytest.mark.parametrize("heat", [0.0, 1e9])
def test_closing_and_opening_is_taken_back_whole(heat: float) -> None:
    problem = towns(2, n=15, p=4)
    state, luck = begun(problem), dice(4)
    for _ in range(300):
        relocate(state, heat, luck, True, True)
    consistent(problem, state)
    assert state.totals[OPEN] == 4


def test_sites_open_and_close_freely_where_their_number_is_free() -> None:
    problem = shops(1, n=12, m=5)
    state, luck = begun(problem), dice(5)
    seen = set()
    for turn in range(400):
        relocate(state, 1e9, luck, turn % 2 == 0, turn % 2 == 1)
        shift(state, 1e9, luck)
        seen.add(int(state.totals[OPEN]))
    consistent(problem, state)
    assert len(seen) > 1


def test_worse_is_taken_only_when_hot() -> None:
    luck = dice(0)
    assert accepted(-1.0, 0.0, luck)
    assert not accepted(1.0, 0.0, luck)
    assert accepted(1.0, 1e12, luck)
