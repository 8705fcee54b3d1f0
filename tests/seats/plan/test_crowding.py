"""Where seats do not suffice schools fill up alike, as far as the way to the next is worth it."""

from itertools import product

import numpy as np
import pytest

from junheng.seats.assignment import Arcs
from junheng.seats.plan.crowding import DEARER, OVERSIZED, Crowding, Shared, shared, tier_of

CROWDING = Crowding(large=1.2)


def arcs_of(metres: list[list[float]]) -> Arcs:
    """Every area reaches every place."""
    areas, places = len(metres), len(metres[0])
    first = np.arange(areas + 1, dtype=np.int64) * places
    return Arcs(first, np.tile(np.arange(places), areas), np.array(metres).ravel())


def handed(children: list[int], metres: list[list[float]], seats: list[int]) -> Shared:
    arcs = arcs_of(metres)
    return shared(np.array(children), arcs, np.array(seats), np.zeros(arcs.school.size), CROWDING)


def loads(children: list[int], metres: list[list[float]], seats: list[int]) -> list[int]:
    found: list[int] = handed(children, metres, seats).load.tolist()
    return found


def test_seats_by_the_norm_are_kept_where_they_suffice() -> None:
    assert loads([60, 60], [[100, 900], [100, 900]], [60, 80]) == [60, 60]


def test_too_few_seats_are_shared_alike() -> None:
    assert loads([120, 120], [[500, 500], [500, 500]], [100, 100]) == [120, 120]


def test_nobody_is_sent_farther_than_a_fuller_class_is_worth() -> None:
    assert loads([110], [[100, 100 + 3 * DEARER]], [100, 100]) == [110, 0]
    assert loads([110], [[100, 100 + DEARER / 2]], [100, 100]) == [100, 10]


def test_oversized_classes_are_avoided_further_than_full_ones() -> None:
    assert loads([130], [[100, 100 + 6 * DEARER]], [100, 100]) == [115, 15]
    assert loads([130], [[100, 100 + 30 * DEARER]], [100, 100])[0] > 120


def test_a_place_without_seats_takes_nobody_and_the_last_resort_is_taken() -> None:
    assert loads([500], [[100, 200]], [0, 100]) == [0, 500]
    assert loads([50], [[100]], [0]) == [0]


def test_a_surcharge_counts_as_way() -> None:
    arcs = arcs_of([[100, 200]])
    found = shared(np.array([10]), arcs, np.array([50, 50]), np.array([500.0, 0.0]), CROWDING)
    assert found.load.tolist() == [0, 10]


def test_a_child_more_never_costs_less_than_the_last() -> None:
    cost = [CROWDING.cost(40, load) for load in range(30, 120)]
    steps = np.diff(cost)
    assert (np.diff(steps) >= 0).all()
    assert cost[10] == 0
    assert steps[10] == DEARER
    assert tier_of(40) == 2
    assert OVERSIZED > DEARER


@pytest.mark.parametrize("children", [[30, 40, 50], [60, 70, 10], [90, 90, 90]])
def test_no_zones_cost_less_than_the_bound(children: list[int]) -> None:
    metres, seats = [[100.0, 900.0], [400.0, 300.0], [1200.0, 200.0]], [80, 70]
    bound = handed(children, metres, seats).bound
    for zones in product(range(2), repeat=3):
        way = sum(count * metres[area][place] for area, (count, place) in enumerate(zip(children, zones, strict=True)))
        load = [sum(c for c, zone in zip(children, zones, strict=True) if zone == place) for place in range(2)]
        assert bound <= way + sum(CROWDING.cost(*pair) for pair in zip(seats, load, strict=True)) + 1e-6
