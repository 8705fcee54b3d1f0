"""Every way a plan can break its demands is seen, with the amount and the place."""

import math

import numpy as np

from junheng.seats.zoning.reasons.breaches import Breach, breaches
from junheng.seats.zoning.reasons.demands import Demand
from tests.seats.zoning.reasons.tasks import a_lock_across_another_zone, too_few_seats_within_reach


def test_seats_and_distance() -> None:
    task = too_few_seats_within_reach()
    assert breaches(task, np.array([0, 0, 0, 0, 1])) == (
        Breach(Demand("distance", area=3), 500),
        Breach(Demand("seats", school=0), 100),
    )


def test_a_way_that_is_not_known() -> None:
    task = too_few_seats_within_reach()
    task.metres[3, 0] = np.nan
    (far, _) = breaches(task, np.array([0, 0, 0, 0, 1]))
    assert math.isinf(far.excess)


def test_contiguity_names_the_place_and_the_bridge() -> None:
    task = a_lock_across_another_zone()
    (found,) = breaches(task, np.array([0, 1, 1, 0]))
    assert found == Breach(Demand("contiguity", school=0), cut_off=(3,), bridge=(2, 1))


def test_a_lock_that_was_not_kept() -> None:
    task = a_lock_across_another_zone()
    assert breaches(task, np.array([0, 1, 1, 1])) == (Breach(Demand("lock", area=3, school=0)),)
