"""The first contiguous plan: zones grow from their schools, the nearest area next, until nothing is left to take."""

import heapq

import numpy as np

from junheng.seats.assignment.model import NOBODY, Ints, Problem
from junheng.seats.assignment.region import homes_of


def grown(problem: Problem, rough: Ints | None = None) -> Ints:
    """(areas,) a school for each area, every zone in one piece; seats are not looked at.

    A zone starts where its school stands; without such an area at the one nearest to it that is free. Of a ``rough``
    plan each zone first keeps the piece around its start. What cannot be reached stays without a school.
    """
    arcs, graph = problem.arcs, problem.touching
    if graph is None:
        raise ValueError("contiguous zones need to know which areas touch")
    metres = problem.metres
    assignment = np.full(problem.pupils.size, NOBODY, np.int64)
    waiting = [(-2.0, int(area), school) for school, area in enumerate(_seeds(problem)) if area != NOBODY]
    heapq.heapify(waiting)
    while waiting:
        _, area, school = heapq.heappop(waiting)
        if assignment[area] != NOBODY:
            continue
        assignment[area] = school
        for other in graph.area[graph.first[area] : graph.first[area + 1]].tolist():
            if assignment[other] != NOBODY:
                continue
            row = slice(arcs.first[other], arcs.first[other + 1])
            hit = np.flatnonzero(arcs.school[row] == school)
            if hit.size:
                kept = rough is not None and rough[other] == school
                heapq.heappush(waiting, (-1.0 if kept else float(metres[row][hit[0]]), other, school))
    return assignment


def _seeds(problem: Problem) -> Ints:
    """(schools,) where each zone starts, all different."""
    seeds = homes_of(problem)
    taken = set(seeds[seeds != NOBODY].tolist())
    order = np.lexsort((problem.metres, problem.arcs.school))
    for arc in order[seeds[problem.arcs.school[order]] == NOBODY].tolist():
        school, area = int(problem.arcs.school[arc]), int(problem.arcs.area[arc])
        if seeds[school] == NOBODY and area not in taken and problem.pupils[area] <= problem.seats[school]:
            seeds[school] = area
            taken.add(area)
    return seeds
