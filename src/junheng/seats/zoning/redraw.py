"""Redraw the zones of a map: annealing from today's plan until the time or the tries are used up."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from junheng.seats.zoning.check import complaints
from junheng.seats.zoning.mend import mended
from junheng.seats.zoning.objective import Weights, objective
from junheng.seats.zoning.zone_map import Plan, ZoneMap

if TYPE_CHECKING:
    from junheng.seats.zoning.land import State

HOT, COLD = 0.1, 0.0015
"""First and last heat, in units of the objective."""
CHUNK = 20_000
"""Tries at one heat; the clock is read between chunks."""
RESERVE = 0.5
"""Seconds kept for checking and telling."""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A plan that holds, with what it is worth beside the plan it began from.

    Attributes:
        plan: (n,) school per area, contiguous and around each school.
        objective: recomputed from scratch.
        before: objective of the seed plan as it was given, even if its zones were not contiguous.
        mended: objective of the seed plan once contiguous, where the search began.
        changed: areas with another school than in the seed plan.
        pupils_changed: their pupils.
        tries: moves tried by all searches.
        seconds: time taken.
    """

    plan: Plan
    objective: float
    before: float
    mended: float
    changed: int
    pupils_changed: float
    tries: int
    seconds: float


def redraw(
    land: ZoneMap,
    seed_plan: Plan,
    *,
    seconds: float,
    tries: int | None = None,
    seed: int = 0,
    searches: int = 2,
    weights: Weights | None = None,
) -> Redrawn:
    """The best plan found in the time given; by ``tries`` per search instead it is the same for the same seed.

    Args:
        land: the map, every area connected to a school.
        seed_plan: (n,) where to begin; need not be contiguous.
        seconds: wall time, checking included.
        tries: moves to try per search, with ``seconds`` as the upper limit.
        seed: of the random numbers.
        searches: independent searches side by side, one thread each.
        weights: of the objective.

    Raises:
        ValueError: an area has no way to any school.
    """
    began = time.monotonic()
    from junheng.seats.zoning.land import begin, ground

    weights = weights or Weights()
    first = mended(land, seed_plan)
    states = [begin(ground(land, weights), first) for _ in range(searches)]
    limits = _Limits(began + seconds - RESERVE, tries)
    with ThreadPoolExecutor(searches) as pool:
        jobs = [pool.submit(_search, state, limits, (seed, at)) for at, state in enumerate(states)]
        found = [job.result() for job in jobs]
    plan = min((plan for plan, _ in found), key=lambda plan: objective(land, plan, weights))
    if complaints(land, plan):
        raise AssertionError(complaints(land, plan))
    moved = plan != seed_plan
    return Redrawn(
        plan=plan,
        objective=objective(land, plan, weights),
        before=objective(land, seed_plan, weights),
        mended=objective(land, first, weights),
        changed=int(moved.sum()),
        pupils_changed=float(land.pupils[moved].sum()),
        tries=sum(done for _, done in found),
        seconds=time.monotonic() - began,
    )


@dataclass(frozen=True, slots=True)
class _Limits:
    """When a search ends: at a moment of the monotonic clock, or after so many tries if that is earlier."""

    until: float
    tries: int | None

    def used(self, began: float, done: int) -> float:
        """What share of a search that began then is used up after so many tries; 1 ends it."""
        now = time.monotonic()
        if self.tries is None:
            return (now - began) / max(self.until - began, 1e-9)
        return 1.0 if now >= self.until else done / max(self.tries, 1)


def _search(state: "State", limits: _Limits, seed: tuple[int, int]) -> tuple[Plan, int]:
    """One annealing, cooled by the share of the tries or of the time that is used up; its best plan and its tries."""
    from junheng.seats.zoning.anneal import anneal

    best, done = state.plan.copy(), 0
    dice = np.random.default_rng(seed)
    least = anneal(state, best, np.inf, COLD, (0, 0))  # compiled now, if it was not yet
    began = time.monotonic()
    while (share := limits.used(began, done)) < 1:
        heat = HOT * (COLD / HOT) ** share
        step = CHUNK if limits.tries is None else min(CHUNK, limits.tries - done)
        least = anneal(state, best, least, heat, (int(dice.integers(2**31)), step))
        done += step
    return best, done
