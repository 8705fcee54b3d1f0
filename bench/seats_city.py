"""A seeded city of small areas and schools, as large as the largest: 10,000 areas, 1,500 schools, some 790,000 pupils.

Two thirds of areas and schools lie in 25 towns of normal spread, the rest anywhere in a square of 40 km. Pupils of an
area are log-normal (clipped to half the mean school), seats of a school likewise. With ``share`` 0.875 the mean school
has about 656 seats and the seats of 87.5 % of the schools would be 92 % full: that is the city in which half of the new
quarter of sites is to be opened, and, with every site open, the city of the zoning rows. With ``share`` 1 all seats
together are 92 % full, which is harder.
"""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import Delaunay, cKDTree

from junheng.seats.assignment import Graph, Problem, nearest_arcs

SIDE = 40_000.0
TOWNS = 25


@dataclass(frozen=True)
class City:
    """The problem, and which of its sites exist when sites are to be chosen."""

    problem: Problem
    existing: np.ndarray


def city(areas: int, schools: int, *, seed: int = 1, share: float = 0.875, near: int = 30) -> City:
    """The seeded city."""
    dice = np.random.default_rng(seed)
    centres = dice.uniform(0.1 * SIDE, 0.9 * SIDE, (TOWNS, 2))
    weight = dice.dirichlet(np.ones(TOWNS) * 2)
    at, sites = _points(dice, areas, centres, weight), _points(dice, schools, centres, weight)
    pupils, seats = dice.lognormal(0, 0.6, areas), dice.lognormal(0, 0.4, schools)
    total = 79.38 * areas
    mean = total / 0.92 / schools / share
    whole = np.maximum(1, np.minimum(np.rint(pupils / pupils.sum() * total), mean / 2)).astype(np.int64)
    room = np.rint(seats / seats.sum() * whole.sum() / 0.92 / share).astype(np.int64)
    home = cKDTree(at).query(sites)[1].astype(np.int64)
    problem = Problem(whole, room, nearest_arcs(at, sites, near), touching=_touching(at), home=home, nearest=True)
    existing = np.zeros(schools, bool)
    existing[dice.permutation(schools)[: schools * 3 // 4]] = True
    return City(problem, existing)


def _points(dice: np.random.Generator, count: int, centres: np.ndarray, weight: np.ndarray) -> np.ndarray:
    points = centres[dice.choice(TOWNS, count, p=weight)] + dice.normal(0, SIDE * 0.08, (count, 2))
    anywhere = dice.random(count) < 0.35
    points[anywhere] = dice.uniform(0, SIDE, (int(anywhere.sum()), 2))
    return np.clip(points, 0, SIDE)


def _touching(at: np.ndarray) -> Graph:
    """Neighbours in the Delaunay triangulation less than 2.5 km apart."""
    corners = Delaunay(at).simplices
    sides = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
    both = np.unique(np.concatenate([sides, sides[:, ::-1]]), axis=0)
    both = both[np.hypot(*(at[both[:, 0]] - at[both[:, 1]]).T) < 2_500]
    first = np.concatenate(([0], np.cumsum(np.bincount(both[:, 0], minlength=len(at)))))
    return Graph(first.astype(np.int64), both[:, 1].astype(np.int64))
