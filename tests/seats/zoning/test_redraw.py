"""Redrawing: the true best of tiny maps, equal results for equal tries, time kept."""

import itertools
import time

import numpy as np
import pytest

from junheng.seats.zoning.check import complaints
from junheng.seats.zoning.objective import objective
from junheng.seats.zoning.redraw import redraw
from junheng.seats.zoning.zone_map import ZoneMap
from tests.seats.zoning.maps import grid


def best_of_all(land: ZoneMap) -> float:
    """Every plan there is."""
    plans = (np.array(plan) for plan in itertools.product(range(len(land.schools)), repeat=len(land.areas)))
    return min(objective(land, plan) for plan in plans if not complaints(land, plan))


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_best_plan_of_a_tiny_map(seed: int) -> None:
    pupils = np.random.default_rng(seed).integers(5, 60, 12).astype(float).tolist()
    land = grid(4, 3, [0, 7], pupils, seats=200)
    found = redraw(land, np.zeros(12, dtype=np.int64), seconds=200, tries=30_000, seed=seed)
    assert found.objective == pytest.approx(best_of_all(land), abs=1e-12)


def test_equal_tries_give_equal_plans() -> None:
    pupils = np.random.default_rng(5).integers(5, 60, 100).astype(float).tolist()
    land = grid(10, 10, [0, 9, 55, 90], pupils, seats=800)
    seed_plan = np.zeros(100, dtype=np.int64)
    one, two = (redraw(land, seed_plan, seconds=200, tries=20_000, seed=7) for _ in range(2))
    assert (one.plan == two.plan).all()
    assert one.objective < one.mended
    assert one.changed == (one.plan != seed_plan).sum()
    assert one.pupils_changed == land.pupils[one.plan != 0].sum()
    assert one.tries == 40_000


def test_the_time_is_kept() -> None:
    land = grid(10, 10, [0, 99])
    redraw(land, np.zeros(100, dtype=np.int64), seconds=5, tries=0)
    began = time.monotonic()
    redraw(land, np.zeros(100, dtype=np.int64), seconds=1.5)
    assert time.monotonic() - began < 3
