"""What is wrong at the end is mended where there are seats; who finds none loses the seat, the smallest that helps."""

import numpy as np

from junheng.seats.assignment.clock import Clock
from junheng.seats.assignment.model import Problem
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, region_of, shed
from junheng.seats.assignment.repair import begin, finish, right, seat_left
from junheng.seats.assignment.ruin import FORBIDDEN, Heat
from junheng.seats.assignment.scale import scale_of
from junheng.seats.assignment.state import OVER, arcs_to, assignment_of, seated, table
from tests.seats.assignment.test_region import row
from tests.seats.assignment.towns import dense, town


def ended(problem: Problem, *, contiguous: bool = False) -> City:
    known = table(problem, np.ones(problem.arcs.school.size, bool), problem.metres)
    city = City(known, seated(known, known.first[:-1]), region_of(problem, contiguous=contiguous))
    finish(city, scale_of(problem), 1, Clock(1.0, steps=1))
    return city


def test_mending_ends_the_overload_where_there_are_seats() -> None:
    city = ended(ready(town(80, 9, tightness=0.8)[0]))
    assert city.state.tally[OVER] == 0
    assert city.state.load[-1] == 0


def test_zones_end_in_one_piece_and_within_their_seats() -> None:
    city = ended(ready(town(80, 9, tightness=0.8)[0]), contiguous=True)
    assert right(city)
    assert shed(city) == 0


def test_the_smallest_area_that_suffices_loses_its_seat() -> None:
    city = ended(ready(dense(np.full((4, 1), 10.0), np.array([9, 30, 12, 40]), np.array([80]))))
    assert city.state.load.tolist() == [79, 12]
    assert city.state.tally[OVER] == 0


def test_several_go_when_none_is_enough_alone() -> None:
    city = ended(ready(dense(np.full((4, 1), 10.0), np.array([9, 10, 8, 7]), np.array([12]))))
    assert city.state.load[0] <= 12


def test_zones_begin_in_one_piece_and_loose_areas_go_where_they_touch() -> None:
    _, city = row([0, 1, 1, 0, 0], [0, 1])
    begin(city, Heat(0.0, 1.0, 0.0))
    assert assignment_of(city.known, city.state.at).tolist() == [0, 1, 1, 1, 1]


def test_whoever_has_no_seat_gets_one_that_is_free() -> None:
    problem = ready(dense(np.array([[10.0, 20.0]] * 3), np.full(3, 4), np.array([4, 4])))
    known = table(problem, np.ones(6, bool), problem.metres)
    city = City(known, seated(known, arcs_to(known, np.array([0, -1, -1]))), region_of(problem, contiguous=False))
    seat_left(city, Heat(0.0, FORBIDDEN, 0.0))
    assert city.state.load.tolist() == [4, 4, 4]
