"""Options of sites as they are written down."""

import numpy as np

from junheng.seats.siting import Options, SitingProblem, open_or_not
from tests.seats.assignment.towns import dense


def test_existing_sites_have_one_option_and_new_ones_two() -> None:
    options = open_or_not(np.array([30, 40]), np.array([True, False]), np.array([5.0, 7.0]))
    assert options.first.tolist() == [0, 1, 3]
    assert options.site.tolist() == [0, 1, 1]
    assert options.seats.tolist() == [30, 0, 40]
    assert options.money.tolist() == [0.0, 0.0, 7.0]


def test_a_choice_says_its_seats_and_its_money() -> None:
    options = Options(np.array([0, 2, 4]), np.array([30, 60, 0, 50]), np.array([0.0, 1.0, -30.0, 2.0]))
    places = dense(np.ones((1, 2)), np.array([5]), np.array([1, 1]))
    problem = SitingProblem(places, options, np.zeros(2, bool))
    assert problem.most_seats.tolist() == problem.places_at_most.seats.tolist() == [60, 50]
    assert problem.places_at(np.array([1, 2])).seats.tolist() == [60, 0]
    assert problem.money_of(np.array([1, 2])) == -29.0
