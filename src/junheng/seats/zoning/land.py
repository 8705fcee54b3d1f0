"""The compiled ground of the search: what a zone costs, what a shift of one area changes, who hangs together."""

import math
from typing import NamedTuple

import numpy as np

from junheng.seats.compiled import compiled
from junheng.seats.zoning.objective import MORE_PUPILS, MORE_SEATS, Weights
from junheng.seats.zoning.zone_map import Floats, Ints, Plan, ZoneMap

PUPILS, SURFACE, PERIMETER, AREAS = 0, 1, 2, 3
"""Columns of the sums of a zone."""


class Land(NamedTuple):
    """A zone map as the loops read it; ``fixed`` marks the areas that never move."""

    start: Ints
    neighbour: Ints
    border: Floats
    pupils: Floats
    surface: Floats
    perimeter: Floats
    seats: Floats
    home: Ints
    fixed: Ints
    balance: float
    shape: float


class State(NamedTuple):
    """One search: its plan, the ``sums`` (m, 4) of the zones, and where it walks.

    ``seen[u] == mark[0]`` says that area ``u`` was met in the present walk, which is listed in ``walk``.
    """

    land: Land
    plan: Plan
    sums: Floats
    seen: Ints
    mark: Ints
    walk: Ints


def ground(land: ZoneMap, weights: Weights) -> Land:
    """The map with the weights of the objective; the areas of the schools are fixed."""
    fixed = np.zeros(len(land.areas), dtype=np.int64)
    fixed[land.home] = 1
    return Land(
        land.start,
        land.neighbour,
        land.border,
        land.pupils,
        land.surface,
        land.perimeter,
        land.seats,
        land.home,
        fixed,
        weights.balance,
        weights.shape,
    )


def begin(land: Land, plan: Plan) -> State:
    """A search that begins at a copy of a plan."""
    size = len(plan)
    sums = np.zeros((len(land.home), 4))
    state = State(land, plan.copy(), sums, np.zeros(size, np.int64), np.zeros(1, np.int64), np.zeros(size, np.int64))
    measure(state)
    return state


@compiled
def cost(land: Land, school: int, pupils: float, surface: float, perimeter: float) -> float:
    """What a zone of these sums adds to the objective."""
    full = (pupils + MORE_PUPILS) / (land.seats[school] + MORE_SEATS)
    roundness: float = 4 * math.pi * surface / (perimeter * perimeter)
    whole: float = land.balance * abs(1 - full) + land.shape * (1 - roundness)
    return whole


@compiled
def measure(state: State) -> float:
    """Sum up every zone from scratch; the objective."""
    land, plan, sums = state.land, state.plan, state.sums
    sums[:] = 0
    for area in range(plan.size):
        zone = sums[plan[area]]
        zone[PUPILS] += land.pupils[area]
        zone[SURFACE] += land.surface[area]
        zone[PERIMETER] += land.perimeter[area] - shared(state, area, plan[area])
        zone[AREAS] += 1
    whole = 0.0
    for school in range(land.home.size):
        whole += cost(land, school, sums[school, PUPILS], sums[school, SURFACE], sums[school, PERIMETER])
    return whole


@compiled
def shared(state: State, area: int, school: int) -> float:
    """Length of the borders between an area and a zone."""
    land = state.land
    length = 0.0
    for at in range(land.start[area], land.start[area + 1]):
        if state.plan[land.neighbour[at]] == school:
            length += land.border[at]
    return length


@compiled
def shift_cost(state: State, area: int, to: int) -> float:
    """Change of the objective when one area goes to another zone."""
    land, old = state.land, state.plan[area]
    pupils, surface, perimeter = land.pupils[area], land.surface[area], land.perimeter[area]
    a, b = state.sums[old], state.sums[to]
    left = a[PERIMETER] - perimeter + 2 * shared(state, area, old)
    grown = b[PERIMETER] + perimeter - 2 * shared(state, area, to)
    after = cost(land, old, a[PUPILS] - pupils, a[SURFACE] - surface, left)
    after += cost(land, to, b[PUPILS] + pupils, b[SURFACE] + surface, grown)
    before = cost(land, old, a[PUPILS], a[SURFACE], a[PERIMETER])
    return after - before - cost(land, to, b[PUPILS], b[SURFACE], b[PERIMETER])


@compiled
def shift(state: State, area: int, to: int) -> None:
    """Give one area to another zone and keep the sums right."""
    land, old = state.land, state.plan[area]
    a, b = state.sums[old], state.sums[to]
    a[PUPILS] -= land.pupils[area]
    b[PUPILS] += land.pupils[area]
    a[SURFACE] -= land.surface[area]
    b[SURFACE] += land.surface[area]
    a[PERIMETER] += 2 * shared(state, area, old) - land.perimeter[area]
    b[PERIMETER] += land.perimeter[area] - 2 * shared(state, area, to)
    a[AREAS] -= 1
    b[AREAS] += 1
    state.plan[area] = to


@compiled
def walk_on(state: State, first: int, without: int) -> int:
    """List ``first`` and all unseen areas of its zone that hang on it; how many.

    ``without`` is an area not to step on, -1 for none.
    """
    land, school, mark = state.land, state.plan[first], state.mark[0]
    state.seen[first] = mark
    state.walk[0] = first
    count, at = 1, 0
    while at < count:
        area = state.walk[at]
        at += 1
        for edge in range(land.start[area], land.start[area + 1]):
            other = land.neighbour[edge]
            if state.plan[other] == school and other != without and state.seen[other] != mark:
                state.seen[other] = mark
                state.walk[count] = other
                count += 1
    return count


@compiled
def holds_without(state: State, area: int) -> bool:
    """Whether the zone of an area stays in one piece when the area leaves; what the school holds is seen then."""
    school = state.plan[area]
    state.mark[0] += 1
    return bool(walk_on(state, state.land.home[school], area) == state.sums[school, AREAS] - 1)
