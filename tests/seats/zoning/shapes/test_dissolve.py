"""Melted zones cover exactly their areas; a point finds its area."""

import numpy as np
import pytest
from hypothesis import given, settings

from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.shapes.dissolve import Locator, zone_shapes
from junheng.seats.zoning.zone_map import Plan
from tests.seats.zoning.editing.boards import boards_with_plans
from tests.seats.zoning.shapes.squares import EAST, NORTH, STEP, squares


@settings(max_examples=30, deadline=None)
@given(boards_with_plans())
def test_zones_cover_the_map_once(case: tuple[Board, Plan]) -> None:
    made, plan = case
    width = max(int(name.split("c")[1]) for name in made.areas) + 1
    shapes = squares(width, len(made.areas) // width)
    melted = zone_shapes(shapes, plan, len(made.schools))
    assert sum(one.area for one in melted) == pytest.approx(sum(one.area for one in shapes))
    for school, one in enumerate(melted):
        assert one.area == pytest.approx(STEP**2 * (plan == school).sum())


def test_a_point_finds_its_area() -> None:
    locator = Locator(squares(3, 2))
    assert locator.area_at(EAST + 1.5 * STEP, NORTH - 0.5 * STEP) == 1
    assert locator.area_at(EAST + STEP, NORTH - 0.5 * STEP) == 0
    assert locator.area_at(EAST - STEP, NORTH) is None


def test_a_school_without_areas_has_an_empty_shape() -> None:
    assert zone_shapes(squares(2, 1), np.zeros(2, dtype=np.int64), 2)[1].is_empty
