"""What a plan of zones is worth: how full the schools are against their seats, and how round the zones.

``balance · Σ|1 − (pupils + 0.001)/(seats + 0.00001)| + shape · Σ(1 − 4π·surface/perimeter²)`` over the zones; the
second sum is one minus the ratio of Polsby and Popper (1991). Weights 0.7 and 0.3 are those of the published plans of
Loudoun County (S. Biswas et al., Memetic algorithms for spatial partitioning problems, ACM TSAS 2022).
"""

import math
from dataclasses import dataclass

import numpy as np

from junheng.seats.zoning.zone_map import Floats, Plan, ZoneMap

MORE_PUPILS, MORE_SEATS = 0.001, 0.00001
"""What the published formula adds so that nothing is divided by zero."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the two sums count."""

    balance: float = 0.7
    shape: float = 0.3


@dataclass(frozen=True, slots=True)
class Zones:
    """Per school (m,): pupils, surface and perimeter of its zone, and the two parts of the objective."""

    pupils: Floats
    surface: Floats
    perimeter: Floats
    imbalance: Floats
    sprawl: Floats


def zones(land: ZoneMap, plan: Plan) -> Zones:
    """All zones measured from scratch; a zone's perimeter is its areas' less twice the borders inside.

    A school without any area counts as a zone without any roundness.
    """
    size = len(land.schools)
    owner = np.repeat(np.arange(len(land.areas)), np.diff(land.start))
    inside = plan[owner] == plan[land.neighbour]
    pupils = _summed(plan, land.pupils, size)
    surface = _summed(plan, land.surface, size)
    perimeter = np.bincount(plan, land.perimeter, size) - _summed(plan[owner[inside]], land.border[inside], size)
    imbalance = np.abs(1 - (pupils + MORE_PUPILS) / (land.seats + MORE_SEATS))
    roundness = np.divide(4 * math.pi * surface, perimeter**2, out=np.zeros(size), where=perimeter > 0)
    return Zones(pupils, surface, perimeter, imbalance, 1 - roundness)


def _summed(plan: Plan, values: Floats, size: int) -> Floats:
    return np.bincount(plan, values, size).astype(np.float64)


def objective(land: ZoneMap, plan: Plan, weights: Weights | None = None) -> float:
    """The weighted sum; smaller is better."""
    weights = weights or Weights()
    measured = zones(land, plan)
    return float(weights.balance * measured.imbalance.sum() + weights.shape * measured.sprawl.sum())
