"""What is still wrong at the end is mended where it is; what cannot be mended has no seat."""

import numpy as np

from junheng.seats.assignment.clock import Clock, Stage
from junheng.seats.assignment.region import City, count_all, pieces_of, touches, walk
from junheng.seats.assignment.ruin import FORBIDDEN, Heat, best_arc, ruin
from junheng.seats.assignment.scale import Scale
from junheng.seats.assignment.state import OVER, overload_change, put
from junheng.seats.compiled import compiled

MOVES, TURNS, LAST = 2_000, 60, 0.99
"""Moves of one turn; turns at most when the run is counted in steps; else up to which part of the run they go on."""
WARMER, DOUBLED, WARMEST = 0.05, 10, 0.3
"""How warm such moves are at first, in the mean cost of an area, after how many turns twice as warm, and at last."""
CLOSE = 0.9
"""Share of such moves that begin where something is wrong."""
SOFT = 0.6
"""Part of that time in which zones may still be in pieces."""
ROUNDS = 20
"""Times that the loose pieces of zones are looked through: an area inside a piece touches others only later."""


def right(city: City) -> bool:
    """Whether no school is above its seats and no zone that must be in one piece is in several."""
    return city.state.tally[OVER] == 0 and (city.region.hard[0] == 0 or count_all(city) == 0)


def finish(city: City, scale: Scale, seed: int, clock: Clock) -> None:
    """Brings every zone into one piece and every school to its seats: warmer and warmer moves while there is time, then
    areas lose their seats."""
    begun, heat = clock.progress, scale.heat(1.0, fresh=False)
    stir(city, scale, heat, seed, Stage(clock, begun + SOFT * (LAST - begun)))
    if city.region.hard[0] == 1 and count_all(city) > 0:
        unite(city, heat.price)
        count_all(city)
        stir(city, scale, heat._replace(torn=FORBIDDEN), seed + 1, Stage(clock, LAST))
    while not right(city):
        unseat(city)
        if city.region.hard[0] == 1:
            unite(city, 0.0)
    seat_left(city, heat._replace(price=FORBIDDEN, torn=FORBIDDEN))


def stir(city: City, scale: Scale, heat: Heat, seed: int, stage: Stage) -> None:
    """Moves mostly where something is wrong, warmer and warmer, until nothing is or the stage is over."""
    turn = 0
    while not right(city) and (turn < TURNS if stage.clock.steps is not None else not stage.over):
        warmth = min(WARMEST, WARMER * 2.0 ** (turn / DOUBLED))
        ruin(city, heat._replace(temperature=scale.area * warmth, focus=CLOSE), MOVES, seed * 7_919 + turn)
        turn += 1


@compiled
def seat_left(city: City, heat: Heat) -> None:
    """Gives areas without a seat to schools that have room for them, at prices that allow nothing wrong."""
    nowhere, state = city.known.seats.size - 1, city.state
    for _ in range(ROUNDS):
        before = state.held[nowhere]
        for at in range(state.held[nowhere] - 1, -1, -1):
            area = state.member[state.start[nowhere] + at]
            put(city.known, state, area, best_arc(city, area, heat))
        if state.held[nowhere] == before:
            return


@compiled
def unseat(city: City) -> None:
    """Brings every school to its seats: the smallest area that suffices loses its seat."""
    known, state = city.known, city.state
    for school in range(known.seats.size - 1):
        area = 0
        while state.load[school] > known.seats[school] and area >= 0:
            area = one_to_go(city, school)
            if area >= 0:
                put(known, state, area, known.first[area + 1] - 1)


@compiled
def one_to_go(city: City, school: int) -> int:
    """The smallest member whose departure ends the overload, or the largest when none is enough; -1 when none can."""
    known, state = city.known, city.state
    excess = state.load[school] - known.seats[school]
    best, largest = -1, -1
    for at in range(state.start[school], state.start[school] + state.held[school]):
        area = state.member[at]
        pupils = known.pupils[area]
        if city.region.fixed[area] == 1:
            continue
        if largest < 0 or pupils > known.pupils[largest]:
            largest = area
        if pupils >= excess and (best < 0 or pupils < known.pupils[best]):
            best = area
    return best if best >= 0 else largest


@compiled
def unite(city: City, price: float) -> None:
    """Of every zone in pieces the one with its school, or else the largest, remains. The areas of the others go where
    they touch a zone, at a price of overload; without a price they lose their seats."""
    state = city.state
    for _ in range(ROUNDS):
        left = 0
        for school in range(city.known.seats.size - 1):
            if pieces_of(city, school) > 1:
                stamp_core(city, school)
                for at in range(state.start[school] + state.held[school] - 1, state.start[school] - 1, -1):
                    area = state.member[at]
                    if city.region.seen[area] != city.region.stamp[0]:
                        arc = way_out(city, area, price)
                        left += arc < 0
                        if arc >= 0:
                            put(city.known, state, area, arc)
        if left == 0:
            return


@compiled
def stamp_core(city: City, school: int) -> None:
    """Stamps the piece of the zone that remains."""
    state, region = city.state, city.region
    region.stamp[0] += 1
    core, most = -1, -1
    for at in range(state.start[school], state.start[school] + state.held[school]):
        area = state.member[at]
        if region.seen[area] != region.stamp[0]:
            size = walk(city, area, school)
            if size > most:
                core, most = area, size
    for at in range(state.start[school], state.start[school] + state.held[school]):
        if region.fixed[state.member[at]] == 1:
            core = state.member[at]
    region.stamp[0] += 1
    walk(city, core, school)


@compiled
def way_out(city: City, area: int, price: float) -> int:
    """The cheapest arc of an area to another zone it touches, or -1; without a price the arc to no school."""
    known, state = city.known, city.state
    last = known.first[area + 1] - 1
    if price <= 0.0:
        return int(last)
    best, best_at = np.inf, -1
    for arc in range(known.first[area], last):
        school = known.school[arc]
        if school != known.school[state.at[area]] and touches(city, area, school):
            cost = known.cost[arc] + price * overload_change(known, state, school, known.pupils[area])
            if cost < best:
                best, best_at = cost, arc
    return int(best_at)
