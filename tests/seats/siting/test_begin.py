"""The first choice keeps number, budget and groups, whatever is liked; the cheapest of several is kept."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment import split
from junheng.seats.assignment.clock import Clock
from junheng.seats.siting import SitingProblem, open_or_not
from junheng.seats.siting.begin import cheapest, first_choice, weighed
from tests.seats.assignment.towns import dense
from tests.seats.siting.test_solve import choice

PROBLEM = choice(at_most=3, budget=8.0, group=np.array([-1, -1, -1, -1, -1, 0, 0, 1, 1]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=13, max_size=13))
def test_limits_are_kept(liking: list[float]) -> None:
    chosen = first_choice(PROBLEM, np.array(liking))
    assert chosen is not None
    opened = PROBLEM.options.seats[chosen] > 0
    assert opened[:5].all()
    assert opened[5:7].any()
    assert opened[7:].any()
    assert (opened & PROBLEM.new).sum() <= 3
    assert PROBLEM.options.money[chosen].sum() <= 8.0


def test_groups_that_the_budget_does_not_reach_have_no_choice() -> None:
    poor = choice(budget=0.5, group=np.array([-1, -1, -1, -1, -1, 0, 0, 1, 1]))
    assert first_choice(poor, np.zeros(13)) is None


LIKED = np.array([1.0, 1, 1, 1, 1, 0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 1.0, 0.0])
"""Every new site is liked better shut; the last is never liked open."""


def test_what_the_limits_still_allow_is_opened_the_most_liked_first() -> None:
    assert _opened(choice(at_most=2), LIKED) == [7, 6]
    assert _opened(choice(at_most=4), LIKED) == [7, 6, 5]


def test_where_money_is_weighed_nothing_is_opened_that_is_not_wanted() -> None:
    assert _opened(choice(at_most=2, metres_per_money=1.0), LIKED) == []


def _opened(problem: SitingProblem, liking: np.ndarray) -> list[int]:
    """New sites open, the most liked first."""
    chosen = first_choice(problem, liking)
    assert chosen is not None
    opened = np.flatnonzero((problem.options.seats[chosen] > 0) & problem.new)
    return sorted(opened.tolist(), key=lambda site: -float(liking[chosen[site]]))


def _pairs(problem: SitingProblem) -> list[np.ndarray]:
    """Every choice of two new sites."""
    first = problem.options.first[:-1]
    return [first + np.isin(np.arange(9), pair) for pair in combinations(range(5, 9), 2)]


def test_the_cheapest_choice_is_the_one_of_the_least_flow() -> None:
    problem = choice(at_most=2)
    choices = _pairs(problem)
    costs = [split(problem.places_at(chosen)).objective for chosen in choices]
    for turned in (choices, choices[::-1]):
        found = cheapest(problem, turned, Clock(1.0, 1), 0.0)
        assert [one.cost for one in found] == pytest.approx(sorted(costs))
        assert split(problem.places_at(found[0].chosen)).objective == min(costs) < max(costs)


def test_an_area_has_no_way_to_a_school_that_is_too_small_for_it() -> None:
    places = dense(np.array([[100.0, 200.0]]), np.array([30]), np.array([20, 40]))
    problem = SitingProblem(places, open_or_not(places.seats, np.ones(2, bool), np.zeros(2)), np.zeros(2, bool))
    assert weighed(problem, np.arange(2)).cost == 30 * 200.0


def test_money_counts_among_choices_and_where_time_is_over_the_first_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    dear = choice(at_most=2, metres_per_money=1e9)
    choices = _pairs(dear)
    spent = [dear.money_of(chosen) for chosen in choices]
    assert dear.money_of(cheapest(dear, choices, Clock(1.0, 1), 0.0)[0].chosen) == min(spent)
    monkeypatch.setattr(Clock, "progress", 1.0)
    (only,) = cheapest(dear, choices[::-1], Clock(1.0), 0.5)
    assert (only.chosen == choices[-1]).all()
