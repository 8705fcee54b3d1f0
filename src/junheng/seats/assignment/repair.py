"""What is left above the seats at the end is moved on by ejection chains; who then fits nowhere has no seat."""

import numpy as np

from junheng.seats.assignment.anneal import eject
from junheng.seats.assignment.region import City, leaves
from junheng.seats.assignment.state import put
from junheng.seats.compiled import compiled

PRICE = 1e7
"""Metres for a pupil too many: dearer than any way."""
ROUNDS = 400
"""Chains tried for one overloaded school before an area of it loses its seat."""


@compiled
def repair(city: City, seed: int) -> None:
    """Brings every school to its seats: chains that lower the overload, else the smallest area that suffices goes."""
    known, state = city.known, city.state
    np.random.seed(seed)
    for school in range(known.seats.size - 1):
        for _ in range(ROUNDS):
            if state.load[school] <= known.seats[school]:
                break
            area = state.member[state.start[school] + np.random.randint(0, state.held[school])]
            arc = known.first[area] + np.random.randint(0, known.first[area + 1] - known.first[area])
            if arc != state.at[area]:
                eject(city, area, arc, PRICE, -PRICE / 2)
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
