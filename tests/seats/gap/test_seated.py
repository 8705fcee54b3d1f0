"""Children seated the shortest way there are seats for."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.gap import seated
from junheng.seats.places import Ways


def ways(metres: np.ndarray) -> Ways:
    areas, schools = metres.shape
    area = np.repeat(np.arange(areas), schools)
    return Ways(area, np.tile(np.arange(schools), areas), metres.reshape(-1).astype(float))


def test_the_nearest_school_fills_first_and_who_is_left_is_counted_by_area() -> None:
    found = seated(np.array([30, 30]), np.array([40, 10]), ways(np.array([[100, 900], [200, 300]])))
    assert found.pupils.tolist() == [40, 10]
    assert found.unseated.sum() == 10


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_nobody_is_lost_and_no_school_overflows(seed: int) -> None:
    dice = np.random.default_rng(seed)
    children, seats = dice.integers(0, 40, 5), dice.integers(0, 60, 3)
    found = seated(children, seats, ways(dice.integers(1, 5000, (5, 3))))
    assert found.pupils.sum() + found.unseated.sum() == children.sum()
    assert (found.pupils <= seats).all()
    assert found.unseated.sum() == max(0, children.sum() - seats.sum())


def test_without_a_way_there_is_no_seat() -> None:
    nowhere = np.zeros(0, np.int64)
    found = seated(np.array([5]), np.array([9]), Ways(nowhere, nowhere, np.zeros(0)))
    assert (found.pupils.tolist(), found.unseated.tolist()) == ([0], [5])
