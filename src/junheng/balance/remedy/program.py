"""One county section as a mixed-integer program, with the cones of the dispersions cut from outside.

Only what is coupled between schools has columns of its own: indicators whose dispersion binds, whose teachers move, or
whose total is limited. For every other indicator the demand of a school follows from what it exempts.

``Σ w (x - μ)² ≤ c²·μ²`` is lifted to ``Σ w d ≤ c²·μ`` with ``d ≥ (x - μ)²/μ``, and each ``d`` is cut from below by
tangents ``d ≥ 2r(x - μ) - r²·μ`` at the ratios ``r = x/μ - 1`` that matter. Every row holds for every plan, so the
bound of the program is one of the problem, whatever tangents it has.

Reference: J. P. Vielma, I. Dunning, J. Huchette, M. Lubin, Extended formulations in mixed integer conic quadratic
programming, Mathematical Programming Computation 9 (2017).
"""

from dataclasses import dataclass, field

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats, Ints, Problem
from junheng.programs import Program

SAME = 1e-5
"""Ratios closer than this are one tangent."""


@dataclass
class Sheet:
    """Columns and rows of a program as they are written down."""

    cost: list[Floats] = field(default_factory=list)
    upper: list[Floats] = field(default_factory=list)
    whole: list[Flags] = field(default_factory=list)
    entries: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    lowest: list[Floats] = field(default_factory=list)
    highest: list[Floats] = field(default_factory=list)
    width: int = 0
    height: int = 0

    def columns(self, cost: Floats, upper: Floats, whole: Flags) -> Ints:
        """Numbers of new columns."""
        self.cost.append(np.asarray(cost, float))
        self.upper.append(np.asarray(upper, float))
        self.whole.append(np.asarray(whole, bool))
        self.width += cost.size
        return np.arange(self.width - cost.size, self.width)

    def rows(self, lowest: Floats, highest: Floats) -> Ints:
        """Numbers of new rows."""
        self.lowest.append(np.asarray(lowest, float))
        self.highest.append(np.asarray(highest, float))
        self.height += lowest.size
        return np.arange(self.height - lowest.size, self.height)

    def put(self, row: Ints, column: Ints, value: Floats) -> None:
        """Entries of the matrix, one for each column."""
        wide = np.broadcast_to(value, column.shape).astype(float)
        self.entries.append((np.broadcast_to(row, column.shape).ravel(), column.ravel(), wide.ravel()))

    def program(self, scale: float) -> Program:
        """With costs divided by ``scale``."""
        row, column, value = (np.concatenate([one[at] for one in self.entries]) for at in range(3))
        kept = value != 0
        return Program(
            cost=np.concatenate(self.cost) / scale,
            upper=np.concatenate(self.upper),
            whole=np.concatenate(self.whole),
            row=row[kept].astype(np.int64),
            column=column[kept].astype(np.int64),
            value=value[kept],
            lowest=np.concatenate(self.lowest),
            highest=np.concatenate(self.highest),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What the program is to hold.

    Attributes:
        cones: indicators whose dispersion is cut.
        ratios: per cone, (tangents, n) ratios ``x/μ - 1`` at which each school's term is cut.
        allowed: (n, m) what may be exempted at all.
        own: indicators that have columns in any case.
        paid: (n, m) 0 where another program bears the cost; None: nowhere.
    """

    cones: tuple[int, ...]
    ratios: dict[int, Floats]
    allowed: Flags
    own: frozenset[int] = frozenset()
    paid: Floats | None = None


class Model:
    """The columns of one program and how its answers are read."""

    def __init__(self, problem: Problem, wish: Wish, sheet: Sheet | None = None) -> None:
        self.problem, self.sheet = problem, sheet or Sheet()
        count = len(problem.schools)
        limited = np.isfinite(problem.county_most)
        self.coupled = [
            at
            for at in range(len(problem.indicators))
            if at in wish.cones
            or at in wish.own
            or problem.movable[at]
            or (limited[at] and np.isfinite(problem.add[at]))
        ]
        self.exempt = np.full((count, len(problem.indicators)), -1)
        self.added: dict[int, Ints] = {}
        self.scale: dict[int, Floats] = {}
        self.taken: dict[int, Ints] = {}
        self.given: dict[int, Ints] = {}
        self.passed: dict[int, Ints] = {}
        self.constant = 0.0
        self._choices(wish)
        for at in self.coupled:
            self._amounts(at, 1.0 if wish.paid is None else wish.paid[:, at])
        for at in wish.cones:
            self._cone(at, wish.ratios[at])

    def _choices(self, wish: Wish) -> None:
        """One column per exemption that may be worth something; its saving is its price where nothing else couples."""
        problem, sheet = self.problem, self.sheet
        free = np.ones(len(problem.indicators), bool)
        free[self.coupled] = False
        worth = np.where(problem.movable, problem.full > problem.floor, problem.saving > 0)
        forced = problem.forced & ~problem.movable
        school, indicator = np.nonzero((wish.allowed & worth) | forced)
        price = np.where(free[indicator], -(problem.saving * problem.add)[school, indicator], 0.0)
        columns = sheet.columns(price, np.ones(school.size), np.ones(school.size, bool))
        self.exempt[school, indicator] = columns
        rows = sheet.rows(np.zeros(len(problem.schools)), np.full(len(problem.schools), float(problem.exempt)))
        sheet.put(rows[school], columns, np.ones(1))
        must = forced[school, indicator]
        sheet.put(sheet.rows(np.ones(must.sum()), np.ones(must.sum())), columns[must], np.ones(1))
        self.constant = float((problem.lowest * problem.add)[:, free].sum())

    def _amounts(self, at: int, paid: Floats | float) -> None:
        """What is added and moved of one indicator, and what every school demands of it."""
        problem, sheet = self.problem, self.sheet
        count = len(problem.schools)
        whole = bool(problem.whole[at])
        scale = np.ones(count) if whole else 1.0 / problem.unit[:, at]
        column = sheet.columns(problem.add[at] * scale * paid, problem.most[:, at] / scale, np.full(count, whole))
        self.added[at], self.scale[at] = column, scale
        if problem.movable[at]:
            self._moves(at)
            rise, less = np.maximum(problem.full[:, at], 0.0), np.maximum(problem.floor[:, at], 0.0)
            pinned = np.flatnonzero(problem.least[:, at] > 0)
            rows = sheet.rows(problem.least[pinned, at], np.full(pinned.size, np.inf))
            sheet.put(rows, column[pinned], np.ones(1))
        else:
            rise = problem.lowest[:, at]
            less = rise - problem.saving[:, at]
        rows = sheet.rows(rise / scale, np.full(count, np.inf))
        sheet.put(rows, column, np.ones(1))
        if at in self.taken:
            sheet.put(rows, self.taken[at], np.ones(1))
            sheet.put(rows, self.passed[at], -np.ones(1))
        self._relieve(rows, at, (rise - less) / scale)
        if np.isfinite(problem.county_most[at]):
            row = sheet.rows(np.zeros(1), np.array([problem.county_most[at] / scale.mean()]))
            sheet.put(row, column, scale / scale.mean())

    def _relieve(self, rows: Ints, at: int, amount: Floats) -> None:
        """An exempted school demands so much less."""
        has = self.exempt[:, at] >= 0
        self.sheet.put(rows[has], self.exempt[has, at], amount[has])

    def _moves(self, at: int) -> None:
        """Teachers taken and given: in sum alike, or pair by pair where distance matters.

        Within reach a school may take and give as many more: whom it takes stays, and one of its own goes on.
        """
        problem, sheet = self.problem, self.sheet
        count = len(problem.schools)
        spare = np.maximum(-problem.full[:, at], 0.0)
        more = np.maximum(-problem.floor[:, at], 0.0) - spare
        none, held = np.zeros(count), problem.held[:, at]
        between = held if problem.reach is not None else none
        self.taken[at] = sheet.columns(np.full(count, problem.move[at]), np.full(count, np.inf), np.ones(count, bool))
        self.given[at] = sheet.columns(none, np.minimum(spare + more + between, held), np.ones(count, bool))
        self.passed[at] = sheet.columns(none, between, np.zeros(count, bool))
        rows = sheet.rows(np.full(count, -np.inf), spare)
        sheet.put(rows, self.given[at], np.ones(1))
        sheet.put(rows, self.passed[at], -np.ones(1))
        self._relieve(rows, at, -more)
        if problem.reach is None:
            row = sheet.rows(np.zeros(1), np.zeros(1))
            sheet.put(row, self.taken[at], np.ones(1))
            sheet.put(row, self.given[at], -np.ones(1))
            return
        giver, taker = np.nonzero(problem.reach & ~np.eye(count, dtype=bool) & (held > 0)[:, None])
        flow = sheet.columns(np.zeros(giver.size), np.full(giver.size, np.inf), np.zeros(giver.size, bool))
        for ends, column in ((giver, self.given[at]), (taker, self.taken[at])):
            rows = sheet.rows(none, none)
            sheet.put(rows, column, np.ones(1))
            sheet.put(rows[ends], flow, -np.ones(1))

    def _cone(self, at: int, ratios: Floats) -> None:
        """The dispersion of one indicator by tangents; rows are multiplied by the number of schools."""
        problem, sheet = self.problem, self.sheet
        count = len(problem.schools)
        weight = problem.weight[:, at] * count
        mean = sheet.columns(np.zeros(1), np.full(1, np.inf), np.zeros(1, bool))
        apart = sheet.columns(np.zeros(count), np.full(count, np.inf), np.zeros(count, bool))
        row = sheet.rows(*(np.full(1, weight @ problem.base[:, at]),) * 2)
        sheet.put(row, mean, np.full(1, float(count)))
        for column, factor in self._parts(at):
            sheet.put(row, column, -weight * factor)
        for ratio in ratios:
            use = np.isfinite(ratio)
            rows = sheet.rows((2 * ratio * problem.base[:, at])[use], np.full(use.sum(), np.inf))
            sheet.put(rows, apart[use], np.ones(1))
            sheet.put(rows, np.broadcast_to(mean, rows.shape), (2 * ratio + ratio**2)[use])
            for column, factor in self._parts(at):
                sheet.put(rows, column[use], (-2 * ratio * factor)[use])
        row = sheet.rows(np.full(1, -np.inf), np.zeros(1))
        sheet.put(row, apart, weight)
        sheet.put(row, mean, np.full(1, -count * problem.limit[at] ** 2))

    def _parts(self, at: int) -> list[tuple[Ints, Floats]]:
        """Columns that change a school's value, and by how much in thresholds."""
        unit = self.problem.unit[:, at]
        parts = [(self.added[at], unit * self.scale[at])]
        if at in self.taken:
            parts += [(self.taken[at], unit), (self.given[at], -unit)]
        return parts


def tangents(values: list[Floats], means: list[float]) -> Floats:
    """(tangents, n) the different ratios ``x/μ - 1`` of each school's values (n,); NaN where there are fewer."""
    ratios = np.sort(np.stack([value / mean - 1 for value, mean in zip(values, means, strict=True)]), axis=0)
    again = np.vstack([np.zeros((1, ratios.shape[1]), bool), np.diff(ratios, axis=0) < SAME])
    return np.where(again, np.nan, ratios)
