"""The problem itself as a binary program over the arcs that are left."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.medians.binary import Program, best_binary
from junheng.seats.medians.problem import Ints, Problem
from junheng.seats.medians.reduce import Kept


@dataclass(frozen=True, slots=True)
class Closed:
    """``assignment`` is ``None`` when none was found; ``bound`` holds for answers within the arcs given."""

    assignment: Ints | None
    bound: float
    infeasible: bool


def branch_and_bound(problem: Problem, kept: Kept, known: Ints | None, seconds: float) -> Closed | None:
    """What HiGHS finds in ``seconds``; ``known`` is an answer to start from. ``None`` when it had to be stopped."""
    used = np.unique(kept.sites)
    marks = np.zeros(kept.sites.size + used.size, bool)
    if known is not None:
        marks = np.concatenate((known[kept.customers] == kept.sites, np.isin(used, known)))
    found = best_binary(compact(problem, kept), marks, seconds)
    if found is None:
        return None
    return Closed(_assignment(problem, kept, found.chosen), found.bound, found.infeasible)


def _assignment(problem: Problem, kept: Kept, chosen: NDArray[np.int64] | None) -> Ints | None:
    if chosen is None:
        return None
    arcs = chosen[chosen < kept.sites.size]
    assignment = np.full(problem.customers, -1, np.int64)
    assignment[kept.customers[arcs]] = kept.sites[arcs]
    return assignment


def compact(problem: Problem, kept: Kept) -> Program:
    """Columns: the arcs, then the sites in use.

    Rows: every customer once; the load of a site within its capacity when open; each arc at an open site only, the
    site's own customer's always then; the number of sites. Capacities stand as given, without the allowance for
    rounding: HiGHS rounds cuts of whole numbers, and 56.00000003 beside whole demands made it lose the optimum.
    """
    used, place = np.unique(kept.sites, return_inverse=True)
    n, m, arcs = problem.customers, used.size, kept.sites.size
    count, at = n + m + arcs, np.arange(arcs)
    sites, linked = arcs + np.arange(m), n + m + at
    rows = np.concatenate((kept.customers, n + place, linked, n + np.arange(m), linked, np.full(m, count)))
    columns = np.concatenate((at, at, at, sites, arcs + place, sites))
    ones = np.ones(arcs)
    entries = np.concatenate((ones, problem.demand[kept.customers], ones, -problem.capacity[used], -ones, np.ones(m)))
    order = np.lexsort((rows, columns))
    starts = np.concatenate(([0], np.cumsum(np.bincount(columns, minlength=arcs + m))))
    standing = problem.own[kept.sites] == kept.customers
    least, most = (0.0, np.inf) if problem.p is None else (float(problem.p),) * 2
    lower = np.concatenate((np.ones(n), np.full(m, -np.inf), np.where(standing, 0.0, -np.inf), [least]))
    upper = np.concatenate((np.ones(n), np.zeros(m), np.zeros(arcs), [most]))
    cost = np.concatenate((problem.cost[kept.customers, kept.sites], problem.fixed[used]))
    return Program(cost, starts, rows[order], entries[order], lower, upper)
