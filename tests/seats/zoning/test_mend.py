"""Broken plans become contiguous and stay as they were where they held."""

import numpy as np
import pytest
from hypothesis import given, settings

from junheng.seats.zoning.check import complaints, pieces
from junheng.seats.zoning.mend import mended
from junheng.seats.zoning.zone_map import Plan, ZoneMap
from tests.seats.zoning.maps import grid, maps_with_plans


@settings(max_examples=60, deadline=None)
@given(maps_with_plans())
def test_any_plan_can_be_mended(case: tuple[ZoneMap, Plan]) -> None:
    land, plan = case
    assert complaints(land, mended(land, plan)) == ()


@settings(max_examples=60, deadline=None)
@given(maps_with_plans())
def test_what_hangs_together_stays(case: tuple[ZoneMap, Plan]) -> None:
    land, plan = case
    made = mended(land, plan)
    for school, home in enumerate(land.home.tolist()):
        if plan[home] == school:
            kept = [area for area in pieces(land, plan, school)[0] if area not in land.home]
            assert all(made[area] == school or plan[area] != school for area in _core(land, plan, school, kept))
    assert (mended(land, made) == made).all()


def _core(land: ZoneMap, plan: Plan, school: int, kept: list[int]) -> list[int]:
    """Areas beside their own school: nothing can cut them off."""
    home = int(land.home[school])
    return [area for area in kept if area in land.neighbour[land.start[home] : land.start[home + 1]]]


def test_a_cut_off_area_goes_where_it_borders_most() -> None:
    land = grid(3, 3, [0, 8])
    plan = np.array([0, 1, 1, 1, 0, 1, 1, 1, 1])
    assert mended(land, plan).tolist() == [0, 1, 1, 1, 1, 1, 1, 1, 1]


def test_an_area_without_any_way_is_refused() -> None:
    land = grid(1, 1, [0])
    alone = ZoneMap(
        ("a", "b"), np.ones(2), np.ones(2), np.ones(2), np.zeros(3, np.int64), land.neighbour, land.border,
        land.schools, land.seats, land.home,
    )  # fmt: skip
    with pytest.raises(ValueError, match="no way"):
        mended(alone, np.zeros(2, np.int64))
