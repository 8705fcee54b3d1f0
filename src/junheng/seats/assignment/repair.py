"""What is still wrong at the end is mended where it is; what cannot be mended has no seat."""

from junheng.seats.assignment.clock import Clock, Stage
from junheng.seats.assignment.region import City, shed
from junheng.seats.assignment.ruin import FORBIDDEN, Heat, best_arc, ruin
from junheng.seats.assignment.scale import Scale
from junheng.seats.assignment.state import OVER, put
from junheng.seats.compiled import compiled

MOVES, TURNS, LAST = 2_000, 60, 0.99
"""Moves of one turn; turns at least when the run is counted in steps; up to which part of the run they go on."""
WARMER, DOUBLED, WARMEST = 0.01, 10, 0.3
"""How warm such moves are at first, in the mean cost of an area, after how many turns twice as warm, and at last."""
CLOSE = 0.9
"""Share of such moves that begin where something is wrong."""
SETTLING = 10_000
"""Cold moves at the end."""
ROUNDS = 20
"""Times that areas without a seat are looked through: where zones are in one piece some touch one only later."""


def right(city: City) -> bool:
    """Whether no school is above its seats."""
    return bool(city.state.tally[OVER] == 0)


def begin(city: City, heat: Heat) -> None:
    """Where zones must be in one piece: leaves each with its core and seats the rest where they touch."""
    if shed(city) > 0:
        seat_left(city, heat)


def finish(city: City, scale: Scale, seed: int, clock: Clock) -> None:
    """Brings every school to its seats: warmer and warmer moves while there is time, then areas lose their seats; cold
    moves within the seats end it where that was so."""
    heat = scale.heat(1.0, fresh=False)
    stir(city, scale, heat, seed, Stage(clock, LAST))
    unseat(city)
    shed(city)
    strict = heat._replace(price=FORBIDDEN)
    seat_left(city, strict)
    if city.state.held[-1] > 0:
        ruin(city, strict, SETTLING, seed)


def stir(city: City, scale: Scale, heat: Heat, seed: int, stage: Stage) -> None:
    """Moves mostly where something is wrong, warmer and warmer, until nothing is or the stage is over."""
    turn, least = 0, 0 if stage.clock.steps is None else TURNS
    while not right(city) and (turn < least or not stage.over):
        warmth = min(WARMEST, WARMER * 2.0 ** (turn / DOUBLED))
        ruin(city, heat._replace(temperature=scale.area * warmth, focus=CLOSE), MOVES, seed * 7_919 + turn)
        stage.clock.count(MOVES)
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
