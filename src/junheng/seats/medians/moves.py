"""The steps of the search: shift a customer, swap two, move a median within its cluster, close here and open there."""

import math

import numpy as np

from junheng.seats.compiled import compiled, compiled_within
from junheng.seats.medians.dice import State as Dice
from junheng.seats.medians.dice import below, unit
from junheng.seats.medians.problem import Ints
from junheng.seats.medians.state import ACTIVE, COST, OPEN, OVERLOAD, WEIGHT, State, close_site, move, open_site, over

NEAR = 0.45
"""Chance to look one open site further."""
AROUND, LOCAL = 12, 0.9
"""Nearest sites among which a neighbour is picked, and how often one is asked for."""
HALF = 0.5
TRIED = 4
"""Open sites looked at for a customer whose site closes."""


@compiled_within
def accepted(delta: float, heat: float, dice: Dice) -> bool:
    """The rule of Metropolis."""
    return delta <= 0.0 or (heat > 0.0 and unit(dice) < math.exp(-delta / heat))


@compiled_within
def some_open(state: State, customer: int, dice: Dice) -> int:
    """An open site near the customer, not its own; −1 when there is none."""
    found = -1
    for at in range(state.room.size):
        site = state.near[customer, at]
        if state.rank[site] < 0 or site == state.assign[customer]:
            continue
        found = site
        if unit(dice) > NEAR:
            break
    return found


@compiled_within
def neighbour(state: State, customer: int, dice: Dice) -> int:
    """The customer that stands at a site near this one; −1 where nobody stands or by a fixed share of chance."""
    site = state.near[customer, below(dice, min(state.room.size, AROUND))]
    return state.own[site] if unit(dice) < LOCAL else -1


@compiled_within
def somebody(state: State, dice: Dice) -> int:
    """A customer that may move."""
    return int(state.pool[below(dice, int(state.totals[ACTIVE]))])


@compiled_within
def bound_to(state: State, customer: int) -> bool:
    """Whether the customer stands at the site that serves it and cannot leave."""
    return bool(state.own[state.assign[customer]] == customer)


@compiled
def shift(state: State, heat: float, dice: Dice, closes: bool = True) -> None:
    """One customer to another open site near it; the last one of its site only where that ``closes``."""
    customer = somebody(state, dice)
    if bound_to(state, customer) or (not closes and state.size[state.assign[customer]] == 1):
        return
    beside = neighbour(state, customer, dice)
    target = state.assign[beside] if beside >= 0 else some_open(state, customer, dice)
    if target < 0 or target == state.assign[customer]:
        return
    source, demand = state.assign[customer], state.demand[customer]
    gained = over(state, target, state.load[target] + demand) - over(state, target, state.load[target])
    freed = over(state, source, state.load[source]) - over(state, source, state.load[source] - demand)
    delta = state.cost[customer, target] - state.paid[customer] + state.totals[WEIGHT] * (gained - freed)
    if state.size[source] == 1 and state.own[source] < 0:
        delta -= state.fixed[source]
    if accepted(delta, heat, dice):
        move(state, customer, target)
        if state.size[source] == 0:
            close_site(state, source)


@compiled
def swap(state: State, heat: float, dice: Dice) -> None:
    """Two customers of different sites change places."""
    first = somebody(state, dice)
    if bound_to(state, first):
        return
    second = neighbour(state, first, dice)
    b = state.assign[second] if second >= 0 else some_open(state, first, dice)
    if b < 0 or b == state.assign[first] or state.size[b] == 0:
        return
    if second < 0 or unit(dice) < HALF:
        second = int(state.members[b, below(dice, state.size[b])])
    if state.active[second] == 0 or bound_to(state, second):
        return
    a, more = state.assign[first], state.demand[second] - state.demand[first]
    excess = over(state, a, state.load[a] + more) - over(state, a, state.load[a])
    excess += over(state, b, state.load[b] - more) - over(state, b, state.load[b])
    before = state.paid[first] + state.paid[second]
    delta = state.cost[first, b] + state.cost[second, a] - before + state.totals[WEIGHT] * excess
    if accepted(delta, heat, dice):
        move(state, first, b)
        move(state, second, a)


