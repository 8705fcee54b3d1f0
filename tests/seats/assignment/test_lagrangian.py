"""The bound is a bound: below the best of all, above nothing it should not be, the same for lists of the nearest."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment import nearest_arcs, split
from junheng.seats.assignment.lagrangian import Ascent
from junheng.seats.assignment.ready import ready
from tests.seats.assignment.towns import best_of_all, dense, town


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_it_never_exceeds_the_best_of_all_and_never_falls(seed: int) -> None:
    dice = np.random.default_rng(seed)
    metres, pupils = dice.uniform(0, 3000, (5, 3)), dice.integers(0, 50, 5)
    seats = dice.integers(0, 80, 3)
    best = best_of_all(metres, pupils, seats, 5000.0)
    ascent = Ascent(ready(dense(metres, pupils, seats, unserved_metres=5000.0)))
    values = [ascent.value, *(ascent.rise(5) for _ in range(30))]
    assert values == sorted(values)
    assert values[-1] <= best * (1 + 1e-9) + 1e-6


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.0, 3.0))
def test_prices_to_begin_from_may_be_wrong(seed: int, wrong: float) -> None:
    dice = np.random.default_rng(seed)
    metres, pupils, seats = dice.uniform(0, 3000, (5, 3)), dice.integers(1, 50, 5), dice.integers(0, 80, 3)
    problem = ready(dense(metres, pupils, seats, unserved_metres=5000.0))
    prices = wrong * metres.mean() * pupils
    assert Ascent(problem, prices).rise(60) <= best_of_all(metres, pupils, seats, 5000.0) * (1 + 1e-9) + 1e-6


@pytest.mark.parametrize("tightness", [0.7, 0.9, 1.3])
def test_it_settles_near_the_best_prices(tightness: float) -> None:
    """From wherever it begins: far steps do not stop it short, and no plan has to be known."""
    problem = ready(town(80, 12, tightness=tightness)[0])
    cold = Ascent(problem)
    while not cold.settled:
        cold.rise()
    again = Ascent(problem, cold.climb.best)
    while not again.settled:
        again.rise()
    assert again.value == pytest.approx(cold.value, rel=2e-3)
    assert again.value >= cold.value


def test_it_is_stronger_than_the_flow() -> None:
    problem, _, _ = town(80, 12, tightness=0.9)
    ascent = Ascent(ready(problem))
    for _ in range(20):
        ascent.rise()
    assert ascent.value > split(problem).objective
    assert ascent.certificate(1.0).prices.size == 80


def test_lists_of_the_nearest_bound_all_pairs() -> None:
    problem, areas, schools = town(60, 9, near=3, tightness=0.95)
    every = replace(problem, arcs=nearest_arcs(areas, schools, 9))
    ascent = Ascent(ready(problem))
    for _ in range(10):
        ascent.rise()
    assert ascent.value <= split(every).objective * 1.2
    assert (ascent.climb.best <= ascent.columns.ceiling + 1e-9).all()
    farthest = (problem.arcs.metres * problem.pupils[problem.arcs.area]).reshape(-1, 3)[:, -1]
    assert (ascent.columns.ceiling <= farthest + 1e-9).all()


def test_no_areas_cost_nothing() -> None:
    problem = dense(np.zeros((0, 2)), np.zeros(0), np.array([3, 4]))
    assert Ascent(ready(problem)).rise() == pytest.approx(0.0)
