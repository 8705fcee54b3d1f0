"""Which sites to open where their number is free: a walk over sets of sites that the relaxation finds cheap.

At fixed prices the relaxation bounds the cost of every set of sites by the sum of what each adds. A walk over sets
costs nothing but sums; customers are only sent about in sets whose bound is below the best answer.
"""

import numpy as np
from numpy.typing import NDArray

from junheng.seats.compiled import compiled
from junheng.seats.medians.dice import State as Dice
from junheng.seats.medians.dice import below, unit
from junheng.seats.medians.moves import accepted, attract, scatter, shift, swap
from junheng.seats.medians.problem import Floats
from junheng.seats.medians.state import BEST, NOTHING, OVERLOAD, WEIGHT, State, drop_empty, keep_if_better

STEPS = 200
"""Steps of the walk between two sets that are tried."""
TURNS, LAST = 200, 0.2
"""Temperatures of one cooling, the last as a share of the first."""
FIRST, MOST = 2.0, 12.0
"""Price of a unit exceeded, in first temperatures: of a mean customer's demand at first, of one unit at most. A price
without limit freezes what is a unit from fitting."""
FLIPPED = 4
"""Sites opened or closed at most in one step."""

Marks = NDArray[np.bool_]


@compiled
def walk(  # noqa: PLR0917
    opened: Marks, values: Floats, room: Floats, need: float, heat: float, dice: Dice
) -> None:
    """Changes ``opened``, sets that hold ``need``, by the rule of Metropolis on the sum of ``values``."""
    flipped = np.empty(FLIPPED, np.int64)
    held = room[opened].sum()
    for _ in range(STEPS):
        count = 1 + below(dice, FLIPPED)
        more, added = 0.0, 0.0
        for at in range(count):
            site = below(dice, room.size)
            sign = -1.0 if opened[site] else 1.0
            more += sign * values[site]
            added += sign * room[site]
            opened[site] = not opened[site]
            flipped[at] = site
        if held + added >= need and accepted(more, heat, dice):
            held += added
            continue
        for at in range(count):
            opened[flipped[at]] = not opened[flipped[at]]


@compiled
def become(state: State, opened: Marks) -> None:
    """Opens and closes sites until those of ``opened`` are open; customers go where it costs least."""
    moved, home = np.empty(2 * state.assign.size, np.int64), np.empty(2 * state.assign.size, np.int64)
    for site in range(opened.size):
        if opened[site] and state.rank[site] < 0:
            attract(state, site, moved, home)
    for site in range(opened.size):
        if not opened[site] and state.rank[site] >= 0:
            scatter(state, site, moved, home, 0)


@compiled
def serve(state: State, dice: Dice, heat: float, effort: int) -> None:
    """Sends customers about among the open sites while it cools; the price of what is exceeded finds its level."""
    most = MOST * heat
    state.totals[WEIGHT] = FIRST * heat * state.assign.size / state.demand.sum()
    for turn in range(TURNS):
        now = heat * LAST ** (turn / (TURNS - 1))
        for _ in range(effort * state.assign.size // TURNS):
            if unit(dice) < 0.4:  # noqa: PLR2004
                shift(state, now, dice, False)
            else:
                swap(state, now, dice)
            keep_if_better(state)
        price = state.totals[WEIGHT] * (1.1 if state.totals[OVERLOAD] > NOTHING else 0.9)
        state.totals[WEIGHT] = min(price, most)


@compiled
def try_sets(  # noqa: PLR0917
    state: State, dice: Dice, values: Floats, base: float, count: int, spread: float, heat: float, effort: int
) -> int:
    """``count`` walks; returns how many sets could beat the best answer and were tried.

    ``base`` and the ``values`` of the open sites add up to the bound of a set; ``spread`` is the temperature of the
    walk, ``heat`` that of the customers, ``effort`` the steps per customer.
    """
    need, tried = state.demand.sum(), 0
    opened = state.rank >= 0
    if state.room[opened].sum() < need:
        opened[:] = True
    for _ in range(count):
        walk(opened, values, state.room, need, spread * unit(dice), dice)
        if base + values[opened].sum() >= state.totals[BEST]:
            continue
        become(state, opened)
        serve(state, dice, heat * (0.3 + unit(dice)), effort)
        drop_empty(state)
        keep_if_better(state)
        tried += 1
    return tried
