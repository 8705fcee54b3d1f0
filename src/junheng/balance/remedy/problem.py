"""What one county section must reach, what it has, and what changing it costs.

Everything is in arrays of shape (schools, indicators). Values are counted in thresholds, so that one is the threshold
itself and solvers see numbers of one size.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NEARLY = 1e-6
"""Of one unit; what comes so close to a whole number is one."""


@dataclass(frozen=True, eq=False)
class Problem:
    """The least costly changes after which every school passes and every dispersion keeps its limit.

    Attributes:
        schools: codes, (n,).
        indicators: ids, (m,).
        base: (n, m) value today in thresholds.
        unit: (n, m) what one unit of the quantity adds to the value, in thresholds.
        weight: (n, m) share of the school in mean and dispersion; each column sums to one.
        full: (n, m) least change of the quantity after which the threshold is reached; below zero where some of it
            could be given away. On the grid of ``step``.
        floor: (n, m) the same for the floor of an exempted indicator.
        limit: (m,) largest dispersion; infinite where none is set.
        exempt: how many indicators a school may leave at their floor.
        whole: (m,) whether the quantity comes in whole units.
        step: (m,) the smallest amount of the quantity.
        add: (m,) yuan of one unit added.
        move: (m,) yuan of one unit moved between two schools; infinite where nothing may be moved.
        least, most: (n, m) limits of what is added at a school.
        county_most: (m,) limit of what is added in the whole section.
        reach: (n, n) whether the school of the row may give to that of the column; None: every school to every other.
    """

    schools: tuple[str, ...]
    indicators: tuple[str, ...]
    base: Floats
    unit: Floats
    weight: Floats
    full: Floats
    floor: Floats
    limit: Floats
    exempt: int
    whole: Flags
    step: Floats
    add: Floats
    move: Floats
    least: Floats
    most: Floats
    county_most: Floats
    reach: Flags | None = None

    @cached_property
    def spread(self) -> Floats:
        """(m,) ``1 + limit²``: a dispersion holds when the mean square is at most this times the squared mean."""
        return 1.0 + self.limit**2

    @cached_property
    def pull(self) -> Floats:
        """(n, m) how much one unit moves the mean, against the school where it moves it most: below one where a part of
        it counts for others."""
        one = self.weight * self.unit
        return np.asarray(one / one.max(axis=0))

    @cached_property
    def movable(self) -> Flags:
        """(m,) whether teachers may move; dearer than adding, it can still pay: it lowers the top as well."""
        return np.isfinite(self.move)

    @cached_property
    def held(self) -> Floats:
        """(n, m) whole units a school holds today."""
        return np.asarray(np.floor(self.base / self.unit + NEARLY))

    @cached_property
    def nothing(self) -> Floats:
        """(n, m) least change of a school of which nothing is demanded: all it has could be given away."""
        return np.asarray(np.ceil(-self.base / self.unit))

    @cached_property
    def lowest(self) -> Floats:
        """(n, m) what must be added at least when nothing is exempted and nothing is moved."""
        return np.maximum(self.full, self.least)

    @cached_property
    def saving(self) -> Floats:
        """(n, m) how much less must be added when the indicator is exempted; without moves."""
        return self.lowest - np.maximum(self.floor, self.least)

    @cached_property
    def forced(self) -> Flags:
        """(n, m) where the threshold is out of reach, so that the indicator must be the exempted one."""
        return np.asarray(self.lowest > self.most + self.step / 2)


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """A plan in arrays.

    Attributes:
        added: (n, m) what is added.
        moves: of every move the indicator, the giving school and the taking school, (k, 3).
        moved: (k,) how much of it.
    """

    added: Floats
    moves: Ints
    moved: Floats

    @staticmethod
    def of(added: Floats) -> "Changes":
        """Nothing is moved."""
        return Changes(added, np.empty((0, 3), np.int64), np.empty(0))

    def net(self) -> Floats:
        """(n, m) how every quantity changes."""
        change = self.added.copy()
        np.add.at(change, (self.moves[:, 2], self.moves[:, 0]), self.moved)
        np.subtract.at(change, (self.moves[:, 1], self.moves[:, 0]), self.moved)
        return change

    def cost(self, problem: Problem) -> float:
        """Yuan, every action to the fen."""
        added = np.round(self.added * problem.add, 2).sum()
        moved = np.round(self.moved * problem.move[self.moves[:, 0]], 2).sum() if self.moved.size else 0.0
        return round(float(added + moved), 2)
