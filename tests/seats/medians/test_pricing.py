"""What a site is worth at prices, against trying every group of customers."""

import itertools

import numpy as np
import pytest

from junheng.seats.medians.pricing import arcs_of, cheapest_cover, exact_values, priced, quick_values
from junheng.seats.medians.problem import Problem
from tests.seats.medians.small import shops, towns


def worth(problem: Problem, site: int, price: np.ndarray) -> float:
    groups = itertools.product((0.0, 1.0), repeat=problem.customers)
    fitting = [np.array(one) for one in groups if np.dot(one, problem.demand) <= problem.capacity[site]]
    own = problem.own[site]
    return float(problem.fixed[site]) + min(
        float(one @ (problem.cost[:, site] - price)) for one in fitting if own < 0 or one[own] == 1
    )


@pytest.mark.parametrize("problem", [towns(0), towns(1, spare=1.0), shops(0), shops(1)])
def test_a_site_is_worth_its_best_group(problem: Problem) -> None:
    arcs, price = arcs_of(problem), np.random.default_rng(0).uniform(0, 40, problem.customers)
    served = np.zeros(problem.customers, np.uint8)
    quick = quick_values(arcs, price, float(price.max()), np.zeros((problem.sites, problem.customers), np.uint8))
    for site in range(problem.sites):
        value = priced(arcs, site, price, float(price.max()), 0.0, served)
        assert value == pytest.approx(worth(problem, site, price), abs=1e-9)
        assert quick[site] <= value + 1e-9
        group = np.flatnonzero(served)
        told = problem.fixed[site] + (problem.cost[group, site] - price[group]).sum()
        assert value == pytest.approx(told, abs=1e-9)


def test_the_lowest_sites_are_exact() -> None:
    problem, count = towns(3, spare=1.0), 2
    arcs, price = arcs_of(problem), np.full(7, 15.0)
    served = np.zeros((7, 7), np.uint8)
    values = quick_values(arcs, price, 15.0, served)
    exact_values(arcs, price, 15.0, 0.0, served, values, np.argsort(values), count)
    true = sorted(worth(problem, site, price) for site in range(7))
    assert np.sort(values)[:count] == pytest.approx(true[:count], abs=1e-9)


def test_the_cheapest_cover_holds_the_need() -> None:
    values, room = np.array([-3.0, 5.0, 2.0, 4.0]), np.array([4.0, 9.0, 3.0, 5.0])
    least, opened = cheapest_cover(values, room, 9.0)
    picks = [np.array(one) for one in itertools.product((0, 1), repeat=4) if np.dot(one, room) >= 9]
    assert least == pytest.approx(min(float(one @ values) for one in picks))
    assert values[opened].sum() == pytest.approx(least)
    assert room[opened].sum() >= 9
