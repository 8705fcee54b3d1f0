"""The bound never exceeds the cheapest plan, and is close to it."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.relaxed import filled, relaxed
from tests.balance.remedy.tiny import cheapest, tiny


@pytest.mark.parametrize("seed", range(20))
def test_no_plan_costs_less_than_the_bound(seed: int) -> None:
    problem = tiny(seed, 3, limit=0.25)
    found = relaxed(problem)
    assert found.bound <= cheapest(problem) + 1e-9
    assert found.bound <= found.cost + 1e-9
    assert found.cost - found.bound <= 0.02 * found.cost


def test_where_nothing_binds_the_bound_is_the_cost_of_the_choices() -> None:
    problem = tiny(4, 4, limit=5.0)
    found = relaxed(problem)
    assert found.bound == pytest.approx(cheapest(problem))
    assert filled(problem, found.choices[0])[0] == pytest.approx(found.bound)


def test_caps_that_no_dispersion_can_keep_make_it_infinite() -> None:
    problem = tiny(1, 3, limit=0.05)
    held = replace(problem, full=np.zeros((3, 3)), floor=np.zeros((3, 3)), most=np.zeros((3, 3)))
    assert relaxed(held).bound == np.inf
