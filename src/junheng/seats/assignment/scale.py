"""What temperatures and prices are measured in: the cost of an area and of a pupil at the nearest school."""

import math
from dataclasses import dataclass

import numpy as np

from junheng.seats.assignment.model import Problem
from junheng.seats.assignment.ruin import FOCUS, Heat

HOT, WARM, COLD = 0.08, 0.03, 0.004
"""First temperature of a fresh run, of one that begins from a plan, and the last, in the mean cost of an area."""
CHEAP, DEAR = 2.0, 100.0
"""First and last price of a pupil too many, in the mean way to the nearest school."""

FLOOR = 0.01
"""Least scale of a metre, as part of what a pupil without a seat counts: costs may be zero nearly everywhere."""


@dataclass(frozen=True)
class Scale:
    """``area`` in pupil-metres, ``metre`` in metres; both above 0."""

    area: float
    metre: float

    def heat(self, progress: float, *, fresh: bool) -> Heat:
        """Temperature and price after a share of the run."""
        first = HOT if fresh else WARM
        temperature = first * (COLD / first) ** progress
        price = CHEAP * (DEAR / CHEAP) ** math.sqrt(progress)
        return Heat(self.area * temperature, self.metre * price, FOCUS)


def scale_of(problem: Problem) -> Scale:
    """The scale of a ready problem: the mean over the areas that may go anywhere."""
    first, last = problem.arcs.first[:-1], problem.arcs.first[1:]
    some = last > first
    pupils = problem.pupils[some]
    children = max(int(np.sum(pupils)), 1)
    metre = float((problem.metres[first[some]] * pupils).sum()) / children
    metre = max(metre, FLOOR * problem.unserved_metres, 1e-6)
    return Scale(metre * children / max(pupils.size, 1), metre)
