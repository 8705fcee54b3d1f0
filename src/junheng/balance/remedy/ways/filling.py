"""A plan by several ways for demands that are settled: cheapest for what it still lacks, then without what is too much.

No claim of being cheapest rests on this; it makes plans that hold from answers that nearly do.
"""

import numpy as np

from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.level import slack
from junheng.balance.remedy.problem import Floats, Problem
from junheng.balance.remedy.ways.levers import Levers

REPEATS = 6
"""Completions after which dispersions that still break their limit are given up."""
ENOUGH = 1e-7


def filled(levers: Levers, after: Problem, low: Floats, amounts: Floats) -> Floats | None:
    """(n, k) amounts, at least ``amounts``, with which every school has ``low`` and every dispersion keeps its limit.

    ``after`` is the problem once its moves are made. None where none are found.
    """
    now = amounts
    for _ in range(REPEATS):
        need = np.maximum(low, levers.added(now))
        if (need > after.most + after.step / 2).any():
            return None
        target = completed(after, need)
        if target is None:
            return None
        wider = _Room(levers, now).reached(target)
        if wider is None:
            return None
        added = levers.added(wider)
        if slack(after.base + after.unit * added, after.weight, after.spread).all():
            return thinned(levers, after, low, wider)
        now = wider
    return None


class _Room:
    """What may still be done, and what is done so far."""

    def __init__(self, levers: Levers, amounts: Floats) -> None:
        self.levers, self.amounts = levers, amounts.copy()
        self.worth = levers.problem.add

    def reached(self, target: Floats) -> Floats | None:
        """(n, k) amounts with which every school has the target (n, m); None where the ways do not suffice."""
        lacking = target - self.levers.added(self.amounts)
        for school in np.flatnonzero((lacking > ENOUGH).any(axis=1)).tolist():
            if not self._school(school, lacking[school]):
                return None
        return self.amounts

    def _school(self, school: int, lacking: Floats) -> bool:
        levers = self.levers
        while (lacking > ENOUGH).any():
            room = self._room(school)
            used = np.minimum(levers.counts, np.maximum(lacking, 0.0))
            value = (used * self.worth).sum(axis=1)
            fit = (room > ENOUGH) & ((levers.counts > 0) & (lacking > ENOUGH)).any(axis=1)
            if not fit.any():
                return False
            per_yuan = np.where(fit, value / np.maximum(levers.cost, ENOUGH), -1.0)
            way = int(np.argmax(per_yuan))
            amount = min(self._wanted(way, lacking), float(room[way]))
            self.amounts[school, way] = round(self.amounts[school, way] + amount, 6)
            lacking = lacking - amount * levers.counts[way]
        return True

    def _wanted(self, way: int, lacking: Floats) -> float:
        """As much of a way as every indicator it still helps can use, one step at least."""
        counts, step = self.levers.counts[way], float(self.levers.step[way])
        helped = (counts > 0) & (lacking > ENOUGH)
        least = float((lacking[helped] / counts[helped]).min())
        alone = helped.sum() == 1
        steps = np.ceil(least / step - ENOUGH) if alone else np.floor(least / step + ENOUGH)
        return float(np.round(max(steps, 1.0) * step, 6))

    def _room(self, school: int) -> Floats:
        """(k,) how much more of every way there may be at a school."""
        levers = self.levers
        room = levers.most[school] - self.amounts[school]
        room = np.minimum(room, levers.total[0] - self.amounts.sum(axis=0))
        posts = levers.posts_total[0] - self.amounts[:, levers.hires].sum()
        if levers.posts is not None:
            posts = min(posts, float(levers.posts[school]) - float(self.amounts[school, levers.hires].sum()))
        return np.asarray(np.where(levers.hires, np.minimum(room, posts), room))


def thinned(levers: Levers, after: Problem, low: Floats, amounts: Floats) -> Floats:
    """Without the units that nothing needs, the dearest first."""
    now = amounts.copy()
    school, way = np.nonzero((now > levers.least) & levers.whole)
    order = np.argsort(-levers.cost[way], kind="stable")
    for one in order.tolist():
        here, which = int(school[one]), int(way[one])
        if levers.cost[which] <= 0:
            continue
        while now[here, which] > levers.least[here, which]:
            less = now.copy()
            less[here, which] -= 1.0
            added = levers.added(less)
            enough = (added[here] >= low[here] - after.step / 2).all()
            if not enough or not slack(after.base + after.unit * added, after.weight, after.spread).all():
                break
            now = less
    return now
