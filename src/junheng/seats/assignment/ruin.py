"""Ruin and recreate: a handful of areas near each other lose their school and are seated anew, one after the other.

Each goes where it then costs least: its way, the overload it makes at a price that grows, and, where zones are to be in
one piece, the pieces it makes at another. What comes out is kept when it costs no more than the temperature allows.

References: G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck, Record breaking optimization results using the ruin
and recreate principle, Journal of Computational Physics 159 (2000); S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi,
Optimization by simulated annealing, Science 220 (1983).
"""

import math
from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.assignment.region import City, pieces_of, touches
from junheng.seats.assignment.state import overload_change, put
from junheng.seats.compiled import compiled, compiled_within

MOST = 8
"""Areas that lose their school at a time, at most; two at least."""
BLINK = 0.01
"""How often an arc is overlooked, so that the same areas do not always come back the same way."""
FOCUS = 0.1
"""Share of moves that begin where something is wrong: a school above its seats, areas without one, a torn zone."""
BESIDE = 0.7
"""Share of moves that take areas that touch each other, where that is known; the others share schools."""


FORBIDDEN = 1e15
"""The price of a piece where there must be none."""
ANY, LARGEST = 0.5, 0.8
"""Up to which draw areas come back in any order, and up to which the largest first; else those with the short way."""


class Heat(NamedTuple):
    """Temperature in pupil-metres, price of one pupil too many in metres, price of one more piece of a zone in
    pupil-metres, share of moves that begin where something is wrong."""

    temperature: float
    price: float
    torn: float
    focus: float


class Work(NamedTuple):
    """Room for one move: the areas taken out, their arcs before and their turn; the zones it changes with their pieces
    before; when each area and school was last marked; where something is wrong, and how many such schools."""

    gone: Ints
    old: Ints
    turn: Floats
    zone: Ints
    pieces: Ints
    area_mark: Ints
    school_mark: Ints
    wrong: Ints
    length: Ints


def work_for(city: City) -> Work:
    """Room for the moves of a city."""
    areas, schools = city.known.pupils.size, city.known.seats.size

    def none(count: int) -> Ints:
        return np.full(count, -1, np.int64)

    return Work(
        none(MOST), none(MOST), np.zeros(MOST), none(2 * MOST), none(2 * MOST), none(areas), none(schools),
        none(schools), np.zeros(1, np.int64),
    )  # fmt: skip


def ruin(city: City, heat: Heat, steps: int, seed: int) -> None:
    """``steps`` moves tried on the state."""
    _ruin(city, work_for(city), heat, steps, seed)


@compiled
def _ruin(city: City, work: Work, heat: Heat, steps: int, seed: int) -> None:
    np.random.seed(seed)
    look_for_wrong(city, work)
    for step in range(steps):
        taken = draw(city, work, heat, step)
        if taken > 0:
            recreate(city, work, heat, taken, step)


@compiled
def look_for_wrong(city: City, work: Work) -> None:
    """Lists the schools above their seats, the zones in pieces, and the place of those without a seat."""
    work.length[0] = 0
    for school in range(city.known.seats.size):
        if is_wrong(city, school):
            work.wrong[work.length[0]] = school
            work.length[0] += 1


@compiled_within
def is_wrong(city: City, school: int) -> bool:
    """Whether a school is above its seats or its zone in pieces; of the place of those without one, whether any are."""
    known, state, region = city.known, city.state, city.region
    if school == known.seats.size - 1:
        return bool(state.held[school] > 0)
    return bool(state.load[school] > known.seats[school] or (region.hard[0] == 1 and region.pieces[school] > 1))


@compiled_within
def draw(city: City, work: Work, heat: Heat, step: int) -> int:
    """Picks the areas of one move; how many. An area in which its school stands stays, where zones are in one piece."""
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
    if city.region.hard[0] == 1:
        return without_fixed(city, work, taken)
    return taken


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
    school = known.school[state.at[area]] if np.random.random() < 1 / 3 else known.school[arc]
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
def recreate(city: City, work: Work, heat: Heat, taken: int, step: int) -> None:
    """Seats the areas anew; undone when that costs more than the temperature allows."""
    known, state = city.known, city.state
    before = state.tally[0] + heat.price * state.tally[1]
    allowance = -heat.temperature * math.log(np.random.random() + 1e-300)
    zones = note_zones(city, work, taken, 0, step)
    in_turn(city, work, taken)
    for at in range(taken):
        work.old[at] = state.at[work.gone[at]]
        put(known, state, work.gone[at], known.first[work.gone[at] + 1] - 1)
    changed = False
    for at in range(taken):
        arc = best_arc(city, work.gone[at], heat)
        put(known, state, work.gone[at], arc)
        changed = changed or arc != work.old[at]
    if not changed:
        return
    change = state.tally[0] + heat.price * state.tally[1] - before
    if city.region.hard[0] == 1:
        zones = note_zones(city, work, taken, zones, step)
        change += heat.torn * more_pieces(city, work, zones)
    if change > allowance:
        for at in range(taken):
            put(known, state, work.gone[at], work.old[at])
        for at in range(zones):
            city.region.pieces[work.zone[at]] = work.pieces[at]


@compiled_within
def note_zones(city: City, work: Work, taken: int, zones: int, step: int) -> int:
    """Notes the zones in which the areas now are, with their pieces, after ``zones`` noted already; how many then."""
    if city.region.hard[0] == 1:
        for at in range(taken):
            school = city.known.school[city.state.at[work.gone[at]]]
            if work.school_mark[school] != step:
                work.school_mark[school] = step
                work.zone[zones] = school
                work.pieces[zones] = city.region.pieces[school]
                zones += 1
    return zones


@compiled_within
def more_pieces(city: City, work: Work, zones: int) -> int:
    """Counts the pieces of the noted zones again; how many more there are."""
    more = 0
    for at in range(zones):
        city.region.pieces[work.zone[at]] = pieces_of(city, work.zone[at])
        more += city.region.pieces[work.zone[at]] - work.pieces[at]
    return more


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
            work.turn[at] = city.known.cost[city.state.at[area]]
    for at in range(1, taken):
        turn, area, to = work.turn[at], work.gone[at], at - 1
        while to >= 0 and work.turn[to] > turn:
            work.turn[to + 1] = work.turn[to]
            work.gone[to + 1] = work.gone[to]
            to -= 1
        work.turn[to + 1] = turn
        work.gone[to + 1] = area


@compiled_within
def best_arc(city: City, area: int, heat: Heat) -> int:
    """The arc that costs least for an area that is nowhere: its way, the overload, and a piece where it touches none
    of the zone. Staying nowhere is never overlooked, so nothing dearer is taken."""
    known, state = city.known, city.state
    last = known.first[area + 1] - 1
    best, best_at = known.cost[last], last
    for arc in range(known.first[area], last):
        cost = known.cost[arc]
        if cost >= best or np.random.random() < BLINK:
            continue
        school = known.school[arc]
        cost += heat.price * overload_change(known, state, school, known.pupils[area])
        if cost < best and city.region.hard[0] == 1 and not touches(city, area, school):
            cost += heat.torn
        if cost < best:
            best, best_at = cost, arc
    return int(best_at)
