"""Moves and additions of one indicator as a flow between schools, changed along cheapest paths of the residual network.

A teacher goes from a school to one in reach; whoever is taken may free another of the school's own to go on, so a flow
has several steps, and every school gives no more than it holds: nobody moves twice. What a school ends up with has a
convex cost, the square of its value, so a flow is cheapest exactly when no path through the residual network lowers
the cost, and whole units stay whole (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, Prentice Hall 1993,
chapters 9 and 14).

Prices are in squares over twice what one unit moves the mean: a unit added at value ``x`` is worth ``x`` itself.
"""

import time
from dataclasses import dataclass, field

import numpy as np

from junheng.balance.remedy.problem import Flags, Floats, Ints, Problem

OWED = 1e7
"""Price of a unit that is demanded and neither added nor brought."""
NOISE = 1e-9
OWN = -1
"""In place of a school: the school's own teachers, or the first step of a path."""


class LateError(Exception):
    """The time is over."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Of one unit added, infinite where none may be added or taken back, and of one step of a move; ``square`` 0 where
    values have no price."""

    added: float
    moved: float
    square: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Distances:
    """What a unit costs at every school: ``at`` (n,), at the door out ``out`` (n,), and where units are added.

    The schools before on the cheapest path: to a school ``into``, to its door ``through``, to the additions ``back``.
    """

    at: Floats
    out: Floats
    source: float
    into: Ints
    through: Ints
    back: int


@dataclass(eq=False)
class Flow:
    """Net changes of at least ``low`` (n,), what is added, owed and carried (n, n); starts with additions alone."""

    problem: Problem
    indicator: int
    low: Floats
    until: float = np.inf
    net: Floats = field(init=False)
    added: Floats = field(init=False)
    owed: Floats = field(init=False)
    carried: Floats = field(init=False)

    def __post_init__(self) -> None:
        problem, at = self.problem, self.indicator
        count = self.low.size
        self.base, self.unit = problem.base[:, at], problem.unit[:, at]
        self.weight, self.one = problem.weight[:, at], float((problem.weight * problem.unit)[0, at])
        self.most = np.floor(problem.most[:, at] + NOISE)
        self.held = problem.held[:, at]
        reach = problem.reach if problem.reach is not None else np.ones((count, count), bool)
        self.step = np.where(reach & ~np.eye(count, dtype=bool), 0.0, np.inf)
        self.net = np.maximum(self.low, 0.0)
        self.added = np.minimum(self.net, self.most)
        self.owed = self.net - self.added
        self.carried = np.zeros((count, count))

    def copy(self) -> "Flow":
        other = Flow(self.problem, self.indicator, self.low, self.until)
        other.net, other.added = self.net.copy(), self.added.copy()
        other.owed, other.carried = self.owed.copy(), self.carried.copy()
        return other

    @property
    def value(self) -> Floats:
        return np.asarray(self.base + self.unit * self.net)

    @property
    def total(self) -> float:
        return float(self.added.sum())

    @property
    def moved(self) -> float:
        return float(self.carried.sum())

    def mean(self) -> float:
        return float(self.weight @ self.value)

    def over(self) -> float:
        """Mean square less what the limit allows; above zero the dispersion is too large."""
        return float(self.weight @ self.value**2 - self.problem.spread[self.indicator] * self.mean() ** 2)

    def cheapest(self, prices: Prices) -> None:
        """Changed until nothing is cheaper at these prices; ``LateError`` when the time is over before."""
        while self.improved(prices):
            if time.monotonic() > self.until:
                raise LateError

    def improved(self, prices: Prices) -> bool:
        """Whether one unit along the cheapest path lowered the cost, which is done."""
        found = self.distances(prices)
        ends = found.at + self.ends(prices)
        at = int(np.argmin(ends))
        back = found.source - prices.added if np.isfinite(prices.added) else np.inf
        if min(ends[at], back) > -NOISE:
            return False
        self._along(found, at if ends[at] <= back else None)
        return True

    def shifted(self, prices: Prices, total: float) -> bool:
        """Whether so many could be added in all, one by one in the cheapest way; prices of values and steps alone."""
        while self.total < total - NOISE:
            found = self.distances(Prices(0.0, prices.moved, prices.square), begin=False)
            ends = found.at + self.ends(prices)
            at = int(np.argmin(ends))
            if not np.isfinite(ends[at]):
                return False
            self._along(found, at)
        while self.total > total + NOISE:
            found = self.distances(prices)
            if not np.isfinite(found.source):
                return False
            self._along(found, None)
        return True

    def starts(self, prices: Prices) -> Floats:
        """(n,) what giving one unit up costs."""
        down = -prices.square * (self.value - self.unit / 2)
        return np.where(self.net > self.low + NOISE, down, np.inf)

    def ends(self, prices: Prices) -> Floats:
        """(n,) what keeping one unit more costs."""
        return np.where(self.owed > 0, -OWED, prices.square * (self.value + self.unit / 2))

    def distances(self, prices: Prices, *, begin: bool = True) -> Distances:
        """Cheapest paths from giving up or adding one unit, to every school (Bellman and Ford, all arcs at once)."""
        paths = _Paths(self, self.starts(prices) if begin else np.full(self.low.size, np.inf), prices)
        while paths.nearer():
            pass
        return Distances(paths.at, paths.out, paths.source, paths.into, paths.through, paths.back)

    def _along(self, found: Distances, end: int | None) -> None:
        """One unit along the path that ends at a school, or where units are added (None)."""
        count = self.low.size
        school = end
        if school is None:
            school = found.back
        elif self.owed[school] > 0:
            self.owed[school] -= 1
        else:
            self.net[school] += 1
        if end is None:
            self.added[school] -= 1
        while school != OWN:
            before = int(found.into[school])
            if before == OWN:
                self.net[school] -= 1
                return
            if before == count:
                self.added[school] += 1
                school = found.back
                if school != OWN:
                    self.added[school] -= 1
                continue
            if before != school:
                self.carried[before, school] += 1
            other = int(found.through[before])
            if other == OWN:
                school = before
            else:
                self.carried[before, other] -= 1
                school = other


