"""What a plan changes for one area."""

from dataclasses import replace

import numpy as np

from junheng.seats.zoning.editing.changes import change, change_of
from junheng.seats.zoning.editing.distances import NearbyDistances
from tests.seats.zoning.editing.boards import board


def test_school_and_distance_before_and_after() -> None:
    made = board()
    plan = made.today.copy()
    plan[1] = 1
    found = change(made, plan, 1)
    assert (found.school_today, found.school, found.changes) == ("S0", "S1", True)
    assert (found.metres_today, round(found.metres or 0)) == (100, 283)
    assert change_of(made, plan, "r0c1") == found
    assert change_of(made, plan, "nowhere") is None
    assert not change(made, plan, 2).changes


def test_a_distance_beyond_the_cut_off_is_not_known() -> None:
    near = NearbyDistances((12, 2), np.array([1]), np.array([0]), np.array([90.0]))
    found = change(replace(board(), distances=near), np.full(12, 1), 1)
    assert (found.metres_today, found.metres) == (90, None)
