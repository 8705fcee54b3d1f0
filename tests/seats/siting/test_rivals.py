"""Choices near each other in the flow are rivals; neighbours of the best are weighed in small towns only."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.seats.siting import rivals as rivals_
from junheng.seats.siting.begin import keeps_limits, weighed
from junheng.seats.siting.rivals import RIVALS, neighbours, rivals, with_neighbours
from tests.seats.siting.test_solve import choice

PROBLEM = choice(at_most=2, budget=6.0)
BEST = weighed(PROBLEM, PROBLEM.options.first[:-1])


def test_only_what_lies_near_the_cheapest_is_a_rival() -> None:
    near = BEST.flow.objective * np.sqrt(5) / 60
    others = [replace(BEST, cost=BEST.cost + part * near) for part in (0.5, 0.99, 1.01)]
    assert rivals([BEST, *others]) == [BEST, *others[:2]]
    assert len(rivals([BEST] * 9)) == RIVALS


def test_neighbours_differ_by_two_sites_at_most_and_keep_the_limits() -> None:
    found = list(neighbours(PROBLEM, BEST.chosen))
    assert len({one.tobytes() for one in found}) == len(found) == 4
    assert all(keeps_limits(PROBLEM, one) for one in found)
    assert {int((one != BEST.chosen).sum()) for one in found} == {1}


def test_neighbours_are_weighed_where_that_is_little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    found = with_neighbours(PROBLEM, [BEST], lambda: True)
    assert len(found) == 5
    assert with_neighbours(PROBLEM, [BEST], lambda: False) == [BEST]
    assert [one.cost for one in found] == sorted(one.cost for one in found)
    monkeypatch.setattr(rivals_, "WORK", 1)
    assert with_neighbours(PROBLEM, [BEST], lambda: True) == [BEST]
