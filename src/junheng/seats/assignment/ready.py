"""A problem with its demands worked into its arcs: cap, locks and forbidden pairs leave only the arcs that may be."""

from dataclasses import replace

import numpy as np

from junheng.seats.assignment.model import NOBODY, Arcs, Flags, Floats, Ints, Problem


def allowed(problem: Problem) -> Flags:
    """(arcs,) the arcs that keep the cap, the locks and the forbidden pairs and lead to a school with a seat at all."""
    arcs = problem.arcs
    keep = (arcs.metres <= problem.cap_metres) & (problem.seats[arcs.school] > 0)
    if problem.forbidden is not None:
        keep &= ~problem.forbidden
    if problem.locked is not None:
        lock = problem.locked[arcs.area]
        keep &= (lock == NOBODY) | (lock == arcs.school)
    return keep


def ready(problem: Problem) -> Problem:
    """The same problem with the arcs that may be and no demand besides; the arcs of each area cheapest first."""
    keep = allowed(problem)
    arcs, cost = problem.arcs.kept(keep), problem.metres[keep]
    order = np.lexsort((cost, arcs.area))
    sorted_arcs = Arcs(arcs.first, arcs.school[order], arcs.metres[order])
    surcharge = None if problem.surcharge is None else problem.surcharge[keep][order]
    return replace(problem, arcs=sorted_arcs, surcharge=surcharge, cap_metres=float("inf"), locked=None, forbidden=None)


def nearest_arcs(areas: Floats, schools: Floats, k: int) -> Arcs:
    """The ``k`` schools nearest to each area as the crow flies.

    Args:
        areas: (areas, 2) metres east and north.
        schools: (schools, 2) the same.
        k: how many; all when there are fewer.
    """
    from scipy.spatial import cKDTree

    k = min(k, schools.shape[0])
    metres, school = cKDTree(schools).query(areas, k)
    first = np.arange(areas.shape[0] + 1, dtype=np.int64) * k
    return Arcs(first, np.asarray(school, np.int64).reshape(-1), np.asarray(metres, np.float64).reshape(-1))


def preferring(arcs: Arcs, school: Ints, metres: float) -> Floats:
    """(arcs,) ``metres`` on every arc that does not lead to the area's preferred school; areas without one are free.

    With today's schools it holds a new map close to the present one (each pupil who changes counts ``metres``); with
    the secondary school that an area's primary school feeds it keeps feeder pairs together. Sums of several such
    surcharges are one surcharge.

    Args:
        arcs: of the problem.
        school: (areas,) the preferred school, or ``NOBODY``.
        metres: what one pupil who goes elsewhere counts.
    """
    wanted = school[arcs.area]
    return np.where((wanted != NOBODY) & (wanted != arcs.school), metres, 0.0)
