"""What no better answer can use: sites and arcs whose Lagrangian reduced cost exceeds the gap (Beasley 1993)."""

from dataclasses import dataclass

import numpy as np

from junheng.seats.medians.bound import Bound
from junheng.seats.medians.pricing import cheapest_cover
from junheng.seats.medians.problem import Floats, Ints, Problem


@dataclass(frozen=True, slots=True)
class Kept:
    """Arcs that are left, customer and site each."""

    customers: Ints
    sites: Ints


def kept_arcs(problem: Problem, bound: Bound, target: float) -> Kept:
    """The arcs an answer that costs at most ``target`` may use.

    Added to the bound: what it costs the relaxation to open the site, and for an arc dearer than its customer's price
    the difference. A site whose own customer cannot be served there is left out.
    """
    extra = _opening(problem, bound)[None, :] + np.maximum(problem.cost - bound.prices[:, None], 0.0)
    kept = (bound.value + extra <= target) & (problem.demand[:, None] <= problem.room[None, :])
    standing = np.flatnonzero(problem.own >= 0)
    kept[:, standing[~kept[problem.own[standing], standing]]] = False
    customers, sites = np.nonzero(kept)
    return Kept(customers.astype(np.int64), sites.astype(np.int64))


def _opening(problem: Problem, bound: Bound) -> Floats:
    """By how much the relaxation rises when it must open a site."""
    values, p = bound.site_values, problem.p
    if p is not None:
        return np.asarray(np.maximum(values - np.partition(values, p - 1)[p - 1], 0.0))
    need, extra = float(problem.demand.sum()), np.zeros(values.size)
    least, opened = cheapest_cover(values, problem.room, need)
    for site in np.setdiff1d(np.arange(values.size), opened):
        others = np.arange(values.size) != site
        forced, _ = cheapest_cover(values[others], problem.room[others], need - float(problem.room[site]))
        extra[site] = max(0.0, forced + float(values[site]) - least)
    return extra
