"""Zones in one piece: how many pieces each zone has, counted afresh whenever areas came or went.

A zone has some seven areas, so its pieces are walked afresh for each question.
"""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import NOBODY, Ints, Problem
from junheng.seats.assignment.state import State, Table
from junheng.seats.compiled import compiled, compiled_within


class Region(NamedTuple):
    """Which areas touch, those of area ``i`` being ``area[first[i]:first[i+1]]``.

    ``hard[0]`` is 1 where zones must be in one piece; ``fixed`` is 1 on areas in which their school then stands;
    ``pieces`` (schools + 1,) counts the pieces of each zone; ``seen``, ``queue`` and ``stamp`` serve the walks.
    """

    hard: Ints
    first: Ints
    area: Ints
    fixed: Ints
    pieces: Ints
    seen: Ints
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
    fixed = np.zeros(areas, np.int64)
    first, area = np.zeros(areas + 1, np.int64), np.zeros(0, np.int64)
    if problem.touching is not None:
        first, area = problem.touching.first, problem.touching.area
    elif contiguous:
        raise ValueError("contiguous zones need to know which areas touch")
    if contiguous:
        homes = homes_of(problem)
        fixed[homes[homes != NOBODY]] = 1
    hard = np.array([1 if contiguous else 0], np.int64)
    work = (np.zeros(areas, np.int64), np.zeros(areas + 1, np.int64), np.zeros(1, np.int64))
    return Region(hard, first, area, fixed, np.ones(schools + 1, np.int64), *work)


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
def count_all(city: City) -> int:
    """Counts the pieces of every zone; how many there are too many."""
    extra = 0
    for school in range(city.known.seats.size - 1):
        city.region.pieces[school] = pieces_of(city, school)
        extra += max(0, city.region.pieces[school] - 1)
    return extra


@compiled
def pieces_of(city: City, school: int) -> int:
    """In how many pieces the zone of a school is; whoever has no seat needs none."""
    state, region = city.state, city.region
    if school == city.known.seats.size - 1 or state.held[school] <= 1:
        return 1
    region.stamp[0] += 1
    count = 0
    for at in range(state.start[school], state.start[school] + state.held[school]):
        if region.seen[state.member[at]] != region.stamp[0]:
            walk(city, state.member[at], school)
            count += 1
    return count


@compiled
def walk(city: City, source: int, school: int) -> int:
    """Stamps the areas of the school's zone that are reached from the source inside it; how many they are."""
    known, state, region = city.known, city.state, city.region
    stamp = region.stamp[0]
    region.seen[source] = stamp
    region.queue[0] = source
    done, count = 0, 1
    while done < count:
        area = region.queue[done]
        done += 1
        for at in range(region.first[area], region.first[area + 1]):
            other = region.area[at]
            if region.seen[other] != stamp and known.school[state.at[other]] == school:
                region.seen[other] = stamp
                region.queue[count] = other
                count += 1
    return count


@compiled_within
def touches(city: City, area: int, school: int) -> bool:
    """Whether the area touches the zone, or nobody is there yet."""
    known, state, region = city.known, city.state, city.region
    if state.held[school] == 0 or school == known.seats.size - 1:
        return True
    for at in range(region.first[area], region.first[area + 1]):
        if known.school[state.at[region.area[at]]] == school:
            return True
    return False
