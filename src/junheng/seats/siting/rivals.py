"""Choices of sites that the flow cannot tell apart: which of them is best only areas that stay whole can say.

The flow fills every school to the last seat, areas do not. By how much that lifts the cost of a choice differs from
choice to choice by about the size of an area against all that a school takes, averaged over the schools.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations, islice

import numpy as np

from junheng.seats.assignment.model import Ints
from junheng.seats.siting.begin import Weighed, keeps_limits, weighed
from junheng.seats.siting.model import SitingProblem

RIVALS = 4
"""Choices compared by whole areas at most."""
WORK = 50_000
"""Ways that flows of further choices may look at: neighbours of the best choice are weighed in small towns only."""


def rivals(found: Sequence[Weighed]) -> list[Weighed]:
    """Those that may be as good as the cheapest once areas stay whole.

    Args:
        found: the cheapest first.
    """
    best = found[0]
    schools = int((best.places.seats > 0).sum())
    near = best.cost + best.flow.objective * np.sqrt(schools) / max(best.places.pupils.size, 1)
    return [one for one in found if one.cost <= near][:RIVALS]


def with_neighbours(problem: SitingProblem, found: Sequence[Weighed], go_on: Callable[[], bool]) -> list[Weighed]:
    """The choices and, as far as that is little work and ``go_on`` says so, those that differ from the best by a site
    or two."""
    known = {one.chosen.tobytes(): one for one in found}
    most = WORK // max(problem.places.arcs.school.size, 1)
    for chosen in islice(neighbours(problem, found[0].chosen), most):
        if not go_on():
            break
        if chosen.tobytes() not in known:
            known[chosen.tobytes()] = weighed(problem, chosen)
    return sorted(known.values(), key=lambda one: one.cost)


def neighbours(problem: SitingProblem, chosen: Ints) -> Iterator[Ints]:
    """Choices within the limits that differ by one site or two."""
    site = problem.options.site
    whole = problem.part_of[site] == site
    others = np.flatnonzero(whole & (chosen[site] != np.arange(site.size))).tolist()
    for change in chain(((one,) for one in others), combinations(others, 2)):
        other = chosen.copy()
        other[site[list(change)]] = change
        other = problem.followed(other)
        if keeps_limits(problem, other):
            yield other
