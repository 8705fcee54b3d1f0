"""All ways at once: equal to trying everything, and never cheaper than what is proven."""

from collections.abc import Iterator

import numpy as np
import pytest

from junheng.balance.remedy.ways.solve import faults_of, solved_by_ways
from junheng.programs import Solver
from tests.balance.remedy.tiny_levers import cheapest_way, small


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as one:
        yield one


@pytest.mark.parametrize("seed", range(14))
def test_it_finds_what_trying_everything_finds(solver: Solver, seed: int) -> None:
    county = small(seed, (0.25, 0.4)[seed % 2], posts=(2.0, 0.0, 4.0)[seed % 3], hires=(np.inf, 1.0)[seed // 2 % 2])
    least = cheapest_way(county)
    found = solved_by_ways([county], solver, seconds=20.0, gap=1e-6)
    if not np.isfinite(least):
        assert found.changes is None
        assert found.impossible
        return
    assert found.changes is not None
    assert faults_of([county], found.changes) == []
    assert found.cost == pytest.approx(least, rel=1e-6)
    assert found.bound <= least + 1e-6
    quick = solved_by_ways([county], None, seconds=20.0, gap=1e-6)
    assert quick.bound <= least + 1e-6
    assert quick.cost >= least - 1e-6
