"""Tiny counties in whole numbers, and their cheapest plan by trying everything."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np

from junheng.balance.remedy.needs import least_change
from junheng.balance.remedy.problem import Floats, Problem

THRESHOLDS = (4.2, 1.0, 2.3)
COSTS = (12.0, 2.0, 3.0)
RANGE = 9
"""Largest change that is tried at a school."""
STEPS, ADDS = 6, 9
"""Largest number of steps between two schools, and of units added at a school, that is tried where distance matters."""


def tiny(
    seed: int,
    schools: int = 3,
    *,
    move: bool = False,
    limit: float = 0.3,
    most: float = np.inf,
    total: float = np.inf,
    thresholds: tuple[float, ...] = THRESHOLDS,
) -> Problem:
    """Three indicators counted per hundred pupils, one of which each school may leave at its floor."""
    rng = np.random.default_rng(seed)
    count, several = schools, len(thresholds)
    pupils = rng.integers(40, 130, schools).astype(float)
    need = np.outer(pupils, thresholds) / 100
    held = np.floor(need * rng.uniform(0.3, 1.9, (schools, several)) + 0.5)
    bounds = [(full, 0.85 * full) for full in thresholds]
    return Problem(
        schools=tuple(f"s{at}" for at in range(schools)),
        indicators=tuple(f"L{at}" for at in range(several)),
        base=100 * held / pupils[:, None] / np.array(thresholds),
        unit=100 / pupils[:, None] / np.array(thresholds),
        weight=np.repeat(pupils[:, None] / pupils.sum(), several, axis=1),
        full=np.stack([least_change(held[:, at], pupils, 100, bounds[at][0], 1.0) for at in range(several)], axis=1),
        floor=np.stack([least_change(held[:, at], pupils, 100, bounds[at][1], 1.0) for at in range(several)], axis=1),
        limit=np.full(several, limit),
        exempt=1,
        whole=np.ones(several, bool),
        step=np.ones(several),
        add=np.array(COSTS[:several]),
        move=np.array([1.0 if move and at < several - 1 else np.inf for at in range(several)]),
        least=np.zeros((count, several)),
        most=np.full((count, several), most),
        county_most=np.full(several, total),
    )


def in_line(problem: Problem) -> Problem:
    """The same when teachers move to the next school only, to either side."""
    place = np.arange(len(problem.schools))
    return replace(problem, reach=np.abs(np.subtract.outer(place, place)) <= 1)


def cheapest(problem: Problem) -> float:
    """The cost of the cheapest plan; infinite where there is none. Changes of up to ``RANGE`` units are tried."""
    count, several = problem.base.shape
    near = problem.movable if problem.reach is not None else np.zeros(several, bool)
    per = [by_steps(problem, at) if near[at] else by_exempted(problem, at) for at in range(several)]
    options = [frozenset(one) for size in range(problem.exempt + 1) for one in combinations(range(several), size)]
    best = np.inf
    for choice in product(options, repeat=count):
        masks = [sum(1 << school for school in range(count) if at in choice[school]) for at in range(several)]
        best = min(best, sum(per[at][mask] for at, mask in enumerate(masks)))
    return best


def by_exempted(problem: Problem, at: int) -> Floats:
    """(2^n,) the least cost of one indicator by the set of schools that exempt it."""
    count = len(problem.schools)
    low = problem.floor[:, at].min() if np.isfinite(problem.move[at]) else 0
    steps = np.arange(int(min(low, 0)), int(max(problem.full[:, at].max(), 0)) + RANGE)
    net = np.stack(np.meshgrid(*[steps] * count, indexing="ij"), axis=-1).reshape(-1, count)
    value = problem.base[:, at] + problem.unit[:, at] * net
    mean = value @ problem.weight[:, at]
    spread = np.sqrt((value - mean[:, None]) ** 2 @ problem.weight[:, at])
    given, taken = np.maximum(-net, 0).sum(axis=1), np.maximum(net, 0).sum(axis=1)
    added = taken - given
    fits = (spread <= problem.limit[at] * mean * (1 + 1e-12)) & (added >= 0) & (added <= problem.county_most[at])
    if np.isfinite(problem.most[:, at]).any():
        fits &= (net <= problem.most[:, at]).all(axis=1) & (given == 0)
    move = 0.0 if not given.any() else problem.move[at]
    return _by_mask(problem, at, net.astype(float), np.where(fits, problem.add[at] * added + move * given, np.inf))


def by_steps(problem: Problem, at: int) -> Floats:
    """(2^n,) the same within reach: every number of steps between two schools and everything added is tried."""
    count = len(problem.schools)
    pairs = np.argwhere(problem.reach & ~np.eye(count, dtype=bool))
    held = np.rint(problem.base[:, at] / problem.unit[:, at])
    steps = _grid([int(min(held[giver], STEPS)) for giver, _ in pairs])
    net, given = np.zeros((len(steps), count)), np.zeros((len(steps), count))
    for which, (giver, taker) in enumerate(pairs):
        given[:, giver] += steps[:, which]
        net[:, giver] -= steps[:, which]
        net[:, taker] += steps[:, which]
    once = (given <= held).all(axis=1)
    net, moved = net[once], steps[once].sum(axis=1)
    best = np.lexsort((moved, *net.T))
    alike = np.concatenate(([False], (np.diff(net[best], axis=0) == 0).all(axis=1)))
    net, moved = net[best[~alike]], moved[best[~alike]]
    adds = _grid([int(min(most, ADDS)) for most in problem.most[:, at]])
    adds = adds[adds.sum(axis=1) <= problem.county_most[at]]
    whole = (net[:, None] + adds).reshape(-1, count)
    cost = (problem.move[at] * moved[:, None] + problem.add[at] * adds.sum(axis=1)).ravel()
    value = problem.base[:, at] + problem.unit[:, at] * whole
    mean = value @ problem.weight[:, at]
    spread = np.sqrt((value - mean[:, None]) ** 2 @ problem.weight[:, at])
    return _by_mask(problem, at, whole, np.where(spread <= problem.limit[at] * mean * (1 + 1e-12), cost, np.inf))


def _grid(most: list[int]) -> Floats:
    """(k, n) all whole numbers from 0 to ``most`` (n,)."""
    return np.stack(np.meshgrid(*[np.arange(one + 1.0) for one in most], indexing="ij"), axis=-1).reshape(-1, len(most))


def _by_mask(problem: Problem, at: int, net: Floats, cost: Floats) -> Floats:
    """(2^n,) the least of the ``cost`` (k,) of net changes (k, n), by the set of schools that exempt the indicator."""
    count = len(problem.schools)
    reached, spared = net >= problem.full[:, at], net >= problem.floor[:, at]
    found = np.full(1 << count, np.inf)
    for mask in range(1 << count):
        exempt = np.array([bool(mask >> school & 1) for school in range(count)])
        good = np.where(exempt, spared, reached).all(axis=1)
        found[mask] = cost[good].min(initial=np.inf)
    return found
