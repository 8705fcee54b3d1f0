"""Site moves keep the books: loads, seats, cost, number and money agree with a fresh count after any number of them."""

import numpy as np

from junheng.seats.assignment.region import City, region_of
from junheng.seats.assignment.ruin import Heat
from junheng.seats.assignment.state import COST, OVER, seated, table
from junheng.seats.siting.begin import first_choice
from junheng.seats.siting.moves import OPEN, SPENT, settle_sites
from junheng.seats.siting.solve import sites_of
from tests.seats.siting.test_solve import choice


def test_the_books_agree_after_many_moves() -> None:
    problem = choice(at_most=2, budget=6.0)
    arcs = problem.places.arcs
    known = table(problem.places, np.ones(arcs.school.size, bool), problem.places.metres)
    chosen = first_choice(problem, np.linspace(0, 1, problem.options.seats.size))
    assert chosen is not None
    known.seats[:-1] = problem.options.seats[chosen]
    city = City(known, seated(known, known.first[:-1]), region_of(problem.places, contiguous=False))
    sites = sites_of(problem, known, chosen)
    kept = settle_sites(city, sites, Heat(1e5, 300.0, 0.1), 3_000, 1)
    assert kept > 0
    afresh = seated(known, city.state.at)
    assert (known.seats[:-1] == problem.options.seats[sites.chosen]).all()
    assert (afresh.load == city.state.load).all()
    assert np.isclose(afresh.tally[COST], city.state.tally[COST])
    assert afresh.tally[OVER] == city.state.tally[OVER]
    opened = (known.seats[:-1] > 0) & problem.new
    assert sites.tally[OPEN] == opened.sum() <= 2
    assert np.isclose(sites.tally[SPENT], problem.options.money[sites.chosen].sum())
    assert sites.tally[SPENT] <= 6.0
