"""New dwellings fill over the years; migrant children come in proportion."""

import numpy as np
import pytest

from junheng.seats.forecast import dwelling_yield, migrant_children


def test_dwellings_are_moved_into_over_the_years() -> None:
    deliveries = np.array([[100.0, 0.0], [0.0, 50.0], [0.0, 0.0]])
    found = dwelling_yield(deliveries, np.array([0.1, 0.2]), np.array([0.5, 0.3]))
    assert found[:, 0, 0] == pytest.approx([5, 8, 8])
    assert found[:, 1, 1] == pytest.approx([0, 5, 8])


@pytest.mark.parametrize(
    ("deliveries", "pupils", "occupancy"), [(-1.0, 0.1, 0.5), (1.0, -0.1, 0.5), (1.0, 0.1, -0.5), (1.0, 0.1, 1.5)]
)
def test_housing_that_cannot_be_is_refused(deliveries: float, pupils: float, occupancy: float) -> None:
    with pytest.raises(ValueError, match="occupancy"):
        dwelling_yield(np.array([[deliveries]]), np.array([pupils]), np.array([occupancy]))


def test_migrant_children_follow_their_share() -> None:
    pupils = np.array([[[100.0, 50.0]], [[100.0, 50.0]]])
    found = migrant_children(pupils, np.array([0.2]), 0.1)
    assert found[:, 0, 0] == pytest.approx([22, 24.2])
    assert migrant_children(pupils, np.array([0.2]), -1).sum() == 0
    with pytest.raises(ValueError, match="below"):
        migrant_children(-pupils, np.array([0.2]), 0.0)
