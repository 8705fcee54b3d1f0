"""An answer while it is being changed: who is served where, in arrays that compiled loops write to."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from junheng.seats.compiled import compiled, compiled_within
from junheng.seats.medians.problem import Floats, Ints, Problem

COST, OVERLOAD, BEST, WEIGHT, OPEN, ACTIVE = range(6)
"""Places in ``totals``: cost, capacity exceeded, cost of the best that fits, price of a unit exceeded, numbers of open
sites and of active customers."""


NOTHING = 1e-9
"""Sums of loads that are this close to zero are zero."""


class State(NamedTuple):
    """One answer and the best one seen that fits.

    ``by_site`` is ``cost`` the other way round, ``paid`` what each customer costs now, ``near`` lists per customer the
    sites from cheap to dear. ``members[j, :size[j]]`` are the customers of site j and ``place`` where each stands in
    its row; ``opened[:totals[OPEN]]`` are the open sites and ``rank`` their places, −1 if closed.
    Only the customers in ``pool[:totals[ACTIVE]]`` move, those that ``active`` marks.
    """

    cost: Floats
    by_site: Floats
    near: Ints
    demand: Floats
    room: Floats
    fixed: Floats
    own: Ints
    assign: Ints
    paid: Floats
    load: Floats
    members: NDArray[np.int32]
    size: Ints
    place: Ints
    opened: Ints
    rank: Ints
    pool: Ints
    active: NDArray[np.uint8]
    totals: Floats
    best: Ints


def state_of(problem: Problem, near: Ints | None = None) -> State:
    """Nobody served, nothing open."""
    n, m = problem.cost.shape
    return State(
        problem.cost,
        np.ascontiguousarray(problem.cost.T),
        np.argsort(problem.cost, axis=1, kind="stable") if near is None else near,
        problem.demand,
        problem.room,
        problem.fixed,
        problem.own,
        np.full(n, -1, np.int64),
        np.zeros(n),
        np.zeros(m),
        np.zeros((m, n), np.int32),
        np.zeros(m, np.int64),
        np.zeros(n, np.int64),
        np.zeros(m, np.int64),
        np.full(m, -1, np.int64),
        np.arange(n, dtype=np.int64),
        np.ones(n, np.uint8),
        np.array([0.0, 0.0, np.inf, 1.0, 0.0, float(n)]),
        np.full(n, -1, np.int64),
    )


@compiled_within
def over(state: State, site: int, load: float) -> float:
    """How much ``load`` exceeds the site's capacity."""
    return float(max(0.0, load - state.room[site]))


@compiled_within
def open_site(state: State, site: int) -> None:
    count = int(state.totals[OPEN])
    state.opened[count] = site
    state.rank[site] = count
    state.totals[OPEN] = count + 1
    state.totals[COST] += state.fixed[site]


@compiled_within
def close_site(state: State, site: int) -> None:
    """Closes an empty site."""
    last = int(state.totals[OPEN]) - 1
    moved = state.opened[last]
    state.opened[state.rank[site]] = moved
    state.rank[moved] = state.rank[site]
    state.rank[site] = -1
    state.totals[OPEN] = last
    state.totals[COST] -= state.fixed[site]


@compiled_within
def move(state: State, customer: int, target: int) -> None:
    """Serves ``customer`` at ``target`` from now on."""
    source, demand = state.assign[customer], state.demand[customer]
    if source >= 0:
        state.size[source] -= 1
        last = state.members[source, state.size[source]]
        state.members[source, state.place[customer]] = last
        state.place[last] = state.place[customer]
        before = over(state, source, state.load[source])
        state.load[source] -= demand
        state.totals[OVERLOAD] += over(state, source, state.load[source]) - before
        state.totals[COST] -= state.paid[customer]
    state.members[target, state.size[target]] = customer
    state.place[customer] = state.size[target]
    state.size[target] += 1
    state.assign[customer] = target
    before = over(state, target, state.load[target])
    state.load[target] += demand
    state.totals[OVERLOAD] += over(state, target, state.load[target]) - before
    state.paid[customer] = state.cost[customer, target]
    state.totals[COST] += state.paid[customer]


@compiled
def settle(state: State, assignment: Ints) -> None:
    """Makes ``assignment`` the answer; sums are made anew. Sites that serve nobody are closed."""
    for site in range(state.room.size):
        state.rank[site] = -1
        state.load[site] = 0.0
        state.size[site] = 0
    for customer in range(assignment.size):
        state.assign[customer] = -1
    state.totals[COST] = 0.0
    state.totals[OVERLOAD] = 0.0
    state.totals[OPEN] = 0.0
    for customer in range(assignment.size):
        site = assignment[customer]
        if state.rank[site] < 0:
            open_site(state, site)
        move(state, customer, site)


@compiled
def keep_if_better(state: State) -> bool:
    """Remembers the answer when it fits and costs less than the best."""
    if state.totals[OVERLOAD] > NOTHING or state.totals[COST] >= state.totals[BEST] - 1e-9 * abs(state.totals[BEST]):
        return False
    state.totals[BEST] = state.totals[COST]
    for customer in range(state.best.size):
        state.best[customer] = state.assign[customer]
    return True


@compiled
def drop_empty(state: State) -> None:
    """Closes the sites that serve nobody."""
    at = 0
    while at < int(state.totals[OPEN]):
        if state.size[state.opened[at]] == 0:
            close_site(state, state.opened[at])
        else:
            at += 1
