"""Plans beside an answer: they hold, and nothing in them can be left out."""

import numpy as np
import pytest

from junheng.balance.remedy.problem import Changes
from junheng.balance.remedy.ways.checker import broken_by
from junheng.balance.remedy.ways.filling import filled, thinned
from tests.balance.remedy.tiny_levers import small


@pytest.mark.parametrize("seed", [1, 2, 4, 7])
def test_what_is_filled_holds_and_is_thin(seed: int) -> None:
    levers = small(seed, posts=4.0)
    problem = levers.problem
    low = np.maximum(problem.full, 0.0)
    amounts = filled(levers, problem, low, levers.least)
    assert amounts is not None
    assert broken_by(levers, amounts, Changes.of(levers.added(amounts))) == []
    assert (thinned(levers, problem, low, amounts) == amounts).all()
    for school, way in np.argwhere(amounts > 0).tolist():
        less = amounts.copy()
        less[school, way] -= 1.0
        short = (levers.added(less) < low).any()
        assert short or broken_by(levers, less, Changes.of(levers.added(less)))


def test_what_no_way_reaches_is_given_up() -> None:
    levers = small(1)
    assert filled(levers, levers.problem, np.full((2, 3), 99.0), levers.least) is None
