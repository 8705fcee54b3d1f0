"""One county section as a small mixed-integer program in exemptions and totals alone.

One unit moves the mean of an indicator alike at every school, so with the total ``T`` added in the section the mean is
``μ = μ0 + κ·T``, and a plan keeps ``Σ w x² ≤ C²·μ²`` with ``C² = 1 + limit²``. With two levels ``ρ ≤ σ``, a school that
goes from ``x0`` to ``x`` has ``x² ≥ χ + 2ρ·(x - x0)⁺ - 2σ·(x0 - x)⁺``, ``χ`` being the least difference that its demand
and its whole units leave open: one number if it exempts the indicator, another if not, so nothing is lost between the
two (the perspective of Frangioni and Gentile). Summed over schools this is one row in exemptions, ``T`` and the number
``M`` of teachers moved for each pair of levels. ``μ²``, on its right, is bounded from above by chords between totals;
which of them applies is chosen by the program.

What a single school is added has no columns: of whole quantities only the totals are whole. Every plan keeps every row,
so the bound is one of the problem; with the levels and the totals of the answer among the rows next to nothing is lost.

References: A. M. Geoffrion, Generalized Benders decomposition, Journal of Optimization Theory and Applications 10
(1972); A. Frangioni, C. Gentile, Perspective cuts for a class of convex 0-1 mixed integer programs, Mathematical
Programming 106 (2006).
"""

from dataclasses import dataclass, field

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats, Ints, Problem
from junheng.balance.remedy.program import Sheet
from junheng.balance.remedy.worth import Worth

SAME_LEVEL = 1e-4
"""Levels closer than this, in thresholds, are one."""
CHORD = 0.02
"""Length of the chords next to a known total, as a share of the mean; the next ones are twice as long."""
TURNS = (-3, -1, 0, 1, 3)

Pair = tuple[float, float]
"""The level up to which schools take, and that down to which they give."""


def alike(problem: Problem) -> bool:
    """Whether a unit moves the mean alike at every school, and nothing of what may be moved must be added."""
    return bool((problem.pull > 1 - 1e-9).all()) and not bool((problem.least[:, problem.movable] > 0).any())


@dataclass
class Known:
    """Levels and totals, by indicator, at which the program is to be exact."""

    pairs: dict[int, list[Pair]] = field(default_factory=dict)
    worths: dict[int, list[Worth]] = field(default_factory=dict)
    totals: dict[int, list[float]] = field(default_factory=dict)

    def pair(self, at: int, one: Pair) -> bool:
        """Whether these levels are new."""
        several = self.pairs.setdefault(at, [])
        self.totals.setdefault(at, [])
        new = not any(max(abs(one[0] - other[0]), abs(one[1] - other[1])) < SAME_LEVEL for other in several)
        several += [one] * new
        return new

    def worth(self, at: int, one: Worth) -> None:
        """With what units are worth where distance matters."""
        self.worths.setdefault(at, []).append(one)

    def indicators(self) -> list[int]:
        """Those with rows."""
        return sorted(self.pairs.keys() | self.worths.keys())

    def rows(self, at: int) -> list[Worth]:
        """All of an indicator; a pair of levels is the worth of a unit at every school."""
        alike = [Worth(np.array(low), np.array(high), low, high - low) for low, high in self.pairs.get(at, [])]
        return [*alike, *self.worths.get(at, [])]

    def total(self, at: int, one: float, apart: float) -> bool:
        """Whether this total of an indicator that has levels is new, ``apart`` from all others."""
        several = self.totals.setdefault(at, [])
        new = not any(abs(one - other) < apart for other in several)
        several += [one] * new
        return new


