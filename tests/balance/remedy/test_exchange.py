"""What is added and moved for settled demands is the cheapest there is."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.exchange import exchanged, settled, steps
from tests.balance.remedy.tiny import by_exempted, tiny


@pytest.mark.parametrize("seed", range(24))
def test_it_costs_what_trying_everything_costs(seed: int) -> None:
    problem = tiny(seed, 2 + seed % 2, move=True, limit=(0.15, 0.25, 0.4)[seed % 3])
    rng = np.random.default_rng(seed)
    exempted = np.eye(3, dtype=bool)[rng.integers(0, 3, len(problem.schools))]
    masks = [sum(1 << school for school in np.flatnonzero(exempted[:, at]).tolist()) for at in range(3)]
    least = sum(float(by_exempted(problem, at)[mask]) for at, mask in enumerate(masks))
    plan = exchanged(problem, exempted)
    if plan is None:
        assert not np.isfinite(least)
        return
    assert broken(problem, plan) == []
    assert plan.cost(problem) == pytest.approx(least)


def test_dear_moves_are_not_made_and_cheap_ones_are() -> None:
    problem = tiny(3, 8, move=True, limit=0.2)
    nothing = np.zeros(problem.base.shape, bool)
    cheap = exchanged(problem, nothing)
    dear = exchanged(replace(problem, move=np.where(problem.movable, 1e6, np.inf)), nothing)
    assert cheap is not None
    assert dear is not None
    assert cheap.moved.sum() > 0
    assert dear.moved.sum() == 0
    assert dear.added.sum() > cheap.added.sum()


def test_a_total_that_is_limited_leaves_nothing_where_it_is_too_low() -> None:
    problem = tiny(3, 3, limit=0.2)
    movable = replace(problem, move=np.ones(3), county_most=np.zeros(3))
    poor = replace(movable, full=np.full((3, 3), 2.0))
    assert settled(poor, 0, poor.full[:, 0]) is None
    assert exchanged(poor, np.zeros((3, 3), bool)) is None


def test_units_are_taken_from_below_and_given_from_above() -> None:
    problem = tiny(7, 5, move=True)
    value, (_, takes), (giver, gives) = steps(problem, 0, problem.full[:, 0])
    assert (value >= problem.base[:, 0]).all()
    assert (np.diff(takes) >= 0).all()
    assert (np.diff(gives) <= 0).all()
    assert (problem.full[giver, 0] < 0).all()
