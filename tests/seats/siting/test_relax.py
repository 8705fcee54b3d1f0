"""Choosing options: the best within the number of new sites."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.siting import SitingProblem, open_or_not
from junheng.seats.siting.relax import best_options
from tests.seats.assignment.towns import dense


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-9, 9), min_size=8, max_size=8), st.integers(0, 4))
def test_the_options_taken_are_worth_most(worth: list[int], at_most: int) -> None:
    none = np.zeros(4, bool)
    options = open_or_not(np.full(4, 10), none, np.ones(4))
    problem = SitingProblem(dense(np.ones((2, 4)), np.ones(2), np.ones(4)), options, ~none, at_most=at_most)
    net = np.array(worth, float)
    chosen, total = best_options(problem, net)
    ways = [one for one in product((0, 1), repeat=4) if sum(one) <= at_most]
    assert total == pytest.approx(max(sum(net[2 * s + o] for s, o in enumerate(one)) for one in ways))
    assert (options.seats[chosen] > 0).sum() <= at_most
