"""Temperatures fall and prices rise, measured in what an area and a pupil cost."""

import numpy as np

from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.scale import scale_of
from tests.seats.assignment.towns import dense


def test_the_scale_is_the_mean_at_the_nearest_school() -> None:
    scale = scale_of(ready(dense(np.array([[500.0, 900.0], [800.0, 200.0]]), np.array([10, 30]), np.array([40, 40]))))
    assert scale.metre == (10 * 500 + 30 * 200) / 40
    assert scale.area == (10 * 500 + 30 * 200) / 2


def test_costs_of_nothing_still_have_a_scale() -> None:
    assert scale_of(ready(dense(np.zeros((2, 2)), np.array([1, 1]), np.array([2, 2])))).metre > 0


def test_a_run_cools_and_seats_grow_dear() -> None:
    scale = scale_of(ready(dense(np.ones((2, 2)) * 500, np.array([1, 1]), np.array([2, 2]))))
    heats = [scale.heat(progress, fresh=True) for progress in (0.0, 0.5, 1.0)]
    assert [one.temperature for one in heats] == sorted((one.temperature for one in heats), reverse=True)
    assert [one.price for one in heats] == sorted(one.price for one in heats)
    assert scale.heat(0.0, fresh=False).temperature < heats[0].temperature
