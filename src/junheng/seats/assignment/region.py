"""Zones in one piece: which areas touch, the area that stays with its school, the piece of a zone that remains.

A zone has some seven areas, so its pieces are walked afresh for each question.
"""

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import NOBODY, Ints, Problem
from junheng.seats.assignment.state import State, Table, put
from junheng.seats.compiled import compiled, compiled_within


class Region(NamedTuple):
    """Which areas touch, those of area ``i`` being ``area[first[i]:first[i+1]]``.

    ``hard[0]`` is 1 where zones must be in one piece. ``home`` (schools + 1,) is the area that then stays in the
    school's zone, or ``NOBODY``, and ``fixed`` (areas,) is 1 on those areas. ``seen`` (areas,), ``beside``
    (schools + 1,), ``queue`` and ``stamp`` serve the walks.
    """

    hard: Ints
    first: Ints
    area: Ints
    home: Ints
    fixed: Ints
    seen: Ints
    beside: Ints
    queue: Ints
    stamp: Ints


class City(NamedTuple):
    """All that a move looks at."""

    known: Table
    state: State
    region: Region


def region_of(problem: Problem, *, contiguous: bool) -> Region:
    """The problem's graph, with the demand that zones are in one piece or without it.

    Raises:
        ValueError: the demand is made and nothing tells which areas touch.
    """
    areas, schools = problem.pupils.size, problem.seats.size
    first, area = np.zeros(areas + 1, np.int64), np.zeros(0, np.int64)
    if problem.touching is not None:
        first, area = problem.touching.first, problem.touching.area
    elif contiguous:
        raise ValueError("contiguous zones need to know which areas touch")
    home, fixed = np.full(schools + 1, NOBODY, np.int64), np.zeros(areas, np.int64)
    if contiguous:
        home[:-1] = homes_of(problem)
        fixed[home[home != NOBODY]] = 1
    hard = np.array([1 if contiguous else 0], np.int64)
    seen, beside, queue = (np.zeros(size, np.int64) for size in (areas, schools + 1, areas + 1))
    return Region(hard, first, area, home, fixed, seen, beside, queue, np.zeros(1, np.int64))


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


def without_homes(problem: Problem, region: Region) -> tuple[Problem, float]:
    """What is left to decide, with the seats that are left, when areas that must be in a zone are; and their cost."""
    schools = np.flatnonzero(region.home[:-1] != NOBODY)
    homes, arcs = region.home[schools], problem.arcs
    pupils, seats = problem.pupils.copy(), problem.seats.copy()
    seats[schools] -= pupils[homes]
    pupils[homes] = 0
    own = region.home[arcs.school] == arcs.area
    cost = float(problem.metres[own] @ problem.pupils[arcs.area[own]])
    return replace(problem, pupils=pupils, seats=seats), cost


@compiled_within
def stamp_core(city: City, school: int) -> int:
    """Stamps the piece of the school's zone that remains, the one with its home or else the largest; its areas."""
    state, region = city.state, city.region
    region.stamp[0] += 1
    if region.home[school] >= 0:
        return walk(city, region.home[school], school)
    core, most = -1, 0
    for at in range(state.start[school], state.start[school] + state.held[school]):
        if region.seen[state.member[at]] != region.stamp[0]:
            size = walk(city, state.member[at], school)
            if size == state.held[school]:
                return size
            if size > most:
                core, most = state.member[at], size
    region.stamp[0] += 1
    return walk(city, core, school) if core >= 0 else 0


@compiled_within
def walk(city: City, source: int, school: int) -> int:
    """Stamps the areas of the school's zone that are reached from the source inside it; how many they are."""
    state, region = city.state, city.region
    stamp = region.stamp[0]
    region.seen[source] = stamp
    region.queue[0] = source
    done, count = 0, 1
    while done < count:
        area = region.queue[done]
        done += 1
        for at in range(region.first[area], region.first[area + 1]):
            other = region.area[at]
            if region.seen[other] != stamp and state.zone[other] == school:
                region.seen[other] = stamp
                region.queue[count] = other
                count += 1
    return count


@compiled_within
def look_beside(city: City, area: int) -> None:
    """Notes the zones that the area touches."""
    state, region = city.state, city.region
    region.stamp[0] += 1
    for at in range(region.first[area], region.first[area + 1]):
        region.beside[state.zone[region.area[at]]] = region.stamp[0]


@compiled_within
def may_join(city: City, school: int) -> bool:
    """Whether the area looked at touches the zone, or nobody is there yet, or zones may be in pieces."""
    region = city.region
    return bool(region.hard[0] == 0 or region.beside[school] == region.stamp[0] or city.state.held[school] == 0)


@compiled
def shed(city: City) -> int:
    """Takes the seats from every area that does not hang together with the core of its zone; how many they were."""
    known, state, region = city.known, city.state, city.region
    gone = 0
    if region.hard[0] == 0:
        return 0
    for school in range(known.seats.size - 1):
        if stamp_core(city, school) < state.held[school]:
            for at in range(state.start[school] + state.held[school] - 1, state.start[school] - 1, -1):
                area = state.member[at]
                if region.seen[area] != region.stamp[0]:
                    put(known, state, area, known.first[area + 1] - 1)
                    gone += 1
    return gone
