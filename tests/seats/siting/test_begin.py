"""The first choice keeps number, budget and groups, whatever is liked."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.siting.begin import first_choice
from tests.seats.siting.test_solve import choice

PROBLEM = choice(at_most=3, budget=8.0, group=np.array([-1, -1, -1, -1, -1, 0, 0, 1, 1]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=13, max_size=13))
def test_limits_are_kept(liking: list[float]) -> None:
    chosen = first_choice(PROBLEM, np.array(liking))
    assert chosen is not None
    opened = PROBLEM.options.seats[chosen] > 0
    assert opened[:5].all()
    assert opened[5:7].any()
    assert opened[7:].any()
    assert (opened & PROBLEM.new).sum() <= 3
    assert PROBLEM.options.money[chosen].sum() <= 8.0


def test_groups_that_the_budget_does_not_reach_have_no_choice() -> None:
    poor = choice(budget=0.5, group=np.array([-1, -1, -1, -1, -1, 0, 0, 1, 1]))
    assert first_choice(poor, np.zeros(13)) is None
