"""Whether number, budget and groups can be kept together at all, pupils left aside: exact, by counting up costs.

The least money for each number of new sites is added up group by group (and site by site where opening saves money),
as in the knapsack recursion of R. Bellman, Dynamic Programming, Princeton 1957.
"""

import numpy as np

from junheng.seats.assignment.model import NOBODY, Flags, Floats
from junheng.seats.siting.model import SitingProblem

NEAR = 1e-12
"""Relative difference that sums of money in another order may have."""


def limits_kept(problem: SitingProblem) -> bool:
    """Whether some choice of options keeps number, budget and groups."""
    least = least_money(problem)
    most = least.size if problem.at_most is None else problem.at_most + 1
    cheapest = float(least[: max(most, 0)].min(initial=np.inf))
    return cheapest < np.inf and cheapest - problem.budget <= NEAR * abs(cheapest)


def least_money(problem: SitingProblem) -> Floats:
    """(new sites + 1,) the least money with exactly so many new sites open; infinite where that cannot be."""
    shut, open_ = _cheapest(problem, shut=True), _cheapest(problem, shut=False)
    group = np.full(problem.new.size, NOBODY) if problem.group is None else problem.group
    total = np.array([0.0])
    for one in np.unique(group[group != NOBODY]).tolist():
        total = _added(total, _of_group(shut, open_, problem.new, np.flatnonzero(group == one).tolist()))
    for site in np.flatnonzero(group == NOBODY).tolist():
        total = _added(total, _of_site(shut[site], open_[site], counted=bool(problem.new[site])))
    return np.concatenate((total, np.full(int(problem.new.sum()) + 1 - total.size, np.inf)))


def _cheapest(problem: SitingProblem, *, shut: bool) -> Floats:
    """(sites,) the least money among options without (or with) seats; infinite where a site has none."""
    options = problem.options
    money = np.where((options.seats == 0) == shut, options.money, np.inf)
    return np.asarray(np.minimum.reduceat(money, options.first[:-1]), np.float64)


def _of_site(shut: float, open_: float, *, counted: bool) -> Floats:
    if not counted:
        return np.array([min(shut, open_)])
    return np.array([shut]) if shut <= open_ else np.array([shut, open_])


def _of_group(shut: Floats, open_: Floats, new: Flags, members: list[int]) -> Floats:
    """The least money by number of new sites with at least one member open."""
    none, some = np.array([0.0]), np.array([np.inf])
    for site in members:
        way = np.array([np.inf, open_[site]]) if new[site] else np.array([open_[site]])
        closed = np.array([shut[site]])
        some = _least(_added(some, closed), _added(some, way), _added(none, way))
        none = _added(none, closed)
    return some


def _least(*vectors: Floats) -> Floats:
    long = max(one.size for one in vectors)
    padded = [np.concatenate((one, np.full(long - one.size, np.inf))) for one in vectors]
    return np.asarray(np.min(padded, axis=0))


def _added(left: Floats, right: Floats) -> Floats:
    """By number, the least sum of two vectors."""
    out = np.full(left.size + right.size - 1, np.inf)
    for at, value in enumerate(right.tolist()):
        if value < np.inf:
            part = out[at : at + left.size]
            np.minimum(part, left + value, out=part)
    return out
