"""Annealing keeps the books, obeys the seed and lowers what it is told to lower."""

import numpy as np

from junheng.seats.assignment.anneal import Heat, anneal
from junheng.seats.assignment.ready import ready
from junheng.seats.assignment.region import City, free_region
from junheng.seats.assignment.state import COST, OVER, seated, table
from tests.seats.assignment.towns import town

PROBLEM = ready(town(80, 9, tightness=0.85)[0])
KNOWN = table(PROBLEM, np.ones(PROBLEM.arcs.school.size, bool), PROBLEM.metres)


def run(seed: int, price: float) -> City:
    city = City(KNOWN, seated(KNOWN, KNOWN.first[:-1]), free_region(80))
    anneal(city, Heat(2_000.0, price, 0.4), 5_000, seed)
    return city


def test_the_books_are_true_afterwards() -> None:
    city = run(1, 5_000.0)
    assert np.allclose(seated(KNOWN, city.state.at).tally, city.state.tally)


def test_the_same_seed_takes_the_same_way() -> None:
    assert (run(4, 5_000.0).state.at == run(4, 5_000.0).state.at).all()
    assert (run(4, 5_000.0).state.at != run(5, 5_000.0).state.at).any()


def test_dear_seats_leave_less_overload_at_more_cost() -> None:
    cheap, dear = run(1, 10.0), run(1, 20_000.0)
    assert dear.state.tally[OVER] < cheap.state.tally[OVER]
    assert dear.state.tally[COST] > cheap.state.tally[COST]
