"""The fast method: feasible, close, and better after swaps."""

import numpy as np
import pytest

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.fast import lowest_for, rounded, swapped
from junheng.balance.remedy.problem import Changes
from junheng.balance.remedy.relaxed import relaxed
from tests.balance.remedy.tiny import cheapest, tiny


@pytest.mark.parametrize("seed", range(20))
def test_every_plan_keeps_every_demand_and_swaps_never_make_it_dearer(seed: int) -> None:
    problem = tiny(seed, 4, limit=0.25)
    found = relaxed(problem)
    plan = rounded(problem, found)
    assert plan is not None
    taken, added = plan
    assert broken(problem, Changes.of(added)) == []
    _, after = swapped(problem, found, taken, added)
    assert broken(problem, Changes.of(after)) == []
    costs = [float((one * problem.add).sum()) for one in (added, after)]
    assert costs[1] <= costs[0]
    assert costs[1] >= cheapest(problem) - 1e-6


def test_swaps_find_something_somewhere() -> None:
    better = 0
    for seed in range(60):
        problem = tiny(seed, 12, limit=0.25)
        found = relaxed(problem)
        plan = rounded(problem, found)
        assert plan is not None
        after = swapped(problem, found, *plan)[1]
        better += float((after * problem.add).sum()) < float((plan[1] * problem.add).sum()) - 1e-6
    assert better > 0


def test_an_exempted_indicator_only_needs_its_floor() -> None:
    problem = tiny(1, 3)
    everything = np.ones((3, 3), bool)
    assert (lowest_for(problem, everything) == np.maximum(problem.floor, 0.0)).all()
    assert (lowest_for(problem, ~everything) == np.maximum(problem.full, 0.0)).all()
