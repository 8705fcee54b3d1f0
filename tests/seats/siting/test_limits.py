"""Whether limits can be kept together, against all choices of options."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.siting import Options, SitingProblem
from junheng.seats.siting.limits import least_money, limits_kept
from tests.seats.assignment.towns import dense


def problem(seed: int) -> SitingProblem:
    """Four sites of one to three options each, some new, some in groups, some that earn money by closing."""
    dice = np.random.default_rng(seed)
    width = dice.integers(1, 4, 4)
    first = np.concatenate(([0], np.cumsum(width))).astype(np.int64)
    seats = np.where(dice.random(first[-1]) < 0.4, 0, 50).astype(np.int64)
    options = Options(first, seats, dice.integers(-3, 9, first[-1]).astype(float))
    places = dense(np.ones((2, 4)), np.array([5, 5]), np.full(4, 50))
    at_most = None if dice.random() < 0.3 else int(dice.integers(0, 4))
    budget = float("inf") if dice.random() < 0.3 else float(dice.integers(-4, 12))
    return SitingProblem(places, options, dice.random(4) < 0.6, at_most, budget, group=dice.integers(-1, 2, 4))


def all_choices(asked: SitingProblem) -> list[tuple[int, float]]:
    """New sites and money of every choice of options that keeps the groups."""
    options, group = asked.options, asked.group
    assert group is not None
    ranges = (range(options.first[at], options.first[at + 1]) for at in range(4))
    found = []
    for choice in product(*ranges):
        opened = options.seats[list(choice)] > 0
        if set(group[group >= 0].tolist()) <= set(group[opened].tolist()):
            found.append((int((opened & asked.new).sum()), float(options.money[list(choice)].sum())))
    return found


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 100_000))
def test_limits_are_kept_exactly_when_some_choice_keeps_them(seed: int) -> None:
    asked = problem(seed)
    most = 4 if asked.at_most is None else asked.at_most
    some = any(number <= most and money <= asked.budget for number, money in all_choices(asked))
    assert limits_kept(asked) == some


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 100_000))
def test_the_least_money_by_number_is_that_of_the_best_choice_up_to_it(seed: int) -> None:
    asked = problem(seed)
    found, least = all_choices(asked), least_money(asked)
    for number in range(least.size):
        best = min((money for count, money in found if count <= number), default=np.inf)
        assert least[: number + 1].min() == best
