"""Seats short: chains look for them, and who finds none loses the seat, the smallest area that suffices."""

import numpy as np

from junheng.seats.assignment.anneal import Heat
from junheng.seats.assignment.clock import Clock
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, free_region
from junheng.seats.assignment.repair import finish, mend, short_of_seats
from junheng.seats.assignment.state import OVER, seated, table
from tests.seats.assignment.towns import dense, town


def test_mending_ends_the_overload_where_there_are_seats() -> None:
    problem = ready(town(80, 9, tightness=0.8)[0])
    known = table(problem, np.ones(problem.arcs.school.size, bool), problem.metres)
    city = City(known, seated(known, known.first[:-1]), free_region(80))
    assert city.state.tally[OVER] > 0
    mend(city, Heat(1_000.0, 50_000.0, 0.4), 500, 1)
    assert city.state.tally[OVER] == 0
    assert short_of_seats(city) == -1


def test_the_smallest_area_that_suffices_loses_its_seat() -> None:
    problem = ready(dense(np.full((4, 1), 10.0), np.array([9, 30, 12, 40]), np.array([80])))
    known = table(problem, np.ones(4, bool), problem.metres)
    city = City(known, seated(known, known.first[:-1]), free_region(4))
    finish(city, Heat(1_000.0, 50_000.0, 0.4), 1, Clock(1.0, steps=1))
    assert city.state.load.tolist() == [79, 12]
    assert city.state.tally[OVER] == 0


def test_several_go_when_none_is_enough_alone() -> None:
    problem = ready(dense(np.full((4, 1), 10.0), np.array([9, 10, 8, 7]), np.array([12])))
    known = table(problem, np.ones(4, bool), problem.metres)
    city = City(known, seated(known, known.first[:-1]), free_region(4))
    finish(city, Heat(1_000.0, 50_000.0, 0.4), 1, Clock(1.0, steps=1))
    assert city.state.load[0] <= 12
