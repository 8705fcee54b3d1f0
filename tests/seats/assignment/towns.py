"""Small seeded towns: areas and schools on a plane, and all assignments of a tiny one."""

from itertools import product

import numpy as np
from scipy.spatial import Delaunay

from junheng.seats.assignment import Arcs, Graph, Problem, nearest_arcs
from junheng.seats.assignment.model import Floats, Ints


def town(
    areas: int = 60, schools: int = 9, *, seed: int = 1, tightness: float = 0.9, near: int = 9
) -> tuple[Problem, Floats, Floats]:
    """A problem with touching areas and homes, and where its areas and schools are."""
    dice = np.random.default_rng(seed)
    at = dice.uniform(0, 4000, (areas, 2))
    homes = dice.choice(areas, schools, replace=False).astype(np.int64)
    pupils = dice.integers(5, 60, areas).astype(np.int64)
    weight = dice.uniform(0.8, 1.2, schools)
    seats = np.maximum(np.ceil(weight / weight.sum() * pupils.sum() / tightness), pupils[homes]).astype(np.int64)
    arcs = nearest_arcs(at, at[homes], min(near, schools))
    return Problem(pupils, seats, arcs, touching=touching(at), home=homes, nearest=True), at, at[homes]


def touching(at: Floats) -> Graph:
    """Neighbours in the Delaunay triangulation."""
    corners = Delaunay(at).simplices
    sides = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
    both = np.unique(np.concatenate([sides, sides[:, ::-1]]), axis=0)
    first = np.concatenate(([0], np.cumsum(np.bincount(both[:, 0], minlength=len(at)))))
    return Graph(first.astype(np.int64), both[:, 1].astype(np.int64))


def dense(metres: Floats, pupils: Ints | Floats, seats: Ints | Floats, **more: object) -> Problem:
    """A problem with an arc for every pair of (areas, schools) ``metres``."""
    areas, schools = metres.shape
    first = np.arange(areas + 1, dtype=np.int64) * schools
    arcs = Arcs(first, np.tile(np.arange(schools, dtype=np.int64), areas), metres.reshape(-1).astype(np.float64))
    return Problem(np.asarray(pupils, np.int64), np.asarray(seats, np.int64), arcs, **more)  # type: ignore[arg-type]


def best_of_all(metres: Floats, pupils: Ints, seats: Ints, unserved: float) -> float:
    """The cost of the best of all assignments, tried one by one."""
    best = np.inf
    areas, schools = metres.shape
    for choice in product(range(schools + 1), repeat=areas):
        load = np.zeros(schools + 1)
        cost = 0.0
        for area, school in enumerate(choice):
            load[school] += pupils[area]
            cost += pupils[area] * (unserved if school == schools else metres[area, school])
        if (load[:schools] <= seats).all():
            best = min(best, cost)
    return best
