"""The compiled arithmetic equals the plain one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.check import pieces
from junheng.seats.zoning.land import (
    AREAS,
    PERIMETER,
    PUPILS,
    SURFACE,
    begin,
    ground,
    holds_without,
    measure,
    shift,
    shift_cost,
)
from junheng.seats.zoning.mend import mended
from junheng.seats.zoning.objective import Weights, objective, zones
from junheng.seats.zoning.zone_map import Plan, ZoneMap
from tests.seats.zoning.maps import maps_with_plans


@settings(max_examples=60, deadline=None)
@given(maps_with_plans(), st.data())
def test_shifts_keep_sums_and_objective_right(case: tuple[ZoneMap, Plan], data: st.DataObject) -> None:
    land, plan = case
    state = begin(ground(land, Weights()), mended(land, plan))
    value = objective(land, state.plan)
    assert measure(state) == pytest.approx(value, abs=1e-9)
    free = [area for area in range(len(land.areas)) if not state.land.fixed[area]]
    for _ in range(3 if free else 0):
        area, to = data.draw(st.sampled_from(free)), data.draw(st.integers(0, len(land.schools) - 1))
        if state.plan[area] == to:
            continue
        value += shift_cost(state, area, to)
        shift(state, area, to)
        assert value == pytest.approx(objective(land, state.plan), abs=1e-9)
    measured = zones(land, state.plan)
    for column, wanted in ((PUPILS, measured.pupils), (SURFACE, measured.surface), (PERIMETER, measured.perimeter)):
        assert state.sums[:, column] == pytest.approx(wanted, abs=1e-9)
    assert state.sums[:, AREAS].tolist() == np.bincount(state.plan, minlength=len(land.schools)).tolist()


@settings(max_examples=60, deadline=None)
@given(maps_with_plans(), st.data())
def test_whether_a_zone_holds_without_an_area(case: tuple[ZoneMap, Plan], data: st.DataObject) -> None:
    land, plan = case
    state = begin(ground(land, Weights()), mended(land, plan))
    free = [area for area in range(len(land.areas)) if not state.land.fixed[area]]
    if free:
        area = data.draw(st.sampled_from(free))
        rest = state.plan.copy()
        rest[area] = -1
        assert holds_without(state, area) == (len(pieces(land, rest, int(state.plan[area]))) == 1)
