"""Zones in one piece: which piece remains, what touches what, which areas stay."""

import numpy as np
import pytest

from junheng.seats.assignment import NOBODY, Graph, Problem
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import (
    City,
    homes_of,
    look_beside,
    may_join,
    region_of,
    shed,
    stamp_core,
    without_homes,
)
from junheng.seats.assignment.state import arcs_to, assignment_of, seated, table
from tests.seats.assignment.towns import dense

# 0 - 1 - 2 - 3 - 4 in a row; 1 and 3 also touch.
SIDES = [(0, 1), (1, 2), (2, 3), (3, 4), (1, 3)]


def row(assignment: list[int], home: list[int]) -> tuple[Problem, City]:
    both = sorted([*SIDES, *((b, a) for a, b in SIDES)])
    first = np.concatenate(([0], np.cumsum(np.bincount([a for a, _ in both], minlength=5))))
    graph = Graph(first.astype(np.int64), np.array([b for _, b in both], np.int64))
    places = dense(np.ones((5, 2)), np.full(5, 4), np.full(2, 20), touching=graph, home=np.array(home))
    problem = ready(places)
    known = table(problem, np.ones(10, bool), problem.metres)
    return problem, City(
        known, seated(known, arcs_to(known, np.array(assignment))), region_of(problem, contiguous=True)
    )


def test_an_area_joins_only_what_it_touches_or_what_nobody_has() -> None:
    _, city = row([0, 0, 0, 1, 1], [-1, -1])
    look_beside(city, 1)
    assert may_join(city, 1)
    look_beside(city, 0)
    assert not may_join(city, 1)
    _, city = row([0, 0, 0, 0, 0], [-1, -1])
    look_beside(city, 0)
    assert may_join(city, 1)


def test_anything_may_join_where_zones_may_be_in_pieces() -> None:
    problem, city = row([0, 0, 0, 1, 1], [-1, -1])
    free = city._replace(region=region_of(problem, contiguous=False))
    look_beside(free, 0)
    assert may_join(free, 1)


def stamped(city: City) -> list[int]:
    return np.flatnonzero(city.region.seen == city.region.stamp[0]).tolist()


def test_the_largest_piece_remains_and_whole_zones_do() -> None:
    _, city = row([0, 1, 1, 0, 0], [-1, -1])
    assert stamp_core(city, 0) == 2
    assert stamped(city) == [3, 4]
    assert stamp_core(city, 1) == 2
    assert stamped(city) == [1, 2]


def test_the_piece_with_the_school_remains_however_small() -> None:
    _, city = row([0, 1, 1, 0, 0], [0, -1])
    assert stamp_core(city, 0) == 1
    assert stamped(city) == [0]


def test_a_zone_without_areas_has_no_core() -> None:
    _, city = row([0, 0, 0, 0, 0], [-1, -1])
    assert stamp_core(city, 1) == 0


def test_what_hangs_loose_loses_its_seat() -> None:
    _, city = row([0, 1, 1, 0, 0], [0, 1])
    assert shed(city) == 2
    assert assignment_of(city.known, city.state.at).tolist() == [0, 1, 1, NOBODY, NOBODY]
    assert shed(city) == 0


def test_whoever_has_no_seat_is_no_zone() -> None:
    _, city = row([-1, 0, -1, 0, 1], [-1, -1])
    assert shed(city) == 0


def test_areas_in_which_a_school_stands_are_fixed_only_where_zones_are_in_one_piece() -> None:
    problem, city = row([0, 0, 0, 1, 1], [0, 4])
    assert city.region.fixed.tolist() == [1, 0, 0, 0, 1]
    assert city.region.home.tolist() == [0, 4, NOBODY]
    free = region_of(problem, contiguous=False)
    assert not free.fixed.any()
    assert (free.home == NOBODY).all()


def test_two_schools_in_one_area_share_it_by_order_and_large_areas_hold_nobody_back() -> None:
    problem, _ = row([0, 0, 0, 1, 1], [2, 2])
    assert homes_of(problem).tolist() == [2, -1]
    small = Problem(problem.pupils, np.array([3, 20]), problem.arcs, touching=problem.touching, home=np.array([1, 2]))
    assert homes_of(small).tolist() == [-1, 2]


def test_areas_that_must_be_in_a_zone_take_their_seats_and_cost_what_they_cost() -> None:
    problem, city = row([0, 0, 0, 1, 1], [0, 4])
    rest, cost = without_homes(problem, city.region)
    assert rest.pupils.tolist() == [0, 4, 4, 4, 0]
    assert rest.seats.tolist() == [16, 16]
    assert cost == 8.0
    free, nothing = without_homes(problem, region_of(problem, contiguous=False))
    assert (free.pupils == problem.pupils).all()
    assert nothing == 0.0


def test_a_problem_without_neighbours_has_no_zones_in_one_piece() -> None:
    with pytest.raises(ValueError, match="touch"):
        region_of(dense(np.ones((2, 2)), np.ones(2), np.ones(2)), contiguous=True)
