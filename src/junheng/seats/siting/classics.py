"""The textbook models as they are called in the field, each a special case of the combined one.

References: S. L. Hakimi, Optimum locations of switching centers and the absolute centers and medians of a graph,
Operations Research 12 (1964), the p-median; J. M. Mulvey, M. P. Beck, Solving capacitated clustering problems, European
Journal of Operational Research 18 (1984), the capacitated p-median; G. Cornuéjols, R. Sridharan, J. M. Thizy, A
comparison of heuristics and relaxations for the capacitated plant location problem, European Journal of Operational
Research 50 (1991).
"""

from dataclasses import replace

import numpy as np

from junheng.seats.assignment import Problem
from junheng.seats.assignment.model import Floats
from junheng.seats.siting.door import site
from junheng.seats.siting.model import SitingPlan, SitingProblem, open_or_not
from junheng.seats.siting.reasons import Unsited


def p_median(
    places: Problem, p: int, *, seconds: float = 30.0, seed: int = 0, steps: int | None = None
) -> SitingPlan | Unsited:
    """The ``p`` sites from which everybody is reached with the least way; seats are not looked at."""
    everybody = np.full(places.seats.size, max(1, int(places.pupils.sum())), np.int64)
    return capacitated_p_median(replace(places, seats=everybody), p, seconds=seconds, seed=seed, steps=steps)


def capacitated_p_median(
    places: Problem, p: int, *, seconds: float = 30.0, seed: int = 0, steps: int | None = None
) -> SitingPlan | Unsited:
    """The same with the seats of ``places`` as limits and every area at one site (single source)."""
    none = np.zeros(places.seats.size, bool)
    options = open_or_not(places.seats, none, np.zeros(places.seats.size))
    return site(SitingProblem(places, options, ~none, at_most=p), seconds=seconds, seed=seed, steps=steps)


def capacitated_facility_location(
    places: Problem, fixed: Floats, *, seconds: float = 30.0, seed: int = 0, steps: int | None = None
) -> SitingPlan | Unsited:
    """Any number of sites, each for a fixed cost ``fixed`` (sites,) in pupil-metres; single source (SSCFLP)."""
    none = np.zeros(places.seats.size, bool)
    problem = SitingProblem(places, open_or_not(places.seats, none, fixed), ~none, metres_per_money=1.0)
    return site(problem, seconds=seconds, seed=seed, steps=steps)
