"""The numbers of schools, counties and the map."""

import numpy as np
import pytest
from hypothesis import given, settings

from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.editing.numbers import county_numbers, dispersions, school_numbers, whole_numbers
from junheng.seats.zoning.editing.standing import standing
from junheng.seats.zoning.zone_map import Floats, Plan
from tests.seats.zoning.editing.boards import board, boards_with_plans


def spread(amounts: Floats, pupils: Floats) -> float:
    """Pupil-weighted population dispersion."""
    values, mean = amounts / pupils, amounts.sum() / pupils.sum()
    return float(np.sqrt((pupils * (values - mean) ** 2).sum() / pupils.sum()) / mean)


def test_one_school() -> None:
    made = board()
    found = school_numbers(made, standing(made, made.today), 0)
    mine = made.pupils[made.today == 0]
    assert found.pupils == mine.sum()
    assert found.free == 300 - mine.sum()
    assert found.classes_needed == tuple(int(-(-count // 45)) for count in mine.sum(axis=0))
    assert found.arriving == 0
    assert found.cut_off == ()
    assert found.mean_metres is not None
    assert 0 < found.mean_metres < (found.farthest_metres or 0)


def test_a_school_without_pupils_has_no_means() -> None:
    made = board()
    found = school_numbers(made, standing(made, np.zeros(12, dtype=np.int64)), 1)
    assert (found.pupils, found.mean_metres, found.farthest_metres, found.near_share) == (0, None, None, None)


@settings(max_examples=60, deadline=None)
@given(boards_with_plans())
def test_counties_add_up_to_the_map(case: tuple[Board, Plan]) -> None:
    made, plan = case
    found = standing(made, plan)
    whole = whole_numbers(made, found)
    counties = [county_numbers(made, found, at) for at in range(2)]
    schools = [school_numbers(made, found, at) for at in range(len(made.schools))]
    for parts in (counties,):
        assert sum(one.pupils for one in parts) == whole.pupils == pytest.approx(made.pupils.sum())
        assert sum(one.changing for one in parts) == whole.changing
        assert sum(one.overfull for one in parts) == whole.overfull
        assert sum(one.broken for one in parts) == whole.broken
    assert sum(one.free < 0 for one in schools) == whole.overfull
    assert sum(bool(one.cut_off) for one in schools) == whole.broken
    assert whole.changing == pytest.approx(made.weight[plan != made.today].sum())


def test_dispersions_move_with_the_pupils() -> None:
    made = board(4, 3, (0, 3, 11))
    amounts = {"teachers": np.array([20.0, 40.0, 10.0]), "books": np.array([np.nan, 90.0, 10.0])}
    today = dispersions(made, standing(made, made.today), 0, amounts, spread)
    pupils = standing(made, made.today).pupils.sum(axis=1)
    assert today["teachers"] == pytest.approx(spread(amounts["teachers"][:2], pupils[:2]))
    assert today["books"] == 0
    plan = made.today.copy()
    plan[1] = 1
    assert dispersions(made, standing(made, plan), 0, amounts, spread)["teachers"] != today["teachers"]


def test_no_dispersion_without_schools_that_have_both() -> None:
    made = board()
    nothing = {"books": np.array([np.nan, 1.0])}
    assert dispersions(made, standing(made, made.today), 0, nothing, spread) == {"books": None}