class TotalsModel:
    """The columns of the program and how its answers are read."""

    def __init__(self, problem: Problem, known: Known, allowed: Flags, cost: float) -> None:
        self.problem, self.known, self.sheet = problem, known, Sheet()
        self.constant = 0.0
        limited = np.isfinite(problem.county_most) & np.isfinite(problem.add)
        self.coupled = np.flatnonzero(problem.movable | limited | np.isin(np.arange(limited.size), list(known.pairs)))
        movable = problem.movable
        self.full = np.where(movable, problem.full, problem.lowest)
        self.less = np.where(movable, problem.floor, problem.lowest - problem.saving)
        self.first = np.where(movable, 0.0, np.maximum(self.less, 0.0).sum(axis=0))
        self.room = max(cost - float((self.first * problem.add).sum()), 0.0)
        self.exempt = np.full(problem.base.shape, -1)
        self.columns: dict[int, tuple[Ints, Ints]] = {}
        self._choices(allowed)
        for at in self.coupled.tolist():
            self._indicator(at)

    def exempted(self, values: Floats) -> Floats:
        """(n, m) shares that are exempted."""
        share = np.zeros(self.problem.base.shape)
        has = self.exempt >= 0
        share[has] = values[self.exempt[has]]
        return share

    def amounts(self, at: int, values: Floats) -> tuple[float, float]:
        """What is added and moved of an indicator in all."""
        total, moved = self.columns[at]
        return float(values[total].sum()), float(values[moved].sum())

    def _choices(self, allowed: Flags) -> None:
        """One column per exemption that may be worth something, and the cost of what nothing else couples."""
        problem, sheet = self.problem, self.sheet
        price = problem.add * (self.full - self.less)
        price[:, self.coupled] = 0.0
        forced = problem.forced & ~problem.movable
        school, indicator = np.nonzero((allowed & (self.full > self.less)) | forced)
        columns = sheet.columns(-price[school, indicator], np.ones(school.size), np.ones(school.size, bool))
        self.exempt[school, indicator] = columns
        rows = sheet.rows(np.zeros(len(problem.schools)), np.full(len(problem.schools), float(problem.exempt)))
        sheet.put(rows[school], columns, np.ones(1))
        must = forced[school, indicator]
        sheet.put(sheet.rows(np.ones(must.sum()), np.ones(must.sum())), columns[must], np.ones(1))
        free = np.setdiff1d(np.arange(price.shape[1]), self.coupled)
        sure = np.array([float((self.full * problem.add)[:, free].sum())])
        sheet.put(sheet.rows(np.ones(1), np.ones(1)), sheet.columns(sure, np.ones(1), np.zeros(1, bool)), np.ones(1))

    def _indicator(self, at: int) -> None:
        """The total of one indicator, what is moved of it, and the rows that tie them to the exemptions."""
        problem = self.problem
        one = float(problem.weight[0, at] * problem.unit[0, at])
        scale = 1.0 if problem.whole[at] else 1.0 / one
        total = self._chords(at, one, scale)
        moved = self._moved(at) if problem.movable[at] else np.empty(0, np.int64)
        self.columns[at] = total[0], moved
        demand = [np.maximum(part[:, at], 0.0) / scale for part in (self.full, self.less)]
        row = self._tied(at, *demand)
        self.sheet.put(row, total[0], -np.ones(1))
        self.sheet.put(row, moved, -np.ones(1))
        for worth in self.known.rows(at):
            if np.isfinite(problem.limit[at]) or worth.square == 0:
                self._dispersion(at, worth, total, moved, scale)

    def _tied(self, at: int, full: Floats, less: Floats, *, most: float = 0.0) -> Ints:
        """A row ``Σ full - Σ (full - less)·exempted + … ≤ most``; its other columns follow."""
        has = self.exempt[:, at] >= 0
        row = self.sheet.rows(np.array([-np.inf]), np.array([most - float(full.sum())]))
        self.sheet.put(row, self.exempt[has, at], (less - full)[has])
        return row

    def _moved(self, at: int) -> Ints:
        """One column: how many moves there are, no more than schools can spare where nobody goes in several steps."""
        sheet, problem = self.sheet, self.problem
        moved = sheet.columns(problem.move[[at]], np.full(1, np.inf), np.ones(1, bool))
        if problem.reach is None:
            spare = (np.minimum(part[:, at], 0.0) for part in (self.full, self.less))
            sheet.put(self._tied(at, *spare), moved, np.ones(1))
        return moved

    def _chords(self, at: int, one: float, scale: float) -> tuple[Ints, Ints, Floats, Floats]:
        """Columns of the totals and of their use, chord by chord, and where the chords start and end, as means."""
        problem, sheet = self.problem, self.sheet
        ends = self._ends(at, one)
        start, end = ends[:-1], ends[1:]
        whole, ones = np.full(start.size, bool(problem.whole[at])), np.ones(start.size)
        total = sheet.columns(problem.add[at] * scale * ones, np.inf * ones, whole)
        used = sheet.columns(0.0 * ones, ones, np.ones(start.size, bool))
        sheet.put(sheet.rows(np.ones(1), np.ones(1)), used, ones)
        sheet.put(sheet.rows(np.full(1, -np.inf), problem.county_most[[at]] / scale), total, ones)
        for row, bound in (
            (sheet.rows(0.0 * ones, np.inf * ones), start),
            (sheet.rows(-np.inf * ones, 0.0 * ones), end),
        ):
            sheet.put(row, total, ones)
            sheet.put(row, used, -bound / scale)
        mean = float(problem.weight[:, at] @ problem.base[:, at])
        return total, used, mean + one * start, mean + one * end

    def _ends(self, at: int, one: float) -> Floats:
        """Ends of the chords: from the least total there can be to the most that a better plan can pay."""
        problem = self.problem
        first = float(self.first[at])
        last = min(first + self.room * (1 + 1e-9) / float(problem.add[at]) + 1.0, float(problem.county_most[at]))
        last = max(last, first)
        mean = float(problem.weight[:, at] @ problem.base[:, at])
        length = CHORD * (mean / one + first)
        marks = [known + turn * length for known in self.known.totals.get(at, []) for turn in TURNS]
        ends = np.array([first, *sorted(mark for mark in marks if first < mark < last), last])
        if problem.whole[at]:
            ends = np.unique(np.rint(ends))
        return ends if ends.size > 1 else np.repeat(ends, 2)

    def _dispersion(
        self, at: int, worth: Worth, total: tuple[Ints, Ints, Floats, Floats], moved: Ints, scale: float
    ) -> None:
        """The dispersion at what units are worth; the row is multiplied by the number of schools."""
        problem, sheet = self.problem, self.sheet
        weight = problem.weight[:, at] * len(problem.schools)
        one = float(weight[0] * problem.unit[0, at])
        full, less = (weight * least(problem, at, part[:, at], worth) for part in (self.full, self.less))
        row = self._tied(at, full, less, most=2 * one * worth.fixed)
        amount, used, start, end = total
        spread = float(problem.spread[at]) if worth.square else 0.0
        mean = float(problem.weight[:, at] @ problem.base[:, at])
        sheet.put(row, amount, one * scale * (2 * worth.added - spread * (start + end)))
        sheet.put(row, used, -len(problem.schools) * spread * ((start + end) * mean - start * end))
        sheet.put(row, moved, -2 * one * np.full(moved.size, worth.moved))


def least(problem: Problem, at: int, demand: Floats, worth: Worth) -> Floats:
    """(n,) ``χ``: the least of ``x² - 2ρ·(x - x0)⁺ + 2σ·(x0 - x)⁺`` over net changes of at least ``demand``."""
    base, unit = problem.base[:, at], problem.unit[:, at]
    movable, whole = bool(problem.movable[at]), bool(problem.whole[at])
    most = np.full(base.size, np.inf) if movable else np.maximum(problem.most[:, at], demand)

    def cost(net: Floats, level: Floats | float, lowest: Floats | float, highest: Floats | float) -> Floats:
        net = np.clip(np.rint(net) if whole else net, lowest, highest)
        return np.asarray(worth.square * (base + unit * net) ** 2 - 2 * unit * level * net)

    wish = (worth.low - base) / unit if worth.square else demand
    taking = cost(wish, worth.low, np.maximum(demand, 0.0), np.maximum(most, 0.0))
    if not movable:
        return taking
    wish = (worth.high - base) / unit if worth.square else demand
    giving = cost(wish, worth.high, np.minimum(demand, 0.0), 0.0)
    return np.where(demand > 0, taking, np.minimum(taking, giving))
