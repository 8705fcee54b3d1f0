"""The least additions for settled demands."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.level import slack
from tests.balance.remedy.county import judged, problem_of, row
from tests.balance.remedy.tiny import tiny


@pytest.mark.parametrize("seed", range(15))
def test_no_fewer_units_keep_the_dispersions(seed: int) -> None:
    problem = tiny(seed, 3, limit=0.15)
    low = np.maximum(problem.full, 0.0)
    added = completed(problem, low)
    assert added is not None
    for at in range(3):
        fewer = int((added - low)[:, at].sum()) - 1
        for extra in product(range(fewer + 1), repeat=3):
            if sum(extra) == fewer:
                value = problem.base + problem.unit * (low + np.array(extra)[:, None])
                assert not slack(value, problem.weight, problem.spread)[at], (at, extra)


def test_divisible_quantities_are_filled_to_the_fen() -> None:
    problem = problem_of(judged(row("a1", equipment_value_yuan=9e6), row("a2"), row("a3", 300)))
    added = completed(problem, np.maximum(problem.full, 0.0))
    assert added is not None
    money = added[:, 5]
    assert money.sum() > 0
    assert (np.round(money, 2) == money).all()
    value = problem.base + problem.unit * added
    assert slack(value, problem.weight, problem.spread).all()
    less = np.where(money > 0, money - 0.05, money)
    assert not slack(
        problem.base + problem.unit * np.column_stack([added[:, :5], less, added[:, 6:]]),
        problem.weight,
        problem.spread,
    )[5]


def test_caps_can_make_it_impossible_and_other_columns_are_left_alone() -> None:
    problem = tiny(2, 3, limit=0.05)
    low = np.maximum(problem.full, 0.0)
    assert completed(replace(problem, most=low), low) is None
    one = completed(problem, low, np.array([True, False, False]))
    assert one is not None
    assert (one[:, 1:] == low[:, 1:]).all()
