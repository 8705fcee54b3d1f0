"""The textbook models on towns small enough to try everything."""

from itertools import combinations

import numpy as np
import pytest

from junheng.seats.siting import SitingPlan, capacitated_facility_location, capacitated_p_median, p_median
from tests.seats.assignment.towns import best_of_all, dense

DICE = np.random.default_rng(3)
METRES = DICE.uniform(100, 2000, (5, 4))
PUPILS = DICE.integers(10, 40, 5)
SEATS = np.array([70, 80, 90, 60])


def test_the_p_median_is_the_best_pair() -> None:
    found = p_median(dense(METRES, PUPILS, SEATS), 2, steps=10_000)
    assert isinstance(found, SitingPlan)
    best = min((METRES[:, list(pair)].min(1) * PUPILS).sum() for pair in combinations(range(4), 2))
    assert found.objective == pytest.approx(best)


def test_the_capacitated_p_median_keeps_the_seats() -> None:
    found = capacitated_p_median(dense(METRES, PUPILS, SEATS), 2, steps=10_000)
    assert isinstance(found, SitingPlan)
    best = min(
        best_of_all(METRES, PUPILS, np.where(np.isin(np.arange(4), pair), SEATS, 0), 12_000.0)
        for pair in combinations(range(4), 2)
    )
    assert found.objective == pytest.approx(best)


def test_facilities_are_opened_when_the_way_saved_pays_for_them() -> None:
    places = dense(METRES, PUPILS, SEATS)
    cheap = capacitated_facility_location(places, np.zeros(4), steps=10_000)
    dear = capacitated_facility_location(places, np.full(4, 1e7), steps=10_000)
    assert isinstance(cheap, SitingPlan)
    assert isinstance(dear, SitingPlan)
    assert cheap.plan.objective <= dear.plan.objective
    assert (cheap.seats > 0).sum() >= (dear.seats > 0).sum()