@compiled
def replace(state: State, heat: float, dice: Dice) -> None:
    """All customers of a site to one closed site: the place of one of them, or one near them."""
    customer = somebody(state, dice)
    source = state.assign[customer]
    if state.own[source] >= 0 and state.active[state.own[source]] == 0:
        return
    target = customer
    if state.own[source] >= 0 and unit(dice) < HALF:
        target = state.near[state.own[source], below(dice, min(state.room.size, AROUND))]
    if state.own[source] < 0:
        target = state.near[customer, below(dice, min(state.room.size, TRIED))]
    if state.rank[target] >= 0 or (state.own[target] >= 0 and state.assign[state.own[target]] != source):
        return
    delta = state.fixed[target] - state.fixed[source]
    load = state.load[source]
    delta += state.totals[WEIGHT] * (over(state, target, load) - over(state, source, load))
    for at in range(state.size[source]):
        member = int(state.members[source, at])
        delta += state.by_site[target, member] - state.paid[member]
    if accepted(delta, heat, dice):
        open_site(state, target)
        while state.size[source] > 0:
            move(state, int(state.members[source, state.size[source] - 1]), target)
        close_site(state, source)


@compiled
def best_open(state: State, customer: int, closed: int) -> int:
    """The open site, among the nearest few, that costs least with the price of what it would exceed."""
    found, least, seen = -1, np.inf, 0
    for at in range(state.room.size):
        site = state.near[customer, at]
        if state.rank[site] < 0 or site == closed:
            continue
        load = state.load[site]
        more = over(state, site, load + state.demand[customer]) - over(state, site, load)
        worth = state.cost[customer, site] + state.totals[WEIGHT] * more
        if worth < least:
            found, least = site, worth
        seen += 1
        if seen == TRIED:
            break
    return found


@compiled
def attract(state: State, site: int, moved: Ints, home: Ints) -> int:
    """Opens ``site`` for its own customer and those that gain by it, as far as it holds them; notes who came."""
    open_site(state, site)
    count, own = 0, state.own[site]
    if own >= 0:
        moved[count], home[count] = own, state.assign[own]
        move(state, own, site)
        count += 1
    for other in range(state.assign.size):
        before = state.assign[other]
        if before == site or state.own[before] == other or state.active[other] == 0:
            continue
        gain = state.paid[other] - state.by_site[site, other]
        if gain > 0.0 and state.load[site] + state.demand[other] <= state.room[site]:
            moved[count], home[count] = other, before
            move(state, other, site)
            count += 1
    return count


@compiled
def scatter(state: State, site: int, moved: Ints, home: Ints, count: int) -> int:
    """Closes ``site``; its customers go where it costs least."""
    while state.size[site] > 0:
        customer = int(state.members[site, state.size[site] - 1])
        moved[count], home[count] = customer, site
        move(state, customer, best_open(state, customer, site))
        count += 1
    close_site(state, site)
    return count


@compiled
def relocate(  # noqa: C901
    state: State, heat: float, dice: Dice, opens: bool, closes: bool
) -> None:
    """Opens a closed site, closes an open one, or both; taken back unless accepted."""
    target, source, count = -1, -1, 0
    if opens:
        customer = somebody(state, dice)
        target = state.near[customer, below(dice, min(state.room.size, TRIED))]
        own = state.own[target]
        if state.rank[target] >= 0 or (own >= 0 and state.own[state.assign[own]] == own):
            return
    if closes:
        if state.totals[OPEN] < 2.0:  # noqa: PLR2004
            return
        source = state.opened[below(dice, int(state.totals[OPEN]))]
    before = state.totals[COST] + state.totals[WEIGHT] * state.totals[OVERLOAD]
    moved, home = np.empty(2 * state.assign.size, np.int64), np.empty(2 * state.assign.size, np.int64)
    if opens:
        count = attract(state, target, moved, home)
    if closes:
        count = scatter(state, source, moved, home, count)
    delta = state.totals[COST] + state.totals[WEIGHT] * state.totals[OVERLOAD] - before
    if accepted(delta, heat, dice):
        return
    if closes:
        open_site(state, source)
    for at in range(count - 1, -1, -1):
        move(state, moved[at], home[at])
    if opens:
        close_site(state, target)
