"""Local trials: move a median within a region, let the region cool, and take everything back unless it pays."""

import numpy as np

from junheng.seats.compiled import compiled
from junheng.seats.medians.dice import State as Dice
from junheng.seats.medians.dice import below, unit
from junheng.seats.medians.moves import attract, replace, scatter, shift, somebody, swap
from junheng.seats.medians.problem import Ints
from junheng.seats.medians.state import (
    ACTIVE,
    COST,
    OVERLOAD,
    WEIGHT,
    State,
    drop_empty,
    keep_if_better,
    move,
    open_site,
)

FEWEST, MOST = 3, 12
"""Open sites of a region."""
CROWD = 250
"""Customers beyond which a region takes no further site."""


@compiled
def worth(state: State) -> float:
    """Cost with the price of what is exceeded."""
    return float(state.totals[COST] + state.totals[WEIGHT] * state.totals[OVERLOAD])


@compiled
def everybody(state: State) -> None:
    """Every customer may move."""
    for customer in range(state.assign.size):
        state.pool[customer] = customer
        state.active[customer] = 1
    state.totals[ACTIVE] = state.assign.size


@compiled
def gather(state: State, center: int, most: int, sites: Ints, count: int) -> int:
    """Adds the open sites nearest to a customer, up to ``most`` in all or a crowd, with their customers."""
    crowd = int(state.totals[ACTIVE])
    for at in range(state.room.size):
        site = state.near[center, at]
        if state.rank[site] < 0 or state.active[state.own[site]] == 1:
            continue
        sites[count] = site
        count += 1
        for place in range(state.size[site]):
            state.pool[crowd] = state.members[site, place]
            state.active[state.members[site, place]] = 1
            crowd += 1
        if count >= most or (count >= FEWEST and crowd > CROWD):
            break
    state.totals[ACTIVE] = crowd
    return count


@compiled
def cool(state: State, dice: Dice, heat: float, count: int) -> None:
    """``count`` steps of the region while the temperature falls to a tenth."""
    for at in range(count):
        now = heat * 0.1 ** (at / count)
        draw = unit(dice)
        if draw < 0.1:  # noqa: PLR2004
            replace(state, now, dice)
        elif draw < 0.5:  # noqa: PLR2004
            shift(state, now, dice)
        else:
            swap(state, now, dice)
        keep_if_better(state)


@compiled
def restore(state: State, sites: Ints, count: int, home: Ints) -> None:
    """The region as it was: its open sites and where each customer of the pool was served."""
    for at in range(count):
        if state.rank[sites[at]] < 0:
            open_site(state, sites[at])
    for at in range(int(state.totals[ACTIVE])):
        customer = state.pool[at]
        if state.assign[customer] != home[at]:
            move(state, customer, home[at])
    drop_empty(state)


@compiled
def jump(  # noqa: PLR0917
    state: State, dice: Dice, sites: Ints, count: int, moved: Ints, home: Ints
) -> None:
    """Opens a closed place of the region and closes one of its sites."""
    target = -1
    for _ in range(20):
        target = somebody(state, dice)
        if state.rank[target] < 0:
            break
    source = sites[below(dice, count)]
    if state.rank[target] >= 0:
        return
    attract(state, target, moved, home)
    scatter(state, source, moved, home, 0)


@compiled
def trials(state: State, dice: Dice, count: int, heat: float, effort: int) -> int:
    """``count`` regions; returns how many were kept. Sites stand at the customers of the same number."""
    sites = np.empty(2 * MOST + 2, np.int64)
    home = np.empty(2 * state.assign.size, np.int64)
    moved = np.empty(2 * state.assign.size, np.int64)
    left = np.empty(2 * state.assign.size, np.int64)
    kept = 0
    for _ in range(count):
        state.totals[ACTIVE] = state.assign.size
        everybody(state)
        center = somebody(state, dice)
        far = somebody(state, dice)
        for customer in range(state.assign.size):
            state.active[customer] = 0
        state.totals[ACTIVE] = 0.0
        most = FEWEST + below(dice, MOST - FEWEST + 1)
        size = gather(state, center, most, sites, 0)
        if unit(dice) < 0.2:  # noqa: PLR2004
            size = gather(state, far, size + FEWEST, sites, size)
        active = int(state.totals[ACTIVE])
        for at in range(active):
            home[at] = state.assign[state.pool[at]]
        before = worth(state)
        if unit(dice) < 0.8 and size > 1:  # noqa: PLR2004
            jump(state, dice, sites, size, moved, left)
        cool(state, dice, heat * (0.3 + unit(dice)), effort * active)
        if worth(state) > before + 1e-9 * abs(before):
            restore(state, sites, size, home)
        else:
            kept += 1
    everybody(state)
    return kept
