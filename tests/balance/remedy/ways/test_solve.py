"""All ways at once: equal to trying everything, and never cheaper than what is proven."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.problem import Floats
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.solve import solved_by_ways
from junheng.programs import Solver
from tests.balance.remedy.tiny_levers import LINKS, MIXED, cheapest_together, cheapest_way, halves, small


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


def finds(solver: Solver, county: County, least: float) -> None:
    """The program finds the least cost with its proof; the fast method is never below, nor its bound above."""
    found = solved_by_ways(county, solver, seconds=20.0, gap=1e-6)
    if not np.isfinite(least):
        assert found.changes is None
        assert found.impossible
        return
    assert found.changes is not None
    assert faults_of(county, found.changes) == []
    assert found.cost == pytest.approx(least, rel=1e-6)
    assert found.bound <= least + 1e-6
    quick = solved_by_ways(county, None, seconds=20.0, gap=1e-6)
    assert quick.bound <= least + 1e-6
    assert quick.cost >= least - 1e-6


@pytest.mark.parametrize("seed", range(14))
def test_it_finds_what_trying_everything_finds(solver: Solver, seed: int) -> None:
    levers = small(seed, (0.25, 0.4)[seed % 2], posts=(2.0, 0.0, 4.0)[seed % 3], hires=(np.inf, 1.0)[seed // 2 % 2])
    finds(solver, County.of([levers]), cheapest_way(levers))


@pytest.mark.parametrize("seed", range(14))
def test_two_sections_with_a_school_in_both_cost_what_trying_everything_finds(solver: Solver, seed: int) -> None:
    links = (LINKS, MIXED)[seed % 2]
    county = halves(seed, links, (0.3, 0.45, 0.6)[seed % 3], posts=(2.0, 1.0)[seed // 2 % 2])
    finds(solver, county, cheapest_together(county))


def test_what_is_done_for_a_whole_school_counts_once_against_the_limit_of_the_county(solver: Solver) -> None:
    county = halves(2, LINKS, 0.6)
    free = solved_by_ways(county, solver, seconds=20.0, gap=1e-6)
    assert free.changes is not None
    once = sum(
        float(np.where(paid, one.amounts, 0.0)[:, 2].sum()) for paid, one in zip(county.paid, free.changes, strict=True)
    )
    twice = sum(float(one.amounts[:, 2].sum()) for one in free.changes)
    assert twice > once
    total = county.parts[0].total.copy()
    total[1, 2] = once
    held = solved_by_ways(limited(county, total), solver, seconds=20.0, gap=1e-6)
    assert held.cost == free.cost
    total[1, 2] = once - 1
    tight = solved_by_ways(limited(county, total), solver, seconds=20.0, gap=1e-6)
    assert tight.cost > free.cost


def limited(county: County, total: Floats) -> County:
    return county.with_parts([replace(one, total=total) for one in county.parts])
