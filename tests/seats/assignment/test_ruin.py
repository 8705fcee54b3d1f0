"""Ruin and recreate keeps the books, obeys the seed and lowers what it is told to lower."""

import numpy as np
import pytest

from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, count_all, region_of
from junheng.seats.assignment.ruin import FORBIDDEN, Heat, best_arc, ruin
from junheng.seats.assignment.state import COST, OVER, arcs_to, seated, table
from tests.seats.assignment.towns import dense, town

PROBLEM = ready(town(80, 9, tightness=0.85)[0])
KNOWN = table(PROBLEM, np.ones(PROBLEM.arcs.school.size, bool), PROBLEM.metres)
TORN = 20_000.0


def run(seed: int, price: float, *, torn: float | None = None, focus: float = 0.1) -> City:
    city = City(KNOWN, seated(KNOWN, KNOWN.first[:-1]), region_of(PROBLEM, contiguous=torn is not None))
    count_all(city)
    ruin(city, Heat(2_000.0, price, torn or 0.0, focus), 3_000, seed)
    return city


@pytest.mark.parametrize("torn", [None, TORN])
def test_the_books_are_true_afterwards(torn: float | None) -> None:
    city = run(1, 5_000.0, torn=torn)
    fresh = seated(KNOWN, city.state.at)
    assert np.allclose(fresh.tally, city.state.tally)
    assert (fresh.load == city.state.load).all()
    if torn:
        kept = city.region.pieces.copy()
        count_all(city)
        assert (kept == city.region.pieces).all()


def test_the_same_seed_takes_the_same_way() -> None:
    assert (run(4, 5_000.0).state.at == run(4, 5_000.0).state.at).all()
    assert (run(4, 5_000.0).state.at != run(5, 5_000.0).state.at).any()


def test_dear_seats_leave_less_overload_at_more_cost() -> None:
    cheap, dear = run(1, 10.0), run(1, 20_000.0, focus=0.5)
    assert dear.state.tally[OVER] < cheap.state.tally[OVER]
    assert dear.state.tally[COST] > cheap.state.tally[COST]


def test_dear_pieces_leave_fewer_of_them() -> None:
    assert count_all(run(2, 2_000.0, torn=10 * TORN)) < count_all(run(2, 2_000.0, torn=1.0))


def test_no_piece_comes_where_pieces_are_forbidden() -> None:
    begun = count_all(City(KNOWN, seated(KNOWN, KNOWN.first[:-1]), region_of(PROBLEM, contiguous=True)))
    assert count_all(run(3, 2_000.0, torn=FORBIDDEN)) <= begun


def test_an_area_in_which_a_school_stands_stays() -> None:
    city = run(1, 5_000.0, torn=TORN)
    fixed = city.region.fixed == 1
    assert fixed.any()
    assert (city.state.at[fixed] == KNOWN.first[:-1][fixed]).all()


def test_the_best_arc_counts_way_overload_and_pieces() -> None:
    problem = ready(dense(np.array([[10.0, 20.0]] * 3), np.full(3, 4), np.array([4, 8])))
    known = table(problem, np.ones(6, bool), problem.metres)
    city = City(known, seated(known, arcs_to(known, np.array([0, 1, -1]))), region_of(problem, contiguous=False))
    to = [known.school[best_arc(city, 2, Heat(0.0, price, 0.0, 0.0))] for price in (1.0, 1_000.0)]
    assert to == [0, 1]


def test_an_area_stays_nowhere_rather_than_break_what_is_forbidden() -> None:
    """However the arcs it overlooks by chance fall, it never goes where there is no room."""
    problem = ready(dense(np.array([[10.0, 20.0]] * 2), np.full(2, 9), np.array([9, 8])))
    known = table(problem, np.ones(4, bool), problem.metres)
    city = City(known, seated(known, arcs_to(known, np.array([0, -1]))), region_of(problem, contiguous=False))
    heat = Heat(0.0, FORBIDDEN, FORBIDDEN, 0.0)
    assert {int(known.school[best_arc(city, 1, heat)]) for _ in range(2_000)} == {2}
