"""Simulated annealing over whole areas: shifts, swaps and ejection chains, seats as a price that grows.

A shift sends one area along another of its arcs; where the new school overflows, either a member is swapped for it or
the cheapest member is ejected to its own best school, and so on along a chain. A move is taken when cost plus price
of overload rises by no more than the temperature allows; the price grows until no overload pays.

References: S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Optimization by simulated annealing, Science 220 (1983);
M. Yagiura, T. Ibaraki, F. Glover, An ejection chain approach for the generalized assignment problem, INFORMS Journal
on Computing 16 (2004).
"""

import math
from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.region import City, leaves, touches, whole
from junheng.seats.assignment.state import DEPTH, arc_to, overload_change, put
from junheng.seats.compiled import compiled

RETURN = 0.02
"""Share of moves kept for areas without a seat."""


class Heat(NamedTuple):
    """Temperature in pupil-metres, price of one pupil too many in metres, how often a full school is answered by a
    swap (else by a chain)."""

    temperature: float
    price: float
    swaps: float


@compiled
def anneal(city: City, heat: Heat, steps: int, seed: int) -> None:
    """``steps`` moves tried on the state."""
    state = city.state
    np.random.seed(seed)
    for _ in range(steps):
        area = drawn_area(city)
        arc = drawn_arc(city, area)
        if arc != state.at[area]:
            allowance = -heat.temperature * math.log(np.random.random() + 1e-300)
            if not shift(city, area, arc, heat.price, allowance):
                if np.random.random() < heat.swaps:
                    swap(city, area, arc, heat.price, allowance)
                else:
                    eject(city, area, arc, heat.price, allowance)


@compiled
def drawn_area(city: City) -> int:
    """Any area; now and then one that has no seat, if there are such."""
    nowhere, state = city.known.seats.size - 1, city.state
    if state.held[nowhere] > 0 and np.random.random() < RETURN:
        return int(state.member[state.start[nowhere] + np.random.randint(0, state.held[nowhere])])
    return int(np.random.randint(0, city.known.pupils.size))


@compiled
def drawn_arc(city: City, area: int) -> int:
    """An arc of the area, cheap ones more often; where zones are in one piece, mostly to a neighbour's school."""
    known, state, region = city.known, city.state, city.region
    around = region.first[area + 1] - region.first[area]
    if region.hard[0] == 1 and around > 0:
        other = region.area[region.first[area] + np.random.randint(0, around)]
        arc = arc_to(known, area, known.school[state.at[other]])
        return arc if arc >= 0 else state.at[area]
    draw = np.random.random()
    return int(known.first[area] + int(draw * draw * (known.first[area + 1] - known.first[area])))


@compiled
def shift(city: City, area: int, arc: int, price: float, allowance: float) -> bool:
    """Sends the area along the arc if that is allowed; whether it was."""
    known, state = city.known, city.state
    pupils, old, new = known.pupils[area], known.school[state.at[area]], known.school[arc]
    over = overload_change(known, state, old, -pupils) + overload_change(known, state, new, pupils)
    if known.cost[arc] - known.cost[state.at[area]] + price * over > allowance:
        return False
    if not passable(city, area, arc):
        return False
    put(known, state, area, arc)
    return True


@compiled
def swap(city: City, area: int, arc: int, price: float, allowance: float) -> bool:
    """Exchanges the area with a random member of the arc's school if that is allowed."""
    known, state = city.known, city.state
    old, new = known.school[state.at[area]], known.school[arc]
    if state.held[new] == 0:
        return False
    other = state.member[state.start[new] + np.random.randint(0, state.held[new])]
    back = arc_to(known, other, old)
    if back < 0:
        return False
    more = known.pupils[area] - known.pupils[other]
    over = overload_change(known, state, old, -more) + overload_change(known, state, new, more)
    cost = known.cost[arc] - known.cost[state.at[area]] + known.cost[back] - known.cost[state.at[other]]
    if cost + price * over > allowance:
        return False
    return exchanged(city, area, arc, other, back)


@compiled
def exchanged(city: City, area: int, arc: int, other: int, back: int) -> bool:
    """Exchanges two areas if both zones then are in one piece; whether they are."""
    known, state, region = city.known, city.state, city.region
    if region.hard[0] == 1 and (region.fixed[area] == 1 or region.fixed[other] == 1):
        return False
    old, old_other = state.at[area], state.at[other]
    put(known, state, area, arc)
    put(known, state, other, back)
    if whole(city, known.school[arc]) and whole(city, known.school[back]):
        return True
    put(known, state, area, old)
    put(known, state, other, old_other)
    return False


@compiled
def eject(city: City, area: int, arc: int, price: float, allowance: float) -> bool:
    """Sends the area along the arc and lets the schools that overflow pass members on; undone if not allowed."""
    known, state, chain = city.known, city.state, city.state.chain
    before = state.tally[0] + price * state.tally[1]
    length = 0
    if not passable(city, area, arc):
        return False
    while arc >= 0 and length < DEPTH:
        chain[0, length] = area
        chain[1, length] = state.at[area]
        length += 1
        put(known, state, area, arc)
        now = state.tally[0] + price * state.tally[1] - before
        if now <= allowance:
            return True
        area, arc = cheapest_leaver(city, known.school[arc], price, length)
    for done in range(length - 1, -1, -1):
        put(known, state, chain[0, done], chain[1, done])
    return False


@compiled
def cheapest_leaver(city: City, school: int, price: float, length: int) -> tuple[int, int]:
    """The member whose departure costs least, and the arc it takes; ``(-1, -1)`` when nobody can leave."""
    known, state, chain = city.known, city.state, city.state.chain
    best, best_area, best_arc = np.inf, -1, -1
    for at in range(state.start[school], state.start[school] + state.held[school]):
        area = state.member[at]
        moved = False
        for done in range(length):
            moved = moved or chain[0, done] == area
        if moved:
            continue
        stay = known.cost[state.at[area]] - price * overload_change(known, state, school, -known.pupils[area])
        cost, arc = best_way_out(city, area, price)
        if cost - stay < best and leaves(city, area):
            best, best_area, best_arc = cost - stay, area, arc
    return best_area, best_arc


@compiled
def best_way_out(city: City, area: int, price: float) -> tuple[float, int]:
    """The cheapest arc of the area to another school, overload there included, and its cost; infinite for none."""
    known, state = city.known, city.state
    best, best_arc = np.inf, -1
    for arc in range(known.first[area], known.first[area + 1] - 1):
        if arc != state.at[area] and known.cost[arc] < best:
            cost = known.cost[arc] + price * overload_change(known, state, known.school[arc], known.pupils[area])
            if cost < best and touches(city, area, known.school[arc]):
                best, best_arc = cost, arc
    return best, best_arc


@compiled
def passable(city: City, area: int, arc: int) -> bool:
    """Whether zones stay in one piece when the area takes the arc."""
    if city.region.hard[0] == 0:
        return True
    return touches(city, area, city.known.school[arc]) and leaves(city, area)
