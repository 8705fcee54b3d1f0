"""A board refuses tables that do not fit together."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.zoning.editing.board import members
from tests.seats.zoning.editing.boards import board


def test_every_shape_is_checked() -> None:
    with pytest.raises(ValueError, match=r"seats.*; .*home"):
        replace(board(), seats=np.zeros(3), home=np.zeros(1, np.int64))


def test_today_names_schools_that_are_there() -> None:
    with pytest.raises(ValueError, match="today"):
        replace(board(), today=np.full(12, 2))


def test_members_and_weights() -> None:
    made = board()
    assert members(np.array([1, 0, 1]), 1).tolist() == [0, 2]
    assert made.weight.tolist() == [sum(row) for row in made.pupils.tolist()]
