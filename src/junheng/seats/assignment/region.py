"""Zones in one piece, kept so move by move: an area leaves only if the rest holds together, joins only what it touches.

A zone has some seven areas, so its piece is walked afresh for each question.
"""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import NOBODY, Ints, Problem
from junheng.seats.assignment.state import State, Table
from junheng.seats.compiled import compiled


class Region(NamedTuple):
    """Which areas touch. ``hard[0]`` is 1 where zones must be in one piece, else nothing here matters; ``fixed`` is 1
    on areas in which their school stands; ``seen``, ``queue`` and ``stamp`` serve the walks."""

    hard: Ints
    first: Ints
    area: Ints
    fixed: Ints
    seen: Ints
    queue: Ints
    stamp: Ints


class City(NamedTuple):
    """All that a move looks at."""

    known: Table
    state: State
    region: Region


def free_region(areas: int) -> Region:
    """No demand on zones."""
    none = np.zeros(1, np.int64)
    return Region(none, np.zeros(areas + 1, np.int64), none, np.zeros(areas, np.int64), none, none, none)


def hard_region(problem: Problem) -> Region:
    """Zones in one piece on the problem's graph, each around the area its school stands in."""
    if problem.touching is None:
        raise ValueError("contiguous zones need to know which areas touch")
    areas = problem.pupils.size
    fixed = np.zeros(areas, np.int64)
    homes = homes_of(problem)
    fixed[homes[homes != NOBODY]] = 1
    work = (np.zeros(areas, np.int64), np.zeros(areas + 1, np.int64), np.zeros(1, np.int64))
    return Region(np.ones(1, np.int64), problem.touching.first, problem.touching.area, fixed, *work)


def homes_of(problem: Problem) -> Ints:
    """(schools,) the area that must be in the school's zone: the one it stands in, where that may go there and fits.

    Where two schools stand in one area, the first has it.
    """
    homes = np.full(problem.seats.size, NOBODY, np.int64)
    if problem.home is None:
        return homes
    arcs = problem.arcs
    taken = set()
    for school, area in enumerate(problem.home.tolist()):
        if area in taken or area == NOBODY or problem.pupils[area] > problem.seats[school]:
            continue
        if school not in arcs.school[arcs.first[area] : arcs.first[area + 1]]:
            continue
        taken.add(area)
        homes[school] = area
    return homes


@compiled
def leaves(city: City, area: int) -> bool:
    """Whether the zone of the area holds together without it."""
    known, state, region = city.known, city.state, city.region
    if region.hard[0] == 0:
        return True
    if region.fixed[area] == 1:
        return False
    school = known.school[state.at[area]]
    rest = state.held[school] - 1
    if rest == 0 or school == known.seats.size - 1:
        return True
    beside, some = 0, -1
    for at in range(region.first[area], region.first[area + 1]):
        if known.school[state.at[region.area[at]]] == school:
            beside += 1
            some = region.area[at]
    return beside == 1 or (beside > 1 and walked(city, some, area) == rest)


@compiled
def touches(city: City, area: int, school: int) -> bool:
    """Whether the area may join the zone: it touches it, or nobody is there yet."""
    known, state, region = city.known, city.state, city.region
    if region.hard[0] == 0 or state.held[school] == 0 or school == known.seats.size - 1:
        return True
    for at in range(region.first[area], region.first[area + 1]):
        if known.school[state.at[region.area[at]]] == school:
            return True
    return False


@compiled
def whole(city: City, school: int) -> bool:
    """Whether a zone is in one piece."""
    known, state, region = city.known, city.state, city.region
    if region.hard[0] == 0 or state.held[school] == 0 or school == known.seats.size - 1:
        return True
    return bool(walked(city, state.member[state.start[school]], -1) == state.held[school])


@compiled
def walked(city: City, source: int, without: int) -> int:
    """How many areas of the source's zone are reached from it inside the zone, not through ``without``."""
    known, state, region = city.known, city.state, city.region
    region.stamp[0] += 1
    stamp, school = region.stamp[0], known.school[state.at[source]]
    region.seen[source] = stamp
    region.queue[0] = source
    done, count = 0, 1
    while done < count:
        area = region.queue[done]
        done += 1
        for at in range(region.first[area], region.first[area + 1]):
            other = region.area[at]
            if other != without and region.seen[other] != stamp and known.school[state.at[other]] == school:
                region.seen[other] = stamp
                region.queue[count] = other
                count += 1
    return count
