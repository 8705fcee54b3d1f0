"""What follows from the arrays of a problem."""

import numpy as np

from junheng.balance.remedy.problem import Changes
from tests.balance.remedy.tiny import tiny


def test_moves_change_both_ends_and_cost_once() -> None:
    problem = tiny(1, 3, move=True)
    changes = Changes(np.zeros((3, 3)), np.array([[0, 2, 1], [1, 0, 1]]), np.array([2.0, 1.0]))
    net = changes.net()
    assert (net[1, 0], net[2, 0], net[0, 1], net[1, 1]) == (2.0, -2.0, -1.0, 1.0)
    assert net.sum() == 0
    assert changes.cost(problem) == 3.0
    assert Changes.of(np.ones((3, 3))).cost(problem) == 3 * (12 + 2 + 3)


def test_savings_and_what_is_forced() -> None:
    problem = tiny(5, 3, most=1.0)
    assert (problem.saving >= 0).all()
    assert (problem.forced == (np.maximum(problem.full, 0) > 1)).all()
    assert problem.movable.tolist() == [False, False, False]
    assert tiny(5, 3, move=True).movable.tolist() == [True, True, False]
