"""Two plans side by side."""

import numpy as np
import pytest
from hypothesis import given, settings

from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.editing.compare import compare
from junheng.seats.zoning.zone_map import Plan
from tests.seats.zoning.editing.boards import board, boards_with_plans


@settings(max_examples=60, deadline=None)
@given(boards_with_plans())
def test_what_some_gain_others_lose(case: tuple[Board, Plan]) -> None:
    made, plan = case
    found = compare(made, made.today, plan)
    assert found.gained.sum() == pytest.approx(0)
    assert found.pupils == pytest.approx(found.other.changing)
    assert found.one.changing == 0
    assert len(found.differences) == (plan != made.today).sum()


def test_a_difference_names_both_schools() -> None:
    made = board()
    plan = made.today.copy()
    plan[1] = 1
    (one,) = compare(made, made.today, plan).differences
    assert (one.area, one.one, one.other, one.pupils) == ("r0c1", "S0", "S1", made.weight[1])
    assert compare(made, plan, plan).differences == ()
    assert np.array_equal(compare(made, made.today, plan).gained, [-made.weight[1], made.weight[1]])
