"""One county section with all its ways to raise quantities, in arrays of shape (schools, ways)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.problem import Changes, Flags, Floats, Problem
from junheng.balance.remedy.sections import Section
from junheng.balance.remedy.ways.way import Cap, Way


def ways_of(costs: Costs) -> tuple[Way, ...]:
    """Every way, plain additions first."""
    limits = costs.limits
    added = []
    for id_, price in costs.add.items():
        total = limits.per_section.get(id_, float("inf"))
        added.append(Way("add", id_, {id_: 1.0}, price, Cap(per_section=total)))
    return (*added, *costs.ways)


def split_prices(ways: Sequence[Way]) -> dict[str, float]:
    """Indicator -> yuan of one unit such that no way costs less than what it adds is worth.

    What a way costs is shared out among the indicators it counts for by their cheapest ways of their own.
    """
    alone: dict[str, float] = {}
    for way in ways:
        if len(way.counts) == 1:
            ((id_, amount),) = way.counts.items()
            alone[id_] = min(alone.get(id_, np.inf), way.cost / amount)
    found: dict[str, float] = {}
    for way in ways:
        worth = {id_: alone.get(id_) or 1.0 for id_ in way.counts}
        whole = sum(amount * worth[id_] for id_, amount in way.counts.items())
        for id_ in way.counts:
            found[id_] = min(found.get(id_, np.inf), way.cost * worth[id_] / whole)
    return found


@dataclass(frozen=True, eq=False)
class Levers:
    """What one county section can do.

    Attributes:
        problem: what must hold; its prices are those of ``split_prices``, its limits those of all ways together.
        ways: the ways, (k,).
        counts: (k, m) what one unit adds of every indicator's quantity.
        least, most: (n, k) limits at the schools.
        total: (2, k) limit in the section, and in the county.
        posts: (n,) free posts; None where hiring needs none.
        posts_total: free posts of the section, and of the county.
        leaving: (n, m) how many teachers may leave a school.
        moving: (2, m) how many may move in the section, and in the county.
    """

    problem: Problem
    ways: tuple[Way, ...]
    counts: Floats
    least: Floats
    most: Floats
    total: Floats
    posts: Floats | None
    posts_total: tuple[float, float]
    leaving: Floats
    moving: Floats

    @cached_property
    def cost(self) -> Floats:
        """(k,) yuan of one unit."""
        return np.array([one.cost for one in self.ways], float)

    @cached_property
    def hires(self) -> Flags:
        """(k,) whether a unit takes a post."""
        return np.array([one.posts for one in self.ways], bool)

    @cached_property
    def only(self) -> list[int]:
        """(k,) the indicator of a way that counts for one alone, -1 for others."""
        return [int(np.flatnonzero(row)[0]) if (row > 0).sum() == 1 else -1 for row in self.counts]

    @cached_property
    def step(self) -> Floats:
        """(k,) smallest amount of a way: of its quantity, one where it counts for several."""
        found = []
        for way, at in zip(self.ways, self.only, strict=True):
            divisible = at >= 0 and way.means not in {"hire", "build"}
            found.append(float(self.problem.step[at]) if divisible else 1.0)
        return np.array(found)

    @cached_property
    def whole(self) -> Flags:
        """(k,) whether a way comes in whole units."""
        return np.asarray(self.step == 1.0)

    def added(self, amounts: Floats) -> Floats:
        """(n, m) what the ways (n, k) add of every quantity."""
        return np.asarray(np.round(amounts @ self.counts, 6))

    def yuan(self, amounts: Floats) -> Floats:
        """(n, k) yuan of every action, to the fen."""
        return np.asarray(np.round(amounts * self.cost, 2))

    def price(self, amounts: Floats, changes: Changes) -> float:
        """Yuan of ways and moves."""
        moved = Changes(np.zeros_like(changes.added), changes.moves, changes.moved)
        return round(float(self.yuan(amounts).sum()) + moved.cost(self.problem), 2)


def levers_of(section: Section, costs: Costs, per_classes: float = 1.0) -> Levers | None:
    """The levers of a section whose problem was set with ``split_prices``; None where it has none.

    ``per_classes``: for so many classes there is one specialist room.
    """
    problem = section.problem
    if problem is None:
        return None
    level, limits, ways = str(section.key[1]), costs.limits, ways_of(costs)
    schools, ids = problem.schools, problem.indicators
    counts = np.array([[one.counts.get(id_, 0.0) for id_ in ids] for one in ways], float)
    least = np.zeros((len(schools), len(ways)))
    most = np.stack([one.cap.along(schools, level) for one in ways], axis=1)
    for at, way in enumerate(ways):
        if way.means == "add":
            ranges = [limits.range_of(code, way.name) for code in schools]
            least[:, at], most[:, at] = np.array(ranges).T
        elif way.rooms is not None:
            least[:, at] = [way.lacking(code, (level,), per_classes) or 0.0 for code in schools]
    posts = limits.posts
    caps = [limits.moves.get(id_, Cap()) for id_ in ids]
    levers = Levers(
        problem=problem,
        ways=ways,
        counts=counts,
        least=least,
        most=most,
        total=np.array([[one.cap.per_section for one in ways], [one.cap.per_county for one in ways]]),
        posts=posts.along(schools, level) if posts else None,
        posts_total=(posts.per_section, posts.per_county) if posts else (np.inf, np.inf),
        leaving=np.stack([one.along(schools, level) for one in caps], axis=1),
        moving=np.array([[one.per_section for one in caps], [one.per_county for one in caps]]),
    )
    return bounded(levers)


def bounded(levers: Levers) -> Levers:
    """With limits in whole steps, and the problem's limits made to agree with all of them."""
    most = np.where(levers.whole, np.floor(levers.most + 1e-9), levers.most)
    open_ = most
    if levers.posts is not None:
        open_ = np.where(levers.hires, np.minimum(most, np.floor(levers.posts + 1e-9)[:, None]), most)
    with np.errstate(invalid="ignore"):
        reach = np.where(levers.counts > 0, open_[:, :, None] * levers.counts, 0.0).sum(axis=1)
    problem = replace(
        levers.problem,
        least=levers.added(levers.least),
        most=reach,
        county_most=np.full(len(levers.problem.indicators), np.inf),
    )
    return replace(levers, most=most, problem=problem)
