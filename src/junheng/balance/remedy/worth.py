"""What units are worth at every school, and the row of the program in totals that follows.

Of any plan ``Σ x² w ≥ Σ w·χ + 2κ·(ρ·T - δ·M)`` when a unit is worth ``low`` to a school that takes and ``high`` to one
that gives, nobody's ``low`` is below ``ρ``, and ``high`` at one school exceeds ``low`` at another by no more than ``δ``
for every step between them: whatever is added or brought along a path of steps is then paid for. ``χ`` is the least
that a school's demand leaves open (``totals``). Where teachers may go anywhere there is one ``low`` and one ``high``.
"""

from dataclasses import dataclass

import numpy as np

from junheng.balance.remedy.flows import Distances, Flow, Prices
from junheng.balance.remedy.problem import Floats

FAR = 1e6
"""Stands for the worth of a unit that cannot be brought to anybody."""


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """Of one indicator, values in thresholds.

    Attributes:
        low, high: (n,), or () where they are alike, worth of a unit to a school that takes and to one that gives.
        added: ``ρ``.
        moved: ``δ``.
        fixed: what limits of single schools are worth in all.
        square: 1; 0 for the demands of schools alone, without the dispersion.
    """

    low: Floats
    high: Floats
    added: float
    moved: float
    fixed: float = 0.0
    square: float = 1.0


def worth(flow: Flow, prices: Prices) -> Worth:
    """Of a flow that nothing makes cheaper at these prices."""
    found = flow.distances(prices)
    least, level = -prices.added, -np.minimum(found.at, FAR)
    door = _door(flow, found)
    apart = _apart(flow.step + prices.moved + np.where(flow.held > 0, door, np.inf)[:, None])
    spared = np.where(flow.net < 0, level, np.where(flow.low < 0, -flow.starts(prices), -np.inf))
    low = np.maximum((spared[:, None] - apart).max(axis=0), least)
    limited = np.isfinite(flow.most)
    low = np.where(flow.net > 0, np.where(limited, level, np.maximum(level, least)), low)
    high = np.minimum((low + apart).min(axis=1), FAR)
    fixed = door @ flow.held + np.maximum(least - level, 0.0)[limited] @ flow.most[limited]
    return Worth(low, high, least, prices.moved, float(fixed), prices.square)


def _door(flow: Flow, found: Distances) -> Floats:
    """(n,) what one more teacher to give is worth to a school that gives all it holds."""
    full = (flow.carried.sum(axis=1) >= flow.held) & (flow.held > 0) & np.isfinite(found.at)
    more = np.zeros(flow.held.size)
    more[full] = np.clip(found.out[full] - found.at[full], 0.0, 2 * FAR)
    return more


def _apart(step: Floats) -> Floats:
    """(n, n) cheapest paths between different schools (Floyd and Warshall); infinite from a school to itself."""
    apart = step.copy()
    for via in range(len(apart)):
        np.minimum(apart, apart[:, via, None] + apart[None, via], out=apart)
    np.fill_diagonal(apart, np.inf)
    return apart
