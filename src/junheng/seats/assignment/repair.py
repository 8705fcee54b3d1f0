"""What is left above the seats at the end is moved on by ejection chains; who then fits nowhere has no seat."""

import math

import numpy as np

from junheng.seats.assignment.anneal import Heat, eject, swap
from junheng.seats.assignment.clock import Clock
from junheng.seats.assignment.region import City, leaves
from junheng.seats.assignment.state import OVER, put
from junheng.seats.compiled import compiled

TRIES = 40
"""Moves tried at a time for one school above its seats or for one area without a seat."""
LOOSE = 4.0
"""How much warmer such moves are."""

TURNS, LAST_ROUNDS, LAST = 60, 20, 0.98
"""How often and how long seats are looked for at the end, each time a little warmer, and up to which part of a run."""


@compiled
def mend(city: City, heat: Heat, rounds: int, seed: int) -> None:
    """Looks for seats where they are short: moves that begin at schools above their seats and areas without one."""
    known, state = city.known, city.state
    np.random.seed(seed)
    for _ in range(rounds):
        school = short_of_seats(city)
        if school < 0:
            return
        for _ in range(TRIES):
            if state.held[school] == 0:
                break
            area = state.member[state.start[school] + np.random.randint(0, state.held[school])]
            arc = known.first[area] + np.random.randint(0, max(1, known.first[area + 1] - known.first[area] - 1))
            if arc != state.at[area]:
                allowance = -LOOSE * heat.temperature * math.log(np.random.random() + 1e-300)
                if not swap(city, area, arc, heat.price, allowance):
                    eject(city, area, arc, heat.price, allowance)


def finish(city: City, heat: Heat, seed: int, clock: Clock) -> None:
    """Brings every school to its seats: warmer and warmer moves while there is time, then areas lose their seats."""
    for turn in range(TURNS):
        if city.state.tally[OVER] == 0 or (clock.steps is None and clock.progress > LAST):
            break
        warmer = heat._replace(temperature=heat.temperature * 2.0 ** (turn / 10))
        mend(city, warmer, LAST_ROUNDS, seed + turn)
    unseat(city)


@compiled
def short_of_seats(city: City) -> int:
    """A school above its seats, or the place of those without; -1 when all is well."""
    known, state = city.known, city.state
    last = known.seats.size - 1
    begin = np.random.randint(0, known.seats.size)
    for step in range(known.seats.size):
        school = (begin + step) % known.seats.size
        if state.load[school] > known.seats[school] or (school == last and state.held[school] > 0):
            return int(school)
    return -1


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
        if not leaves(city, area):
            continue
        if largest < 0 or pupils > known.pupils[largest]:
            largest = area
        if pupils >= excess and (best < 0 or pupils < known.pupils[best]):
            best = area
    return best if best >= 0 else largest
