"""What units are worth: true of every plan, and exact for the one it was read from."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.flows import Flow, Prices
from junheng.balance.remedy.problem import Floats, Problem
from junheng.balance.remedy.totals import least
from junheng.balance.remedy.worth import Worth, worth
from tests.balance.remedy.tiny import in_line, tiny


def over(problem: Problem, low: Floats, one: Worth, flow: Flow) -> float:
    """By how much a plan's mean square exceeds what it must at least be."""
    square = one.square * float(flow.weight @ flow.value**2)
    paid = one.added * flow.total - one.moved * flow.moved - one.fixed
    return square - float(flow.weight @ least(problem, 0, low, one)) - 2 * flow.one * paid


def settled(seed: int, prices: Prices, most: float) -> tuple[Problem, Floats, Flow]:
    problem = in_line(tiny(seed, 7, move=True, most=most))
    low = problem.full[:, 0]
    flow = Flow(problem, 0, low)
    flow.cheapest(prices)
    return problem, low, flow


@pytest.mark.parametrize("most", [np.inf, 3.0, 1.0])
@pytest.mark.parametrize("square", [0.0, 1.0])
@pytest.mark.parametrize("seed", range(8))
def test_it_is_exact_for_its_flow_and_true_of_others(seed: int, square: float, most: float) -> None:
    prices = Prices(1.0 - 1.5 * square, 0.05, square)
    problem, low, flow = settled(seed, prices, most)
    one = worth(flow, prices)
    if not flow.owed.any():
        assert over(problem, low, one, flow) == pytest.approx(0.0, abs=1e-7)
    rng = np.random.default_rng(seed)
    for _ in range(10):
        exempted = rng.random(7) < 0.3
        other = Flow(problem, 0, np.where(exempted, problem.floor[:, 0], low))
        other.cheapest(Prices(rng.uniform(-2, 1), rng.uniform(0, 0.5)))
        if not other.owed.any():
            assert over(problem, other.low, one, other) >= -1e-7


def test_without_distances_there_are_two_levels() -> None:
    prices = Prices(-0.5, 0.3)
    problem = replace(tiny(5, 9, move=True), reach=np.ones((9, 9), bool))
    flow = Flow(problem, 0, problem.full[:, 0])
    flow.cheapest(prices)
    one = worth(flow, prices)
    assert flow.moved > 0
    assert one.low == pytest.approx(np.full(9, 0.5))
    assert one.high == pytest.approx(np.full(9, 0.8))
