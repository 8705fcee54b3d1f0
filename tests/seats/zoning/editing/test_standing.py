"""The standing of a plan, counted anew and after single changes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.editing.board import Board, Nearness
from junheng.seats.zoning.editing.standing import (
    ARRIVING,
    FARTHEST,
    MEASURED,
    NEAR,
    WALKED,
    counted_again,
    near,
    standing,
)
from junheng.seats.zoning.zone_map import Plan
from tests.seats.zoning.editing.boards import board, boards_with_plans


@settings(max_examples=60, deadline=None)
@given(boards_with_plans())
def test_every_pupil_is_counted_once(case: tuple[Board, Plan]) -> None:
    made, plan = case
    found = standing(made, plan)
    assert found.pupils.sum(axis=0) == pytest.approx(made.pupils.sum(axis=0))
    assert found.sums[:, MEASURED].sum() == pytest.approx(made.pupils.sum())
    changing = made.weight[plan != made.today].sum()
    assert found.sums[:, ARRIVING].sum() == pytest.approx(changing)


@settings(max_examples=60, deadline=None)
@given(boards_with_plans(), st.data())
def test_counting_the_touched_zones_again_is_a_fresh_count(case: tuple[Board, Plan], data: st.DataObject) -> None:
    made, plan = case
    area = data.draw(st.integers(0, len(plan) - 1))
    school = data.draw(st.integers(0, len(made.schools) - 1))
    after = plan.copy()
    after[area] = school
    found, fresh = counted_again(made, after, standing(made, plan), {school, int(plan[area])}), standing(made, after)
    np.testing.assert_array_equal(found.pupils, fresh.pupils)
    np.testing.assert_array_equal(found.sums, fresh.sums)
    assert found.loose == fresh.loose


def test_distances_by_hand() -> None:
    made = board(3, 1, (0,))
    found = standing(made, np.zeros(3, dtype=np.int64)).sums[0]
    weight = made.weight
    assert found[WALKED] == 100 * weight[1] + 200 * weight[2]
    assert found[FARTHEST] == 200
    assert found[NEAR] == weight[0] + weight[1]


def test_near_by_radius_or_as_the_nearest() -> None:
    made = board()
    metres, least = np.array([100.0, 400.0, 400.0, np.nan]), np.array([100.0, 400.0, 300.0, np.nan])
    for rule, wanted in (
        (Nearness(150, nearest=False), [True, False, False, False]),
        (Nearness(None, nearest=True), [True, True, False, False]),
        (Nearness(450, nearest=True), [True, True, True, False]),
        (Nearness(None, nearest=False), [False] * 4),
    ):
        object.__setattr__(made, "nearness", rule)
        assert near(made, metres, least).tolist() == wanted
