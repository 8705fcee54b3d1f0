"""What a school exempts at given prices."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.choice import chosen, shared
from tests.balance.remedy.tiny import tiny


def test_the_dearest_is_exempted_and_nothing_where_nothing_is_gained() -> None:
    gain = np.array([[1.0, 3.0, 2.0], [0.0, 0.0, 0.0], [5.0, 4.0, 0.0]])
    problem = tiny(1, 3)
    assert chosen(gain, problem).tolist() == [[False, True, False], [False] * 3, [True, False, False]]
    assert not chosen(gain, replace(problem, exempt=0)).any()
    assert chosen(gain, replace(problem, exempt=2)).sum(axis=1).tolist() == [2, 0, 2]


def test_what_cannot_be_reached_is_exempted_first() -> None:
    problem = tiny(1, 3)
    most = problem.most.copy()
    most[0, 2] = problem.full[0, 2] - 1
    forced = replace(problem, most=most)
    assert forced.forced[0, 2]
    assert chosen(np.array([[9.0, 9.0, 0.0]] * 3), forced)[0].tolist() == [False, False, True]


@pytest.mark.parametrize("seed", range(5))
def test_shares_add_up_to_no_more_than_allowed(seed: int) -> None:
    problem = tiny(seed, 4)
    none = shared(problem, np.zeros(3), np.ones(3))
    assert none == pytest.approx(chosen(problem.add * problem.saving, problem).astype(float), abs=1e-6)
    some = shared(problem, np.full(3, 1.2), np.full(3, 1.6))
    assert (some.sum(axis=1) <= 1 + 1e-9).all()
    assert ((some >= 0) & (some <= 1)).all()
