"""Simulated annealing of zones with moves that never break them: an area with what it would cut off, or a pair.

S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Optimization by simulated annealing, Science 220 (1983); a pair of shifts is
an ejection chain of length two (F. Glover, Discrete Applied Mathematics 65, 1996).
"""

import math

import numpy as np

from junheng.seats.compiled import compiled
from junheng.seats.zoning.land import State, holds_without, measure, shift, shift_cost, walk_on
from junheng.seats.zoning.zone_map import Plan

LONGEST_TAIL = 8
"""Areas that may move at once."""
HOPE = 0.6
"""How much worse the first of a pair of shifts may be than what is allowed for both."""
NOISE = 0.3
"""Share of the heat that blurs the choice of the second."""
HALF = 0.5
REFUSED = math.inf


@compiled
def spared(heat: float) -> float:
    """How much worse a plan may become, by the rule of Metropolis."""
    return -heat * math.log(np.random.random())


@compiled
def tail_move(state: State, area: int, to: int, allowed: float) -> float:
    """Shift an area and all that hangs on it; change of the objective, infinite when refused."""
    old = state.plan[area]
    change = shift_cost(state, area, to)
    if change > allowed:
        return REFUSED
    if holds_without(state, area):
        shift(state, area, to)
        return change
    count = walk_on(state, area, -1)
    if count > LONGEST_TAIL:
        return REFUSED
    change = 0.0
    for at in range(count):
        change += shift_cost(state, state.walk[at], to)
        shift(state, state.walk[at], to)
    if change <= allowed:
        return change
    for at in range(count - 1, -1, -1):
        shift(state, state.walk[at], old)
    return REFUSED


@compiled
def best_exit(state: State, kept: int, heat: float) -> tuple[int, int]:
    """The area and zone of the most promising shift out of the zone of ``kept``, with some noise; -1 when none."""
    land, school = state.land, state.plan[kept]
    state.mark[0] += 1
    best, leaving, to = math.inf, -1, -1
    for at in range(1, walk_on(state, kept, -1)):
        area = state.walk[at]
        if land.fixed[area]:
            continue
        last = school
        for edge in range(land.start[area], land.start[area + 1]):
            other = state.plan[land.neighbour[edge]]
            if other in (school, last):
                continue
            last = other
            change = shift_cost(state, area, other) + spared(heat)
            if change < best:
                best, leaving, to = change, area, other
    return leaving, to


@compiled
def pair_move(state: State, area: int, to: int, heat: float) -> float:
    """Shift an area, then the best one out of the zone it came to; change of the objective, infinite when refused."""
    allowed = spared(heat)
    old = state.plan[area]
    change = shift_cost(state, area, to)
    if change > allowed + HOPE or not holds_without(state, area):
        return REFUSED
    shift(state, area, to)
    leaving, onward = best_exit(state, area, NOISE * heat)
    if leaving >= 0:
        change += shift_cost(state, leaving, onward)
        if change <= allowed and holds_without(state, leaving):
            shift(state, leaving, onward)
            return change
    shift(state, area, old)
    return REFUSED


@compiled
def any_move(state: State, area: int, to: int, heat: float) -> float:
    """One of the two moves; change of the objective, infinite when refused."""
    if np.random.random() < HALF:
        return tail_move(state, area, to, spared(heat))
    return pair_move(state, area, to, heat)


@compiled
def anneal(state: State, best: Plan, least: float, heat: float, dice: tuple[int, int]) -> float:
    """Anneal the state at one heat, ``dice`` = seed and number of tries; ``best`` takes every plan below ``least``.

    Returns the least objective seen.
    """
    seed, tries = dice
    np.random.seed(seed)
    land, plan = state.land, state.plan
    value = measure(state)
    for _ in range(tries):
        area = np.random.randint(plan.size)
        if land.fixed[area] or land.start[area] == land.start[area + 1]:
            continue
        to = plan[land.neighbour[np.random.randint(land.start[area], land.start[area + 1])]]
        if to == plan[area]:
            continue
        change = any_move(state, area, to, heat)
        if change < REFUSED:
            value += change
            if value < least - 1e-12:
                least = value
                best[:] = plan
    return least
