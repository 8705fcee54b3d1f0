"""The search keeps the best, raises the bound, and combines clusters without losing anybody."""

import math
import time

import numpy as np
import pytest

from junheng.seats.medians import verified_cost
from junheng.seats.medians.search import Search, assigned, dearest
from tests.seats.medians.small import by_trying, shops, towns


@pytest.mark.exhaustive
def test_combining_never_worsens_the_best() -> None:
    problem = towns(3, n=12, p=4, spare=1.4)
    search = Search(problem, 0)
    search.cool(0, time.perf_counter() + 0.2)
    search.raise_bound(time.perf_counter() + 0.2)
    search.shake(time.perf_counter() + 0.2)
    before = search.best
    search.combine(4)
    best = search.state.best.tolist()
    assert search.best <= before
    assert verified_cost(problem, sorted(set(best)), best) == pytest.approx(search.best)
    assert search.proven <= search.best + 1e-9


def test_closing_proves_the_optimum() -> None:
    problem = towns(4, n=6)
    search = Search(problem, 0)
    search.cool(0, time.perf_counter() + 0.1)
    search.raise_bound(time.perf_counter() + 0.1)
    search.close(6, 1.0)
    assert search.done
    assert search.best == pytest.approx(by_trying(problem))


def test_regions_keep_what_fits() -> None:
    problem = towns(5, n=30, p=6, spare=1.2)
    search = Search(problem, 0)
    search.cool(0, time.perf_counter() + 0.2)
    before = search.best
    search.try_regions(time.perf_counter() + 0.2)
    best = search.state.best.tolist()
    assert search.best <= before < math.inf
    assert verified_cost(problem, sorted(set(best)), best) == pytest.approx(search.best)


def test_a_site_serves_who_stands_there_even_beside_a_nearer_one() -> None:
    problem = towns(0)
    opened = np.array([2, 5])
    found = assigned(problem, opened)
    assert (found[2], found[5]) == (2, 5)
    assert set(found.tolist()) == {2, 5}


def test_nothing_costs_more_than_the_dearest() -> None:
    problem = towns(1, n=5)
    assert by_trying(problem) < dearest(problem)


@pytest.mark.parametrize("seed", range(6))
def test_closing_step_by_step_never_proves_too_much(seed: int) -> None:
    """A raised bound must not be mistaken for the one the reduced costs belong to."""
    problem = shops(seed, n=6, m=4)
    search, least = Search(problem, seed), by_trying(problem)
    search.cool(0, time.perf_counter() + 0.01)
    search.raise_bound(time.perf_counter() + 0.02)
    for share in (0.2, 0.5, 0.8, 1.0):
        search.close(6, share)
        assert search.proven <= least + 1e-9
    assert search.best == pytest.approx(least)
