"""Exchanges of sites at the prices of the flow: only what keeps the limits, only what is cheaper."""

import numpy as np

from junheng.seats.siting import SitingProblem, open_or_not
from junheng.seats.siting.begin import keeps_limits, weighed
from junheng.seats.siting.exchange import exchanges, gains, mended
from tests.seats.assignment.towns import dense

FAR = 20_000.0
METRES = np.array([[100.0, 200.0, FAR, FAR], [FAR, FAR, FAR, 100.0]])
PLACES = dense(METRES, np.array([20, 30]), np.array([20, 20, 20, 30]))
STANDS = np.array([True, False, False, False])
PROBLEM = SitingProblem(PLACES, open_or_not(PLACES.seats, STANDS, np.ones(4)), ~STANDS, at_most=1)
IDLE = np.array([0, 2, 3, 5])
"""The school and the site beside it, where nobody needs a seat."""


def test_the_site_where_pupils_have_no_seat_opens_for_one_that_is_idle() -> None:
    best = weighed(PROBLEM, IDLE)
    assert best.flow.unserved.sum() == 30
    found = mended(PROBLEM, best, lambda: True)
    assert found.chosen.tolist() == [0, 1, 3, 6]
    assert found.flow.unserved.sum() == 0
    assert found.cost == 20 * 100 + 30 * 100


def test_what_a_site_gains_is_what_its_pupils_save() -> None:
    gain = gains(PROBLEM, weighed(PROBLEM, IDLE))
    assert gain[6] == 30 * (PLACES.unserved_metres - 100)
    assert gain[IDLE].tolist() == [0, 0, 0, 0]


def test_no_exchange_goes_beyond_a_limit() -> None:
    tried = list(exchanges(PROBLEM, weighed(PROBLEM, IDLE)))
    assert tried
    assert all(keeps_limits(PROBLEM, one) for one in tried)


def test_where_time_is_over_or_nobody_lacks_a_seat_nothing_changes() -> None:
    best = weighed(PROBLEM, IDLE)
    assert mended(PROBLEM, best, lambda: False) is best
    whole = weighed(PROBLEM, np.array([0, 1, 3, 6]))
    assert mended(PROBLEM, whole, lambda: True) is whole
