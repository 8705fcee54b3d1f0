"""Flows between schools in whole units: in several steps, nobody twice, never dearer than before."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.flows import Flow, LateError, Prices
from junheng.balance.remedy.problem import Problem
from tests.balance.remedy.tiny import in_line, tiny

DEMANDS = Prices(1.0, 0.1, 0.0)


@pytest.fixture
def problem() -> Problem:
    """Three schools in a line that hold 4, 2 and 3 teachers."""
    line = in_line(tiny(0, 3, move=True, limit=0.2))
    return replace(line, base=line.unit * np.array([[4.0], [2.0], [3.0]]))


def test_it_starts_with_additions_alone_and_owes_what_may_not_be_added(problem: Problem) -> None:
    low = np.array([-2.0, 0.0, 2.0])
    free = Flow(problem, 0, low)
    assert (free.added.tolist(), free.owed.sum(), free.moved, free.total) == ([0.0, 0.0, 2.0], 0.0, 0.0, 2.0)
    capped = Flow(replace(problem, most=np.ones((3, 3))), 0, low)
    assert (capped.added.tolist(), capped.owed.tolist()) == ([0.0, 0.0, 1.0], [0.0, 0.0, 1.0])


def test_who_is_taken_frees_another_to_go_on(problem: Problem) -> None:
    flow = Flow(problem, 0, np.array([-2.0, 0.0, 2.0]))
    flow.cheapest(DEMANDS)
    assert flow.carried.tolist() == [[0.0, 2.0, 0.0], [0.0, 0.0, 2.0], [0.0, 0.0, 0.0]]
    assert (flow.net.tolist(), flow.total) == ([-2.0, 0.0, 2.0], 0.0)


def test_nobody_moves_twice(problem: Problem) -> None:
    few = replace(problem, base=problem.unit * np.array([[4.0], [1.0], [3.0]]))
    flow = Flow(few, 0, np.array([-2.0, 0.0, 2.0]))
    flow.cheapest(DEMANDS)
    assert (flow.carried[0, 1], flow.carried[1, 2], flow.added.tolist()) == (1.0, 1.0, [0.0, 0.0, 1.0])


def test_additions_that_are_not_needed_are_taken_back(problem: Problem) -> None:
    flow = Flow(problem, 0, np.array([-2.0, 0.0, 2.0]))
    flow.cheapest(Prices(1.0, 3.0, 0.0))
    assert (flow.total, flow.moved) == (2.0, 0.0)
    flow.cheapest(DEMANDS)
    assert (flow.total, flow.moved) == (0.0, 4.0)


def test_totals_are_shifted_by_single_units(problem: Problem) -> None:
    flow, prices = Flow(problem, 0, np.array([-2.0, 0.0, 2.0])), Prices(np.inf, 0.1)
    assert flow.shifted(prices, 5.0)
    assert (flow.total, flow.net.sum()) == (5.0, 5.0)
    assert flow.shifted(prices, 0.0)
    assert (flow.total, flow.net.sum(), flow.net[2] >= 2.0) == (0.0, 0.0, True)
    full = Flow(replace(problem, most=np.ones((3, 3))), 0, np.zeros(3))
    assert not full.shifted(prices, 4.0)


@pytest.mark.parametrize("seed", range(6))
def test_what_it_ends_up_with_adds_up_and_costs_less(seed: int) -> None:
    problem = in_line(tiny(seed, 12, move=True, limit=0.2))
    flow = Flow(problem, 0, problem.full[:, 0])
    prices, before = Prices(0.2 - problem.spread[0] * flow.mean(), 0.1), flow.copy()
    flow.cheapest(prices)
    assert (flow.added + flow.carried.sum(axis=0) - flow.carried.sum(axis=1) == flow.net).all()
    assert (flow.net >= flow.low).all()
    assert (flow.carried.sum(axis=1) <= flow.held).all()
    assert min(flow.added.min(), flow.carried.min()) >= 0
    assert cost(flow, prices) < cost(before, prices)
    assert not flow.improved(prices)


def cost(flow: Flow, prices: Prices) -> float:
    square = float(flow.weight @ flow.value**2) / (2 * flow.one)
    return prices.added * flow.total + prices.moved * flow.moved + prices.square * square


def test_time_that_is_over_ends_it(problem: Problem) -> None:
    with pytest.raises(LateError):
        Flow(problem, 0, np.array([-2.0, 0.0, 2.0]), until=0.0).cheapest(DEMANDS)
