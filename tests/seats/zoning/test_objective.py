"""The objective by hand on a few squares."""

import math

import numpy as np
import pytest

from junheng.seats.zoning.objective import Weights, objective, zones
from tests.seats.zoning.maps import grid

LAND = grid(4, 2, [0, 3])
HALVES = np.array([0, 0, 1, 1, 0, 0, 1, 1])


def test_the_zones_of_two_squares_side_by_side() -> None:
    measured = zones(LAND, HALVES)
    assert measured.pupils.tolist() == [40, 40]
    assert measured.surface.tolist() == [4, 4]
    assert measured.perimeter.tolist() == [8, 8]
    assert measured.imbalance == pytest.approx([1 - 40.001 / 100.00001] * 2, rel=1e-12)
    assert measured.sprawl == pytest.approx([1 - math.pi / 4] * 2, rel=1e-12)


def test_the_published_weights() -> None:
    wanted = 2 * (0.7 * (1 - 40.001 / 100.00001) + 0.3 * (1 - math.pi / 4))
    assert objective(LAND, HALVES) == pytest.approx(wanted, rel=1e-12)
    assert objective(LAND, HALVES, Weights(balance=0, shape=1)) == pytest.approx(2 - math.pi / 2, rel=1e-12)


def test_too_many_pupils_weigh_as_much_as_too_few() -> None:
    crowded = grid(4, 2, [0, 3], [40.0] * 8)
    assert zones(crowded, HALVES).imbalance == pytest.approx([160.001 / 100.00001 - 1] * 2, rel=1e-12)
