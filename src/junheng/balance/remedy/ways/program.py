"""The sections of a county and all their ways as one mixed-integer program.

Every section is a ``Model`` in which nothing that is added costs anything; what is added equals what the ways add, and
the ways have the costs and the limits. A way that counts for several indicators is one column in several equations, so
nothing is paid twice. The cones stay those of ``Model``: lifted and cut from outside, never replaced.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from junheng.balance.remedy.exact import Cuts
from junheng.balance.remedy.problem import Flags, Floats, Ints
from junheng.balance.remedy.program import Model, Sheet, Wish
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import Levers

NEARLY = 1e-4
"""Of one step; what a solver returns below it is the step itself."""


Held = dict[tuple[int, int], tuple[int, float]]
"""School and way -> the column and its size."""


class WaysColumns(ABC):
    """The columns of a section's ways, and the rows of their limits; some stand in another section, which pays."""

    taken: Mapping[int, Ints]
    given: Mapping[int, Ints]

    def __init__(self, levers: Levers, sheet: Sheet, scale: Mapping[int, Floats], elsewhere: Held) -> None:
        self.levers, self.sheet, self.size = levers, sheet, scale
        self.school, self.way = np.nonzero(levers.most > 0)
        self.scale = np.ones(self.school.size)
        for at, only in enumerate(levers.only):
            mine = self.way == at
            if not levers.whole[at]:
                self.scale[mine] = scale[only][self.school[mine]] / levers.counts[at, only]
        self.column = np.full(self.school.size, -1)
        self.rows: dict[int, Ints] = {}
        self._columns(elsewhere)
        self._sums()
        self._limits()

    @abstractmethod
    def summed(self, at: int) -> Ints:
        """(n,) one row for each school, less what the ways add of an indicator, in its size."""

    def _columns(self, elsewhere: Held) -> None:
        """Columns of what this section pays; of the rest those of the section that does."""
        levers = self.levers
        self.own = np.ones(self.school.size, bool)
        for one, place in enumerate(zip(self.school.tolist(), self.way.tolist(), strict=True)):
            if place in elsewhere:
                self.column[one], self.scale[one] = elsewhere[place]
                self.own[one] = False
        way, scale = self.way[self.own], self.scale[self.own]
        most = levers.most[self.school[self.own], way]
        self.column[self.own] = self.sheet.columns(levers.cost[way] * scale, most / scale, levers.whole[way])

    def held(self) -> Held:
        """Column and size by school and way."""
        found = zip(*(one.tolist() for one in (self.school, self.way, self.column, self.scale)), strict=True)
        return {(school, way): (column, scale) for school, way, column, scale in found}

    def _sums(self) -> None:
        for at in range(len(self.levers.problem.indicators)):
            self.rows[at] = self.summed(at)
            counted = self.levers.counts[self.way, at] > 0
            school, way = self.school[counted], self.way[counted]
            self.count(school, at, self.column[counted], self.scale[counted] * self.levers.counts[way, at])

    def count(self, school: Ints, at: int, column: Ints, amount: Floats) -> None:
        """A unit of these columns adds so much of a quantity of the schools."""
        self.sheet.put(self.rows[at][school], column, -amount / self.size[at][school])

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
        for at, given in self.given.items():
            self._at_most(*self.of_moves(at), float(levers.moving[0, at]))
            for school in np.flatnonzero(np.isfinite(levers.leaving[:, at])).tolist():
                self._at_most(given[[school]], np.ones(1), float(levers.leaving[school, at]))

    def of_way(self, at: int, *, paid: bool = False) -> tuple[Ints, Floats]:
        """Columns and sizes of one way; ``paid``: of what this section pays alone."""
        return self._of(self.way == at, paid=paid)

    def of_hires(self, *, paid: bool = False) -> tuple[Ints, Floats]:
        """Columns and sizes of everything that takes a post."""
        return self._of(self.levers.hires[self.way], paid=paid)

    def _of(self, mine: Flags, *, paid: bool) -> tuple[Ints, Floats]:
        kept = mine & self.own if paid else mine
        return self.column[kept], self.scale[kept]

    def of_moves(self, at: int) -> tuple[Ints, Floats]:
        """Columns and sizes of the teachers taken."""
        taken = self.taken.get(at, np.empty(0, np.int64))
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


class LeversModel(WaysColumns):
    """One section: its ``Model``, in which nothing that is added costs anything, and the columns of its ways."""

    def __init__(self, levers: Levers, cuts: Cuts, sheet: Sheet, elsewhere: Held) -> None:
        problem = levers.problem
        every = frozenset(range(len(problem.indicators)))
        allowed, nothing = np.ones(problem.base.shape, bool), np.zeros(problem.base.shape)
        self.model = Model(problem, Wish(tuple(sorted(cuts.cones)), cuts.ratios(), allowed, every, nothing), sheet)
        self.taken, self.given = self.model.taken, self.model.given
        super().__init__(levers, sheet, self.model.scale, elsewhere)

    def summed(self, at: int) -> Ints:
        """What is added of a quantity is what its ways add."""
        size = self.model.scale[at].size
        rows = self.sheet.rows(np.zeros(size), np.zeros(size))
        self.sheet.put(rows, self.model.added[at], np.ones(1))
        return rows


def at_most(sheet: Sheet, parts: Sequence[tuple[Ints, Floats]], cap: float) -> None:
    """One row: the columns in their sizes sum to the cap at most; nothing where there is none."""
    column = np.concatenate([one for one, _ in parts])
    if not np.isfinite(cap) or not column.size:
        return
    size = np.concatenate([one for _, one in parts])
    mean = float(size.mean())
    row = sheet.rows(np.zeros(1), np.array([cap / mean]))
    sheet.put(row, column, size / mean)


Part = TypeVar("Part", bound=WaysColumns)


def linked(county: County, part: Callable[[int, Held], Part]) -> list[Part]:
    """The sections of a county in one program; what is done for whole schools and limits of the county link them.

    ``part`` makes a section from the columns that stand elsewhere.
    """
    elsewhere: list[Held] = [{} for _ in county.parts]
    parts: list[Part] = []
    for section in range(len(county.parts)):
        made = part(section, elsewhere[section])
        held = made.held()
        for (one, first), (other, second), way in county.mirrors:
            if one == section and (first, way) in held:
                elsewhere[other][second, way] = held[first, way]
        parts.append(made)
    _mixed(county, parts)
    whole, sheet = county.parts[0], parts[0].sheet
    for at, cap in enumerate(whole.total[1].tolist()):
        at_most(sheet, [one.of_way(at, paid=True) for one in parts], cap)
    at_most(sheet, [one.of_hires(paid=True) for one in parts], whole.posts_total[1])
    for at in range(len(whole.problem.indicators)):
        at_most(sheet, [one.of_moves(at) for one in parts], float(whole.moving[1, at]))
    return parts


def _mixed(county: County, parts: Sequence[WaysColumns]) -> None:
    """What another section does counts here too."""
    for section, school, at, other, there, ways in county.mixed:
        held = parts[other].held()
        for way in ways.tolist():
            if (there, way) in held:
                column, scale = held[there, way]
                amount = np.array([scale * county.parts[other].counts[way, at]])
                parts[section].count(np.array([school]), at, np.array([column]), amount)


class CountyModel:
    """One program for the sections of a county."""

    def __init__(self, county: County, cuts: Sequence[Cuts]) -> None:
        self.sheet = Sheet()
        self.parts = linked(county, lambda at, held: LeversModel(county.parts[at], cuts[at], self.sheet, held))
        self.constant = sum(one.model.constant for one in self.parts)
