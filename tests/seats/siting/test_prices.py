"""Prices of the cheapest flow: they prove it, and no way it uses has any regret."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.assignment import split
from junheng.seats.assignment.ready import ready
from junheng.seats.siting.prices import flow_prices, flow_regret
from tests.seats.assignment.towns import dense


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000))
def test_the_prices_prove_the_flow(seed: int) -> None:
    """Strong duality: what the areas pay less what the seats are worth is what the flow costs."""
    dice = np.random.default_rng(seed)
    metres = 100.0 * dice.integers(1, 40, (6, 4)).astype(np.float64)
    places = ready(dense(metres, dice.integers(1, 30, 6), dice.integers(1, 50, 4), unserved_metres=9000.0))
    handed = split(places)
    prices = flow_prices(places, handed.flow)
    assert prices.area @ places.pupils - prices.seat @ places.seats == pytest.approx(handed.objective)
    assert (flow_regret(places, handed.flow)[handed.flow > 0] == 0).all()


def test_a_full_school_is_worth_the_whole_chain_to_the_free_seat() -> None:
    metres = np.array([[100.0, 300.0, 9999.0], [9999.0, 100.0, 600.0]])
    places = ready(dense(metres, np.array([10, 10]), np.array([10, 10, 10])))
    prices = flow_prices(places, split(places).flow)
    assert prices.seat.tolist() == [0.0, 0.0, 0.0] or prices.seat[2] == 0.0
    tight = ready(dense(metres, np.array([11, 10]), np.array([10, 10, 10])))
    prices = flow_prices(tight, split(tight).flow)
    assert prices.seat.tolist() == [700.0, 500.0, 0.0]
    assert prices.area.tolist() == [800.0, 600.0]
