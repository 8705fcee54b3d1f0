"""Where seats do not suffice schools fill up alike, as far as the way to the next is worth it."""

import numpy as np

from junheng.seats.assignment import Arcs
from junheng.seats.plan.crowding import DEARER, crowded


def arcs_of(metres: list[list[float]]) -> Arcs:
    """Every area reaches every place."""
    areas, places = len(metres), len(metres[0])
    first = np.arange(areas + 1, dtype=np.int64) * places
    return Arcs(first, np.tile(np.arange(places), areas), np.array(metres).ravel())


def loads(children: list[int], metres: list[list[float]], seats: list[int]) -> list[int]:
    arcs = arcs_of(metres)
    found: list[int] = crowded(
        np.array(children), arcs, np.array(seats), np.zeros(arcs.school.size), large=1.2
    ).tolist()
    return found


def test_seats_by_the_norm_are_kept_where_they_suffice() -> None:
    assert loads([60, 60], [[100, 900], [100, 900]], [60, 80]) == [60, 60]


def test_too_few_seats_are_shared_alike() -> None:
    assert loads([120, 120], [[500, 500], [500, 500]], [100, 100]) == [120, 120]


def test_nobody_is_sent_farther_than_a_fuller_class_is_worth() -> None:
    near = loads([110], [[100, 100 + 3 * DEARER]], [100, 100])
    assert near == [110, 0]
    assert loads([110], [[100, 100 + DEARER / 2]], [100, 100]) == [100, 10]


def test_oversized_classes_are_avoided_further_than_full_ones() -> None:
    assert loads([130], [[100, 100 + 6 * DEARER]], [100, 100]) == [115, 15]
    assert loads([130], [[100, 100 + 20 * DEARER]], [100, 100])[0] > 120


def test_a_place_without_seats_takes_nobody_and_the_last_resort_is_taken() -> None:
    assert loads([500], [[100, 200]], [0, 100]) == [0, 500]
    assert loads([50], [[100]], [0]) == [0]


def test_a_surcharge_counts_as_way() -> None:
    arcs = arcs_of([[100, 200]])
    found = crowded(np.array([10]), arcs, np.array([50, 50]), np.array([500.0, 0.0]), large=1.2)
    assert found.tolist() == [0, 10]
