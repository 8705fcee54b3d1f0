"""What a plan costs, term by term."""

import numpy as np
import pytest

from junheng.teachers.rotation.terms import terms
from tests.teachers.rotation.tiny import county, rules


def test_a_worked_plan() -> None:
    held = county([0, 0, 1], backbone=[1, 1, 0], wishes=[(0, 1, 1), (2, 0, 1)])
    found = terms(held, rules(), np.array([1, 0, 1]))
    assert found.backbone == pytest.approx(0)
    assert found.missing == 1
    assert found.km == 1
    assert found.unmet == 1
    assert found.unasked_moves == 0
    assert found.points == pytest.approx(10 + 1 + 3)
    assert found.to_dict()["points"] == found.points


def test_a_lower_wish_counts_in_part_and_an_unasked_move_counts() -> None:
    held = county([0, 1, 2], wishes=[(0, 1, 1), (0, 2, 2)])
    found = terms(held, rules(), np.array([2, 0, 2]))
    assert found.unmet == pytest.approx(0.5)
    assert found.unasked_moves == 1