class _Paths:
    """Distances as they fall, arcs of one kind after the other, from where something has just fallen."""

    def __init__(self, flow: Flow, at: Floats, prices: Prices) -> None:
        count = at.size
        self.at, self.out, self.source, self.back = at, np.full(count, np.inf), prices.added, OWN
        self.into, self.through = np.full(count, OWN), np.full(count, OWN)
        self.step, self.moved = flow.step, prices.moved
        self.giver, self.taker = np.nonzero(flow.carried)
        leaving = np.bincount(self.giver, flow.carried[self.giver, self.taker], count)
        self.may, self.used = leaving < flow.held, leaving > 0
        self.room, self.added = flow.added < flow.most, flow.added > 0

    def nearer(self) -> bool:
        """Whether anything fell."""
        fell = self._lower(self.out, self.through, *self._undone())
        fell |= self._lower(self.out, self.through, np.where(self.may, self.at, np.inf), np.full(self.at.size, OWN))
        returned = np.where(self.added, self.at, np.inf)
        first = int(returned.argmin())
        freed = bool(returned[first] < self.source - NOISE)
        if freed:
            self.source, self.back = float(returned[first]), first
        reached = self._lower(self.at, self.into, *self._stepped(np.flatnonzero(fell)))
        own = np.where(self.used, self.out, np.inf)
        reached |= self._lower(self.at, self.into, own, np.arange(own.size))
        added = np.where(self.room, self.source, np.inf)
        reached |= self._lower(self.at, self.into, added, np.full(added.size, added.size))
        return freed or bool(reached.any())

    def _lower(self, held: Floats, before: Ints, found: Floats, via: Ints) -> Flags:
        """(n,) where what is found is nearer than what is held; it is held from then on."""
        nearer = found < held - NOISE
        held[nearer], before[nearer] = found[nearer], via[nearer]
        return nearer

    def _undone(self) -> tuple[Floats, Ints]:
        """To every door out: the nearest school that would do with one teacher less from there."""
        price = self.at[self.taker] - self.moved
        order = np.argsort(-price, kind="stable")
        best, via = np.full(self.at.size, np.inf), np.full(self.at.size, OWN)
        best[self.giver[order]], via[self.giver[order]] = price[order], self.taker[order]
        return best, via

    def _stepped(self, doors: Ints) -> tuple[Floats, Ints]:
        """To every school: the nearest of these doors within reach."""
        if not doors.size:
            return np.full(self.at.size, np.inf), np.full(self.at.size, OWN)
        ways = self.step[doors] + (self.out[doors] + self.moved)[:, None]
        via = ways.argmin(axis=0)
        return ways[via, np.arange(via.size)], doors[via]
