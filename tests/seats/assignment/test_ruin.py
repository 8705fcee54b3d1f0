"""Ruin and recreate keeps the books, obeys the seed and lowers what it is told to lower."""

import numpy as np
import pytest

from junheng.seats.assignment import Graph
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, region_of, shed
from junheng.seats.assignment.ruin import CUT, FORBIDDEN, Heat, best_arc, leave, ruin, with_cut_off, work_for
from junheng.seats.assignment.state import COST, FELT, OVER, arcs_to, seated, table
from tests.seats.assignment.towns import dense, town

PROBLEM = ready(town(80, 9, tightness=0.85)[0])
KNOWN = table(PROBLEM, np.ones(PROBLEM.arcs.school.size, bool), PROBLEM.metres)


def run(seed: int, price: float, *, contiguous: bool = False, focus: float = 0.1) -> City:
    city = City(KNOWN, seated(KNOWN, KNOWN.first[:-1]), region_of(PROBLEM, contiguous=contiguous))
    shed(city)
    ruin(city, Heat(2_000.0, price, focus), 3_000, seed)
    return city


@pytest.mark.parametrize("contiguous", [False, True])
def test_the_books_are_true_afterwards(contiguous: bool) -> None:
    city = run(1, 5_000.0, contiguous=contiguous)
    fresh = seated(KNOWN, city.state.at)
    assert np.allclose(fresh.tally[:FELT], city.state.tally[:FELT])
    assert np.isclose(city.state.tally[FELT], city.state.weight @ np.maximum(fresh.load - KNOWN.seats, 0))
    assert (fresh.load == city.state.load).all()


def test_the_same_seed_takes_the_same_way() -> None:
    assert (run(4, 5_000.0).state.at == run(4, 5_000.0).state.at).all()
    assert (run(4, 5_000.0).state.at != run(5, 5_000.0).state.at).any()


def test_dear_seats_leave_less_overload_at_more_cost() -> None:
    cheap, dear = run(1, 10.0), run(1, 20_000.0, focus=0.5)
    assert dear.state.tally[OVER] < cheap.state.tally[OVER]
    assert dear.state.tally[COST] > cheap.state.tally[COST]


@pytest.mark.parametrize("seed", range(4))
def test_zones_in_one_piece_stay_so_and_most_areas_find_one(seed: int) -> None:
    city = run(seed, 2_000.0, contiguous=True)
    assert shed(city) == 0
    assert city.state.held[-1] == 0
    assert (city.state.at != KNOWN.first[:-1]).sum() > 10


def test_an_area_in_which_a_school_stands_stays() -> None:
    city = run(1, 5_000.0, contiguous=True)
    fixed = city.region.fixed == 1
    assert fixed.any()
    assert (city.state.at[fixed] == KNOWN.first[:-1][fixed]).all()


def test_what_a_move_cuts_off_goes_with_it_or_the_move_is_not_made() -> None:
    """Area 0 joins a chain to its school; without it the chain is seated anew as a whole, unless it is too long."""
    for count in (CUT - 1, CUT + 4):
        city = chain(count)
        work = work_for(city)
        leave(city, work, 1, 0)
        taken = with_cut_off(city, work, 1)
        if count < CUT:
            assert taken == count - 1
            assert city.state.held.tolist() == [1, count - 1]
        else:
            assert taken == -1
            assert city.state.held.tolist() == [count, 0]


def chain(count: int) -> City:
    """Areas in a row, all at the one school, which stands in the first."""
    first = np.concatenate(([0, 1], 1 + 2 * np.arange(1, count - 1), [2 * count - 2])).astype(np.int64)
    area = np.array([1] + [at for one in range(1, count - 1) for at in (one - 1, one + 1)] + [count - 2], np.int64)
    metres, home = np.ones((count, 1)), np.array([0])
    problem = ready(dense(metres, np.ones(count), np.array([count]), touching=Graph(first, area), home=home))
    known = table(problem, np.ones(count, bool), problem.metres)
    return City(known, seated(known, known.first[:-1]), region_of(problem, contiguous=True))


def test_the_best_arc_counts_way_and_overload() -> None:
    problem = ready(dense(np.array([[10.0, 20.0]] * 3), np.full(3, 4), np.array([4, 8])))
    known = table(problem, np.ones(6, bool), problem.metres)
    city = City(known, seated(known, arcs_to(known, np.array([0, 1, -1]))), region_of(problem, contiguous=False))
    to = [known.school[best_arc(city, 2, Heat(0.0, price, 0.0))] for price in (1.0, 1_000.0)]
    assert to == [0, 1]


def test_an_area_stays_nowhere_rather_than_break_what_is_forbidden() -> None:
    """However the arcs it overlooks by chance fall, it never goes where there is no room."""
    problem = ready(dense(np.array([[10.0, 20.0]] * 2), np.full(2, 9), np.array([9, 8])))
    known = table(problem, np.ones(4, bool), problem.metres)
    city = City(known, seated(known, arcs_to(known, np.array([0, -1]))), region_of(problem, contiguous=False))
    heat = Heat(0.0, FORBIDDEN, 0.0)
    assert {int(known.school[best_arc(city, 1, heat)]) for _ in range(2_000)} == {2}
