"""A trial either pays or leaves the answer as it was."""

import numpy as np
import pytest

from junheng.seats.medians.dice import dice
from junheng.seats.medians.regions import trials, worth
from junheng.seats.medians.search import first_assignment
from junheng.seats.medians.state import ACTIVE, OPEN, WEIGHT, settle, state_of
from tests.seats.medians.small import towns
from tests.seats.medians.test_state import consistent


@pytest.mark.parametrize("seed", range(4))
def test_the_worth_never_rises(seed: int) -> None:
    problem = towns(seed, n=40, p=8, spare=1.1)
    state, luck = state_of(problem), dice(seed)
    settle(state, first_assignment(problem, np.random.default_rng(seed)))
    state.totals[WEIGHT] = 5.0
    for _ in range(15):
        before = worth(state)
        trials(state, luck, 1, 10.0, 5)
        assert worth(state) <= before + 1e-6
        consistent(problem, state)
    assert state.totals[OPEN] == 8
    assert state.totals[ACTIVE] == 40
    assert state.active.all()
