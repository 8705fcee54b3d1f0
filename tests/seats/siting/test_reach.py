"""The table of what is within reach has a one for every arc that counts as near, and for nothing else."""

import numpy as np

from junheng.seats.siting.reach import reach
from tests.seats.assignment.towns import dense


def test_ones_where_an_arc_is_near() -> None:
    places = dense(np.array([[100.0, 900.0], [600.0, 300.0]]), np.array([10, 20]), np.array([0, 0]))
    found = reach(places, places.arcs.metres <= 300.0)
    assert found.toarray().tolist() == [[1.0, 0.0], [0.0, 1.0]]
