"""The sections of a county and all their ways as one mixed-integer program.

Every section is a ``Model`` in which nothing that is added costs anything; what is added equals what the ways add, and
the ways have the costs and the limits. A way that counts for several indicators is one column in several equations, so
nothing is paid twice. The cones stay those of ``Model``: lifted and cut from outside, never replaced.
"""

from collections.abc import Sequence

import numpy as np

from junheng.balance.remedy.exact import Cuts
from junheng.balance.remedy.problem import Floats, Ints
from junheng.balance.remedy.program import Model, Sheet, Wish
from junheng.balance.remedy.ways.levers import Levers

NEARLY = 1e-4
"""Of one step; what a solver returns below it is the step itself."""


class LeversModel:
    """One section: its ``Model``, and the columns of its ways."""

    def __init__(self, levers: Levers, cuts: Cuts, sheet: Sheet) -> None:
        problem = levers.problem
        every = frozenset(range(len(problem.indicators)))
        wish = Wish(
            tuple(sorted(cuts.cones)),
            cuts.ratios(),
            np.ones(problem.base.shape, bool),
            every,
            np.zeros(problem.base.shape),
        )
        self.levers, self.sheet = levers, sheet
        self.model = Model(problem, wish, sheet)
        self.school, self.way = np.nonzero(levers.most > 0)
        self.scale = np.ones(self.school.size)
        for at, only in enumerate(levers.only):
            mine = self.way == at
            if not levers.whole[at]:
                self.scale[mine] = self.model.scale[only][self.school[mine]] / levers.counts[at, only]
        most = levers.most[self.school, self.way]
        self.column = sheet.columns(levers.cost[self.way] * self.scale, most / self.scale, levers.whole[self.way])
        self._sums()
        self._limits()

    def _sums(self) -> None:
        """What is added of a quantity is what its ways add."""
        levers, sheet = self.levers, self.sheet
        for at, added in self.model.added.items():
            size = self.model.scale[at]
            rows = sheet.rows(np.zeros(size.size), np.zeros(size.size))
            sheet.put(rows, added, np.ones(1))
            counted = levers.counts[self.way, at] > 0
            school, way = self.school[counted], self.way[counted]
            sheet.put(rows[school], self.column[counted], -levers.counts[way, at] * self.scale[counted] / size[school])

    def _limits(self) -> None:
        """Least amounts, posts, totals of the section, and how far teachers move."""
        levers = self.levers
        least = levers.least[self.school, self.way]
        for one in np.flatnonzero(least > 0).tolist():
            row = self.sheet.rows(least[[one]] / self.scale[one], np.full(1, np.inf))
            self.sheet.put(row, self.column[[one]], np.ones(1))
        if levers.posts is not None:
            for school in range(levers.posts.size):
                mine = (self.school == school) & levers.hires[self.way]
                self._at_most(self.column[mine], np.ones(int(mine.sum())), float(levers.posts[school]))
        for at, cap in enumerate(levers.total[0].tolist()):
            self._at_most(*self.of_way(at), cap)
        self._at_most(*self.of_hires(), levers.posts_total[0])
        for at, given in self.model.given.items():
            self._at_most(*self.of_moves(at), float(levers.moving[0, at]))
            for school in np.flatnonzero(np.isfinite(levers.leaving[:, at])).tolist():
                self._at_most(given[[school]], np.ones(1), float(levers.leaving[school, at]))

    def of_way(self, at: int) -> tuple[Ints, Floats]:
        """Columns and sizes of one way."""
        mine = self.way == at
        return self.column[mine], self.scale[mine]

    def of_hires(self) -> tuple[Ints, Floats]:
        """Columns and sizes of everything that takes a post."""
        mine = self.levers.hires[self.way]
        return self.column[mine], self.scale[mine]

    def of_moves(self, at: int) -> tuple[Ints, Floats]:
        """Columns and sizes of the teachers taken."""
        taken = self.model.taken.get(at, np.empty(0, np.int64))
        return taken, np.ones(taken.size)

    def _at_most(self, column: Ints, size: Floats, cap: float) -> None:
        at_most(self.sheet, [(column, size)], cap)

    def amounts(self, values: Floats) -> Floats:
        """(n, k) amounts of an answer in whole steps: what nearly is one more step is it."""
        levers = self.levers
        found = levers.least.copy()
        raw, step = values[self.column] * self.scale, levers.step[self.way]
        near = np.where(levers.whole[self.way], np.floor(raw + NEARLY), np.ceil(raw / step - NEARLY) * step)
        found[self.school, self.way] = np.round(near, 6)
        return np.clip(found, levers.least, levers.most)


def at_most(sheet: Sheet, parts: Sequence[tuple[Ints, Floats]], cap: float) -> None:
    """One row: the columns in their sizes sum to the cap at most; nothing where there is none."""
    column = np.concatenate([one for one, _ in parts])
    if not np.isfinite(cap) or not column.size:
        return
    size = np.concatenate([one for _, one in parts])
    mean = float(size.mean())
    row = sheet.rows(np.zeros(1), np.array([cap / mean]))
    sheet.put(row, column, size / mean)


class CountyModel:
    """One program for the sections of a county; the limits of the county link them."""

    def __init__(self, parts: Sequence[Levers], cuts: Sequence[Cuts]) -> None:
        self.sheet = Sheet()
        self.parts = [LeversModel(one, cut, self.sheet) for one, cut in zip(parts, cuts, strict=True)]
        self.constant = sum(one.model.constant for one in self.parts)
        first = parts[0]
        for at, cap in enumerate(first.total[1].tolist()):
            at_most(self.sheet, [one.of_way(at) for one in self.parts], cap)
        at_most(self.sheet, [one.of_hires() for one in self.parts], first.posts_total[1])
        for at in range(len(first.problem.indicators)):
            at_most(self.sheet, [one.of_moves(at) for one in self.parts], float(first.moving[1, at]))
