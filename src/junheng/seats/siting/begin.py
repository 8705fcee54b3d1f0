"""Where the search for sites begins: the options the certificate liked, cut to what number, budget and groups allow."""

import numpy as np

from junheng.seats.assignment.model import NOBODY, Floats, Ints
from junheng.seats.siting.model import SitingProblem
from junheng.seats.siting.relax import best_options


def first_choice(problem: SitingProblem, liking: Floats) -> Ints | None:
    """(sites,) an option of each site within all limits, or None when there is none.

    Args:
        problem: the siting.
        liking: (options,) how much each is liked.
    """
    frugal = _frugal(problem)
    if frugal is None:
        return None
    wanted, _ = best_options(problem, liking)
    chosen = frugal.copy()
    options = problem.options
    gain = liking[wanted] - liking[chosen]
    for site in np.argsort(-gain, kind="stable").tolist():
        old = chosen[site]
        chosen[site] = wanted[site]
        if not _within(problem, chosen, options.money[chosen].sum()):
            chosen[site] = old
    return chosen


def _frugal(problem: SitingProblem) -> Ints | None:
    """(sites,) the least that keeps the groups: every site at its cheapest shut option if it has one."""
    options = problem.options
    shut = options.seats == 0
    site = options.site
    cheap = np.lexsort((options.money, ~shut, site))[options.first[:-1]].astype(np.int64)
    chosen = cheap.copy()
    if problem.group is not None:
        for group in np.unique(problem.group[problem.group != NOBODY]):
            members = np.flatnonzero(problem.group == group)
            if (options.seats[chosen[members]] > 0).any():
                continue
            open_ = np.flatnonzero(~shut & np.isin(site, members))
            if open_.size == 0:
                return None
            extra = options.money[open_] - options.money[chosen[site[open_]]] + 1e9 * problem.new[site[open_]]
            one = open_[np.argmin(extra)]
            chosen[site[one]] = one
    return chosen if _within(problem, chosen, options.money[chosen].sum()) else None


def _within(problem: SitingProblem, chosen: Ints, money: float) -> bool:
    options = problem.options
    opened = options.seats[chosen] > 0
    if problem.at_most is not None and int((opened & problem.new).sum()) > problem.at_most:
        return False
    if money > problem.budget * (1 + 1e-12):
        return False
    return problem.group is None or set(problem.group[problem.group != NOBODY].tolist()) <= set(
        problem.group[opened & (problem.group != NOBODY)].tolist()
    )
