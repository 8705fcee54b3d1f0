"""Tiny counties with several ways, and their cheapest plan by trying everything."""

from dataclasses import replace
from itertools import product

import numpy as np

from junheng.balance.remedy.problem import Floats
from junheng.balance.remedy.ways.levers import Levers, bounded
from junheng.balance.remedy.ways.way import Way
from tests.balance.remedy.tiny import tiny

HIGHEST = 5
"""Most units of a way that are tried at a school; the ways of these counties go no farther."""
WAYS = (
    Way("add", "L0", {"L0": 1.0}, 12.0),
    Way("add", "L1", {"L1": 1.0}, 5.0),
    Way("add", "L2", {"L2": 1.0}, 3.0),
    Way("train", "L0", {"L0": 1.0}, 4.0),
    Way("hire", "both", {"L0": 1.0, "L1": 1.0}, 14.0),
)


def small(seed: int, limit: float = 0.4, *, posts: float = 2.0, hires: float = np.inf, schools: int = 2) -> Levers:
    """Two schools, three indicators, five ways of at most five units; training at most two at a school."""
    problem = tiny(seed, schools, limit=limit)
    count = len(problem.schools)
    most = np.full((count, len(WAYS)), float(HIGHEST))
    most[:, 3] = 2.0
    return bounded(
        Levers(
            problem=replace(problem, add=np.array([4.0, 5.0, 3.0])),
            ways=WAYS,
            counts=np.array([[one.counts.get(id_, 0.0) for id_ in problem.indicators] for one in WAYS]),
            least=np.zeros((count, len(WAYS))),
            most=most,
            total=np.full((2, len(WAYS)), np.inf),
            posts=np.full(count, posts),
            posts_total=(hires, np.inf),
            leaving=np.full((count, 3), np.inf),
            moving=np.full((2, 3), np.inf),
        )
    )


def cheapest_way(levers: Levers) -> float:
    """The cost of the cheapest plan without moves; infinite where there is none."""
    options = [_options(levers, school) for school in range(len(levers.problem.schools))]
    problem = levers.problem
    best = np.inf
    for chosen in product(*[range(len(one)) for one in options[:-1]]):
        rows = [one[at] for one, at in zip(options[:-1], chosen, strict=True)]
        cost = sum(row[0] for row in rows) + options[-1][:, 0]
        hires = sum(row[1] for row in rows) + options[-1][:, 1]
        parts = [np.broadcast_to(row[2:], options[-1][:, 2:].shape) for row in rows]
        value = np.stack([*parts, options[-1][:, 2:]], axis=1)
        mean = (problem.weight * value).sum(axis=1)
        spread = np.sqrt((problem.weight * (value - mean[:, None]) ** 2).sum(axis=1))
        fits = (spread <= problem.limit * mean * (1 + 1e-12)).all(axis=1) & (hires <= levers.posts_total[0])
        best = min(best, float(cost[fits].min(initial=np.inf)))
    return best


def _options(levers: Levers, school: int) -> Floats:
    """(options, 2 + m) cost, hires and values of everything one school may do so that it passes."""
    problem = levers.problem
    ranges = [np.arange(top + 1) for top in levers.most[school]]
    amounts = np.stack(np.meshgrid(*ranges, indexing="ij"), axis=-1).reshape(-1, len(ranges))
    added = amounts @ levers.counts
    spared = (added >= problem.floor[school]).all(axis=1)
    reached = (added < problem.full[school]).sum(axis=1) <= problem.exempt
    hires = amounts[:, levers.hires].sum(axis=1)
    fits = spared & reached & (hires <= (np.inf if levers.posts is None else levers.posts[school]))
    value = problem.base[school] + problem.unit[school] * added
    rows = np.column_stack([amounts @ levers.cost, hires, value])[fits]
    order = np.lexsort((rows[:, 0], *np.round(rows[:, 1:], 9).T))
    _, first = np.unique(np.round(rows[order, 1:], 9), axis=0, return_index=True)
    return np.asarray(rows[order][first])
