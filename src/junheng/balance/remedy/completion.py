"""The least additions for demands that are settled: exact, one indicator after the other.

Where one unit moves the mean alike at every school, the mean depends on the number of units alone, and for a given
number the mean square is smallest when every unit goes where the value is then lowest: a separable convex function,
for which this greedy rule is exact (O. Gross, A class of discrete-type minimization problems, RAND 1956). So units are
laid from below until the dispersion keeps its limit; divisible quantities are filled to the level.
"""

import numpy as np

from junheng.balance.remedy.level import levels, slack
from junheng.balance.remedy.problem import Flags, Floats, Problem

NUDGES = 20
FARTHEST = 1e3
"""Thresholds above the level at which units are no longer looked for."""


def completed(problem: Problem, low: Floats, columns: Flags | None = None) -> Floats | None:
    """(n, m) least additions, at least ``low`` (n, m), with every dispersion within its limit; None: impossible.

    Only ``columns`` (m,) are worked out; the others stay at ``low``.
    """
    added = low.copy()
    value = problem.base + problem.unit * low
    wanted = ~slack(value, problem.weight, problem.spread)
    if columns is not None:
        wanted &= columns
    which = np.flatnonzero(wanted)
    cap = np.maximum(problem.base + problem.unit * problem.most, value)[:, which]
    filled = levels(value[:, which], cap, problem.weight[:, which], problem.spread[which])
    if not filled.kept.all():
        return None
    for at, level in zip(which.tolist(), filled.level.tolist(), strict=True):
        one = _Column(problem, at, low[:, at], level)
        found = one.by_units() if problem.whole[at] else one.by_level()
        if found is None:
            return None
        added[:, at] = found
    return added


class _Column:
    """One indicator, and the level at which divisible amounts would do."""

    def __init__(self, problem: Problem, at: int, low: Floats, level: float) -> None:
        self.base, self.unit, self.weight = problem.base[:, at], problem.unit[:, at], problem.weight[:, at]
        self.low, self.most = low, np.maximum(problem.most[:, at], low)
        self.spread, self.step = float(problem.spread[at]), float(problem.step[at])
        self.level = level

    def fits(self, added: Floats) -> bool:
        value = self.base + self.unit * added
        return bool(slack(value[:, None], self.weight[:, None], np.array([self.spread]))[0])

    def by_level(self) -> Floats | None:
        """Everybody below the level is raised to it, up to the next step of the quantity."""
        level = self.level
        for _ in range(NUDGES):
            raised = np.ceil((level - self.base) / self.unit / self.step - 1e-9) * self.step
            added = np.clip(np.maximum(self.low, np.round(raised, 6)), None, self.most)
            if self.fits(added):
                return np.asarray(added)
            level += 1e-9 * max(abs(level), 1.0)
        return None

    def by_units(self) -> Floats | None:
        """Units from below until the limit is kept."""
        widest = float(self.unit.max())
        start, reach = self._up_to(self.level - widest), 2.0 * widest
        while True:
            end = self._up_to(self.level + reach)
            found = self._between(start, end)
            if found is not None or (end >= self.most - self.step / 2).all() or reach > FARTHEST:
                return found
            reach *= 2.0

    def _up_to(self, level: float) -> Floats:
        """Every school has each unit whose middle lies below the level."""
        near = np.floor((level - self.base) / self.unit + 0.5)
        top = np.floor((self.most - self.low) + 1e-9) + self.low
        return np.asarray(np.clip(self.low + np.maximum(np.ceil(near - self.low - 1e-9), 0.0), self.low, top))

    def _between(self, start: Floats, end: Floats) -> Floats | None:
        count = np.rint(end - start).astype(np.int64)
        school = np.repeat(np.arange(count.size), count)
        nth = np.arange(school.size) - np.repeat(np.cumsum(count) - count, count)
        middle = self.base[school] + self.unit[school] * (start[school] + nth + 0.5)
        order = np.argsort(middle, kind="stable")
        one = self.weight[school] * self.unit[school]
        value = self.base + self.unit * start
        mean = float(self.weight @ value) + np.concatenate(([0.0], np.cumsum(one[order])))
        square = float(self.weight @ value**2) + np.concatenate(([0.0], np.cumsum(2 * (one * middle)[order])))
        near = np.flatnonzero(square <= self.spread * mean**2 * (1 + 1e-9))
        for taken in near.tolist():
            added = start + np.bincount(school[order[:taken]], minlength=count.size)
            if self.fits(added):
                return np.asarray(added)
        return None
