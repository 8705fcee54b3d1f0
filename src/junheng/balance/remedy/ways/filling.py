"""A plan by several ways for demands that are settled: cheapest for what it still lacks, then without what is too much.

No claim of being cheapest rests on this; it makes plans that hold from answers that nearly do.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from junheng.balance.remedy.completion import completed
from junheng.balance.remedy.level import slack
from junheng.balance.remedy.problem import Flags, Floats, Problem
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import Levers

REPEATS = 8
"""Completions after which dispersions that still break their limit are given up."""
ENOUGH = 1e-7


def filled(
    county: County, afters: Sequence[Problem], lows: Sequence[Floats], amounts: Sequence[Floats]
) -> list[Floats] | None:
    """(n, k) amounts by section, at least ``amounts``: every school has its ``low``, every dispersion keeps its limit.

    ``afters`` are the problems once their moves are made. None where no such amounts are found.
    """
    now = county.equal(amounts)
    for _ in range(REPEATS):
        for section, (after, low) in enumerate(zip(afters, lows, strict=True)):
            wider = _section(county, section, after, low, now)
            if wider is None:
                return None
            now = county.equal([*now[:section], wider, *now[section + 1 :]])
        if _kept(afters, county.added(now)).all():
            return thinned(county, afters, lows, now)
    return None


def _section(county: County, section: int, after: Problem, low: Floats, now: Sequence[Floats]) -> Floats | None:
    """(n, k) amounts of one section with which it keeps everything; None where none are found."""
    added = county.added(now)[section]
    need = np.maximum(low, added)
    if (need > after.most + after.step / 2).any():
        return None
    target = completed(after, need)
    return None if target is None else _Room(county.parts[section], now[section]).wider(target - added)


def _kept(afters: Sequence[Problem], added: Sequence[Floats]) -> Flags:
    """(m,) whether the dispersions keep their limits in every section."""
    parts = [slack(one.base + one.unit * more, one.weight, one.spread) for one, more in zip(afters, added, strict=True)]
    return np.asarray(np.all(parts, axis=0))


class _Room:
    """What may still be done, and what is done so far."""

    def __init__(self, levers: Levers, amounts: Floats) -> None:
        self.levers, self.amounts = levers, amounts.copy()
        self.worth = levers.problem.add

    def wider(self, lacking: Floats) -> Floats | None:
        """(n, k) amounts that add what is lacking (n, m) besides; None where the ways do not suffice."""
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


def thinned(
    county: County, afters: Sequence[Problem], lows: Sequence[Floats], amounts: Sequence[Floats]
) -> list[Floats]:
    """Without the units that nothing needs, the dearest first."""
    now, added = list(amounts), county.added(amounts)
    for section, school, way in _removable(county, amounts):
        while now[section][school, way] > county.parts[section].least[school, way]:
            less = [one.copy() for one in now]
            for one, there in ((section, school), *county.twins.get((section, school, way), ())):
                less[one][there, way] -= 1.0
            more = county.added(less)
            changed = [at for at in range(len(more)) if (more[at] != added[at]).any()]
            if not all(_enough(afters[at], lows[at], more[at]) for at in changed):
                break
            now, added = less, more
    return now


def _enough(after: Problem, low: Floats, added: Floats) -> bool:
    """Whether a section keeps its demands and dispersions with this much added."""
    reached = bool((added >= low - after.step / 2).all())
    return reached and bool(slack(after.base + after.unit * added, after.weight, after.spread).all())


def _removable(county: County, amounts: Sequence[Floats]) -> Iterator[tuple[int, int, int]]:
    """Section, school and way of whole units that may be fewer, the dearest first."""
    found = []
    for section, (levers, now, paid) in enumerate(zip(county.parts, amounts, county.paid, strict=True)):
        school, way = np.nonzero((now > levers.least) & levers.whole & paid & (levers.cost > 0))
        found += [(-levers.cost[one], section, at, one) for at, one in zip(school.tolist(), way.tolist(), strict=True)]
    return ((section, school, way) for _, section, school, way in sorted(found))
