"""Annealing never breaks a zone, and says what its best plan is worth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.anneal import anneal
from junheng.seats.zoning.check import complaints
from junheng.seats.zoning.land import begin, ground
from junheng.seats.zoning.mend import mended
from junheng.seats.zoning.objective import Weights, objective
from junheng.seats.zoning.zone_map import Plan, ZoneMap
from tests.seats.zoning.maps import maps_with_plans


@settings(max_examples=60, deadline=None)
@given(maps_with_plans(), st.floats(0.001, 1.0), st.integers(0, 2**31 - 1))
def test_zones_hold_at_any_heat(case: tuple[ZoneMap, Plan], heat: float, seed: int) -> None:
    land, plan = case
    state = begin(ground(land, Weights()), mended(land, plan))
    best, begun = state.plan.copy(), objective(land, state.plan)
    least = anneal(state, best, begun, heat, (seed, 300))
    assert complaints(land, state.plan) == ()
    assert complaints(land, best) == ()
    assert least == pytest.approx(objective(land, best), abs=1e-9)
    assert least <= begun
