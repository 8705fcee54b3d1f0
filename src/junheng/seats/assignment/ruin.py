"""Ruin and recreate: a handful of areas near each other lose their school and are seated anew, one after the other.

Each goes where it then costs least: its way and the overload it makes, at a price that grows. Where zones are in one
piece they stay so: areas that are cut off by those that leave go with them, and each is seated in a zone that it
touches. What comes out is kept when it costs no more than the temperature allows.

References: G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck, Record breaking optimization results using the ruin
and recreate principle, Journal of Computational Physics 159 (2000); S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi,
Optimization by simulated annealing, Science 220 (1983); P. Morris, The breakout method for escaping from local minima,
AAAI-93 (1993), for the weights of schools that stay too full.
"""

import math
from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.assignment.region import City, look_beside, may_join, stamp_core
from junheng.seats.assignment.state import overload_change, put, weigh
from junheng.seats.compiled import compiled_within

MOST = 8
"""Areas that lose their school at a time, at most; two at least."""
CUT = 16
"""Areas that do so with those they cut off, at most."""
PASSES = 3
"""Times that areas without a seat are tried within a move: those inside a bunch touch zones only later."""
BLINK = 0.01
"""How often an arc is overlooked, so that the same areas do not always come back the same way."""
FOCUS = 0.1
"""Share of moves that begin where something is wrong: a school above its seats, areas without one."""
BESIDE = 0.7
"""Share of moves that take areas that touch each other, where that is known; the others share schools."""


FORBIDDEN = 1e15
"""The price of a pupil too many where there must be none."""
ANY, LARGEST = 0.5, 0.8
"""Up to which draw areas come back in any order, and up to which the largest first; else those with the short way."""


class Heat(NamedTuple):
    """Temperature in pupil-metres, price of one pupil too many in metres, share of moves that begin where something
    is wrong."""

    temperature: float
    price: float
    focus: float


class Work(NamedTuple):
    """Room for one move: the areas taken out, their arcs before and their turn; when each area was last marked; where
    something is wrong, and how many such schools."""

    gone: Ints
    old: Ints
    turn: Floats
    area_mark: Ints
    wrong: Ints
    length: Ints


def work_for(city: City) -> Work:
    """Room for the moves of a city."""
    areas, schools = city.known.pupils.size, city.known.seats.size

    def none(count: int) -> Ints:
        return np.full(count, -1, np.int64)

    return Work(none(CUT), none(CUT), np.zeros(CUT), none(areas), none(schools), np.zeros(1, np.int64))


def ruin(city: City, heat: Heat, steps: int, seed: int) -> None:
    """``steps`` moves tried on the state."""
    _ruin(city, work_for(city), heat, steps, seed)


@compiled_within
def _ruin(city: City, work: Work, heat: Heat, steps: int, seed: int) -> None:
    np.random.seed(seed)
    weigh(city.known, city.state)
    look_for_wrong(city, work)
    for step in range(steps):
        taken = draw(city, work, heat, step)
        if taken > 0:
            recreate(city, work, heat, taken)


@compiled_within
def look_for_wrong(city: City, work: Work) -> None:
    """Lists the schools above their seats, and the place of those without a seat."""
    work.length[0] = 0
    for school in range(city.known.seats.size):
        if is_wrong(city, school):
            work.wrong[work.length[0]] = school
            work.length[0] += 1


@compiled_within
def is_wrong(city: City, school: int) -> bool:
    """Whether a school is above its seats; of the place of those without one, whether any are."""
    known, state = city.known, city.state
    if school == known.seats.size - 1:
        return bool(state.held[school] > 0)
    return bool(state.load[school] > known.seats[school])


@compiled_within
def draw(city: City, work: Work, heat: Heat, step: int) -> int:
    """Picks the areas of one move; how many. Fixed areas stay."""
    first = first_area(city, work, heat.focus)
    work.gone[0] = first
    work.area_mark[first] = step
    taken, wanted = 1, 2 + np.random.randint(0, MOST - 1)
    beside = np.random.random() < BESIDE and city.region.first[first + 1] > city.region.first[first]
    for _ in range(3 * wanted):
        if taken == wanted:
            break
        other = neighbour(city, work, taken) if beside else mate(city, first)
        if other >= 0 and work.area_mark[other] != step:
            work.area_mark[other] = step
            work.gone[taken] = other
            taken += 1
    return without_fixed(city, work, taken)


@compiled_within
def first_area(city: City, work: Work, focus: float) -> int:
    """Any area, or one from where something is wrong."""
    state = city.state
    if work.length[0] > 0 and np.random.random() < focus:
        school = work.wrong[np.random.randint(0, work.length[0])]
        if state.held[school] > 0 and is_wrong(city, school):
            return int(state.member[state.start[school] + np.random.randint(0, state.held[school])])
    return int(np.random.randint(0, city.known.pupils.size))


@compiled_within
def neighbour(city: City, work: Work, taken: int) -> int:
    """An area that touches one of those taken, or -1."""
    region = city.region
    area = work.gone[np.random.randint(0, taken)]
    around = region.first[area + 1] - region.first[area]
    return int(region.area[region.first[area] + np.random.randint(0, around)]) if around > 0 else -1


