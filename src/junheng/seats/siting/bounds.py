"""The certificate of a siting by itself."""

import time

from junheng.seats.assignment.lagrangian import Ascent
from junheng.seats.assignment.ready import ready
from junheng.seats.siting.model import SitingProblem
from junheng.seats.siting.relax import SitingAscent

STEPS = 200
"""Steps when the run is counted in steps."""


def siting_bound(problem: SitingProblem, *, seconds: float = 10.0, steps: int | None = None) -> float:
    """What no siting within the limits can cost less than, in pupil-metres.

    Args:
        problem: the siting.
        seconds: at most.
        steps: when given, a fixed number of steps instead, the same every time.
    """
    begun = time.perf_counter()
    first = Ascent(ready(problem.places_at_most))
    for _ in range(6):
        first.rise(10)
    ascent = SitingAscent(problem, first)
    while not ascent.settled and (time.perf_counter() - begun < seconds if steps is None else ascent.rounds < STEPS):
        ascent.rise(max(1.02 * ascent.value, 1.05 * first.value), 10)
    return ascent.value
