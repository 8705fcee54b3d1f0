"""Every demand has its name."""

import numpy as np

from junheng.seats.zoning.reasons.demands import Demand, demands
from tests.seats.zoning.reasons.tasks import a_lock_across_another_zone, too_few_seats_within_reach


def test_an_area_that_reaches_every_school_asks_nothing_of_distance() -> None:
    task = too_few_seats_within_reach()
    asked = {one.area for one in demands(task) if one.kind == "distance"}
    assert asked == {0, 1, 3, 4}
    assert (task.within(0), task.within(2)) == ([0], [0, 1])


def test_no_cap_no_contiguity() -> None:
    task = a_lock_across_another_zone()
    assert Demand("lock", area=3, school=0) in demands(task)
    assert sum(one.kind == "contiguity" for one in demands(task)) == 2
    assert not any(one.kind == "distance" for one in demands(task))


def test_a_way_that_is_not_known_is_beyond_the_cap() -> None:
    task = too_few_seats_within_reach()
    task.metres[2, 0] = np.nan
    assert task.within(2) == [1]