@compiled_within
def mate(city: City, area: int) -> int:
    """An area at one of the schools that the first could go to, mostly one of little regret, or -1."""
    known, state = city.known, city.state
    arcs = known.first[area + 1] - known.first[area] - 1
    if arcs == 0:
        return -1
    luck = np.random.random()
    arc = known.first[area] + int(luck * luck * arcs)
    school = state.zone[area] if np.random.random() < 1 / 3 else known.school[arc]
    if state.held[school] == 0:
        return -1
    return int(state.member[state.start[school] + np.random.randint(0, state.held[school])])


@compiled_within
def without_fixed(city: City, work: Work, taken: int) -> int:
    """Leaves the fixed areas out of those taken; how many remain."""
    left = 0
    for at in range(taken):
        if city.region.fixed[work.gone[at]] == 0:
            work.gone[left] = work.gone[at]
            left += 1
    return left


@compiled_within
def recreate(city: City, work: Work, heat: Heat, taken: int) -> None:
    """Seats the areas anew; undone when that costs more than the temperature allows."""
    state = city.state
    before = state.tally[0] + heat.price * state.tally[2]
    allowance = -heat.temperature * math.log(np.random.random() + 1e-300)
    for at in range(taken):
        leave(city, work, work.gone[at], at)
    if city.region.hard[0] == 1:
        taken = with_cut_off(city, work, taken)
    if taken < 0:
        return
    in_turn(city, work, taken)
    changed = seat(city, work, heat, taken)
    if changed and state.tally[0] + heat.price * state.tally[2] - before > allowance:
        back(city, work, taken)


@compiled_within
def back(city: City, work: Work, taken: int) -> None:
    """Everybody goes where they were."""
    for at in range(taken):
        put(city.known, city.state, work.gone[at], work.old[at])


@compiled_within
def leave(city: City, work: Work, area: int, at: int) -> None:
    """Takes the area from its school, as number ``at`` of the move."""
    work.gone[at], work.old[at] = area, city.state.at[area]
    put(city.known, city.state, area, city.known.first[area + 1] - 1)


@compiled_within
def with_cut_off(city: City, work: Work, taken: int) -> int:
    """Takes out the areas too that the others have cut off from the core of their zone; how many there are in all, or
    -1, everything as it was, when they are too many."""
    known, state, region = city.known, city.state, city.region
    for one in range(taken):
        school = known.school[work.old[one]]
        if school == known.seats.size - 1 or stamp_core(city, school) == state.held[school]:
            continue
        for at in range(state.start[school] + state.held[school] - 1, state.start[school] - 1, -1):
            if region.seen[state.member[at]] == region.stamp[0]:
                continue
            if taken == CUT:
                back(city, work, taken)
                return -1
            leave(city, work, state.member[at], taken)
            taken += 1
    return taken


@compiled_within
def seat(city: City, work: Work, heat: Heat, taken: int) -> bool:
    """Seats the areas one after the other; whether any goes elsewhere than before."""
    known, state, changed = city.known, city.state, False
    nowhere, left = known.seats.size - 1, taken
    for _ in range(PASSES):
        before, left = left, 0
        for at in range(taken):
            area = work.gone[at]
            if state.zone[area] == nowhere:
                put(known, state, area, best_arc(city, area, heat))
                left += state.zone[area] == nowhere
        if left in (0, before) or city.region.hard[0] == 0:
            break
    for at in range(taken):
        changed = changed or state.at[work.gone[at]] != work.old[at]
    return changed


@compiled_within
def in_turn(city: City, work: Work, taken: int) -> None:
    """Brings the areas into an order: any, the largest first, or those with the shortest way first."""
    luck = np.random.random()
    for at in range(taken):
        area = work.gone[at]
        if luck < ANY:
            work.turn[at] = np.random.random()
        elif luck < LARGEST:
            work.turn[at] = -city.known.pupils[area] * (0.7 + 0.6 * np.random.random())
        else:
            work.turn[at] = city.known.cost[work.old[at]]
    for at in range(1, taken):
        turn, area, old, to = work.turn[at], work.gone[at], work.old[at], at - 1
        while to >= 0 and work.turn[to] > turn:
            work.turn[to + 1] = work.turn[to]
            work.gone[to + 1] = work.gone[to]
            work.old[to + 1] = work.old[to]
            to -= 1
        work.turn[to + 1] = turn
        work.gone[to + 1] = area
        work.old[to + 1] = old


@compiled_within
def best_arc(city: City, area: int, heat: Heat) -> int:
    """The arc that costs least for an area that is nowhere, to a zone that it may join: its way and the overload.
    Staying nowhere is never overlooked, so nothing dearer is taken."""
    known, state = city.known, city.state
    last = known.first[area + 1] - 1
    best, best_at = known.cost[last], last
    if city.region.hard[0] == 1:
        look_beside(city, area)
    for arc in range(known.first[area], last):
        cost = known.cost[arc]
        school = known.school[arc]
        if cost >= best or not may_join(city, school) or np.random.random() < BLINK:
            continue
        cost += heat.price * state.weight[school] * overload_change(known, state, school, known.pupils[area])
        if cost < best:
            best, best_at = cost, arc
    return int(best_at)
