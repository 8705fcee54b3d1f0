"""Tiny counties with several ways, and their cheapest plan by trying everything."""

from dataclasses import replace
from itertools import product

import numpy as np

from junheng.balance.remedy.problem import Floats, Ints
from junheng.balance.remedy.ways.county import County
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


LINKS = np.array([[0, 1, 1, 0, 2]])
"""The second school of the one section is the first of the other; they share the third quantity."""
MIXED = np.array([[0, 1, 1, 0, 1]])
"""They share the second quantity, and whoever is hired counts in the first besides."""
PARTS = (0.6, 0.4)


def halves(seed: int, links: Ints, limit: float = 0.4, *, most: float = 2.0, posts: float = 2.0) -> County:
    """Two sections with a school in both, of whose shared quantity each counts a part; ways go to ``most`` there."""
    parts = []
    for section, part in enumerate(PARTS):
        levers = small(seed + 900 * section, limit, posts=posts)
        problem, school, at = levers.problem, int(links[0, 1 + 2 * section]), int(links[0, 4])
        unit, full, floor = problem.unit.copy(), problem.full.copy(), problem.floor.copy()
        unit[school, at] *= part
        for one in (full, floor):
            one[school, at] = np.ceil(one[school, at] / part - 1e-9)
        tops = np.minimum(levers.most, most)
        codes = tuple(f"s{section + at}" for at in range(len(problem.schools)))
        shared = replace(problem, schools=codes, unit=unit, full=full, floor=floor)
        parts.append(replace(levers, problem=shared, most=tops))
    return County.of(parts, links)


def cheapest_together(county: County) -> float:
    """The cost of the cheapest plans of two sections that share one quantity of one school, without moves.

    Everything that may be done at the shared school in either section is tried; the other schools' options follow.
    """
    (_, first, _, second, at) = county.links[0].tolist()
    schools, ways = (first, second), county.parts[0]
    rows = [_at(county, section, school) for section, school in enumerate(schools)]
    whole = county.whole[0][first]
    counted = [one @ ways.counts[:, at] for one in (rows[0], np.where(whole, 0.0, rows[1]))]
    paid = [one @ ways.cost for one in (rows[0], np.where(whole, 0.0, rows[1]))]
    total = np.rint(counted[0][:, None] + counted[1][None]).astype(int)
    cost = paid[0][:, None] + paid[1][None]
    cost[(rows[0][:, None][:, :, whole] != rows[1][None][:, :, whole]).any(axis=2)] = np.inf
    for section, school in enumerate(schools):
        levers = county.parts[section]
        options = passing_options(levers, 1 - school)
        added, hired = rows[section] @ levers.counts, rows[section][:, levers.hires].sum(axis=1)
        rest = np.empty((len(added), total.max() + 1))
        for sum_ in range(total.max() + 1):
            added[:, at] = sum_
            rest[:, sum_] = [
                _rest(levers, school, one, each, options) for one, each in zip(added, hired.tolist(), strict=True)
            ]
        here = total if section == 0 else total.T
        more = np.take_along_axis(rest, here, axis=1)
        cost += more if section == 0 else more.T
    return float(cost.min())


def _at(county: County, section: int, school: int) -> Floats:
    """(options, k) everything that may be done at one school."""
    ranges = [np.arange(top + 1) for top in county.parts[section].most[school]]
    return np.stack(np.meshgrid(*ranges, indexing="ij"), axis=-1).reshape(-1, len(ranges))


def _rest(levers: Levers, school: int, added: Floats, hired: float, options: Floats) -> float:
    """Yuan of the cheapest plan of the other school of a section, once this one is settled; infinite without any."""
    problem = levers.problem
    if (added < problem.floor[school]).any() or (added < problem.full[school]).sum() > problem.exempt:
        return float("inf")
    if levers.posts is not None and hired > levers.posts[school]:
        return float("inf")
    here = np.broadcast_to(problem.base[school] + problem.unit[school] * added, options[:, 2:].shape)
    value = np.stack([here, options[:, 2:]] if school == 0 else [options[:, 2:], here], axis=1)
    mean = (problem.weight * value).sum(axis=1)
    spread = np.sqrt((problem.weight * (value - mean[:, None]) ** 2).sum(axis=1))
    fits = (spread <= problem.limit * mean * (1 + 1e-12)).all(axis=1) & (hired + options[:, 1] <= levers.posts_total[0])
    return float(options[fits, 0].min(initial=np.inf))


def cheapest_way(levers: Levers) -> float:
    """The cost of the cheapest plan without moves; infinite where there is none."""
    options = [passing_options(levers, school) for school in range(len(levers.problem.schools))]
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


def passing_options(levers: Levers, school: int) -> Floats:
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
