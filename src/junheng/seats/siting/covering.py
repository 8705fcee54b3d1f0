"""Maximal covering: the ``p`` sites within whose radius the most pupils live; greedy, exchanges, and a bound.

References: R. Church, C. ReVelle, The maximal covering location problem, Papers of the Regional Science Association 32
(1974); R. D. Galvão, C. ReVelle, A Lagrangean heuristic for the maximal covering location problem, European Journal of
Operational Research 88 (1996).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from junheng.seats.assignment import Problem
from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.siting.reach import reach

if TYPE_CHECKING:
    from scipy.sparse import csr_array

STEPS = 300
"""Steps of the bound."""


@dataclass(frozen=True)
class Covering:
    """``sites`` chosen, ``covered`` pupils within the radius of one, ``bound`` pupils that no choice exceeds."""

    sites: Ints
    covered: int
    bound: float

    @property
    def gap(self) -> float:
        """The share of the bound that is not reached."""
        return (self.bound - self.covered) / self.bound if self.bound > 0 else 0.0


def maximal_covering(places: Problem, p: int, radius: float) -> Covering:
    """The sites that cover most pupils; existing schools are counted like any other site, seats are not looked at.

    Args:
        places: areas and arcs; an area is covered by a site at most ``radius`` metres away on an arc.
        p: sites at most.
        radius: metres.
    """
    near = reach(places, places.arcs.metres <= radius)
    pupils = places.pupils.astype(np.float64)
    bound, prices = _bound(near, pupils, p)
    sites = max(
        (
            _exchanged(near, pupils, _greedy(near, pupils, p, liking), p)
            for liking in (np.zeros(places.seats.size), prices)
        ),
        key=lambda chosen: _covered(near, pupils, chosen),
    )
    covered = round(_covered(near, pupils, sites))
    return Covering(np.sort(sites), covered, max(float(covered), min(bound, float(pupils.sum()))))


def _covered(near: "csr_array", pupils: Floats, sites: Ints) -> float:
    chosen = np.zeros(near.shape[1])
    chosen[sites] = 1.0
    return float(pupils[(near @ chosen) > 0].sum())


def _greedy(near: "csr_array", pupils: Floats, p: int, liking: Floats) -> Ints:
    """Site after site, the one that adds most; ``liking`` (sites,) decides the first half."""
    sites = np.argsort(-liking, kind="stable")[: p // 2].tolist() if liking.any() else []
    left = pupils.copy()
    by_site = near.T.tocsr()
    for one in sites:
        left[by_site.indices[by_site.indptr[one] : by_site.indptr[one + 1]]] = 0.0
    while len(sites) < min(p, near.shape[1]):
        gain = near.T @ left
        gain[sites] = -1.0
        sites.append(int(np.argmax(gain)))
        left[by_site.indices[by_site.indptr[sites[-1]] : by_site.indptr[sites[-1] + 1]]] = 0.0
    return np.array(sites, np.int64)


def _exchanged(near: "csr_array", pupils: Floats, sites: Ints, p: int) -> Ints:
    """Sites exchanged one for one while that covers more."""
    chosen = np.zeros(near.shape[1])
    chosen[sites] = 1.0
    for _ in range(4 * p):
        times = near @ chosen
        loss = near.T @ np.where(times == 1, pupils, 0.0)
        loss[chosen == 0] = np.inf
        out = int(np.argmin(loss))
        chosen[out] = 0.0
        gain = near.T @ np.where(near @ chosen == 0, pupils, 0.0)
        gain[chosen == 1] = -1.0
        one = int(np.argmax(gain))
        if gain[one] <= loss[out]:
            chosen[out] = 1.0
            break
        chosen[one] = 1.0
    return np.flatnonzero(chosen).astype(np.int64)


def _bound(near: "csr_array", pupils: Floats, p: int) -> tuple[float, Floats]:
    """Lagrangian bound, the links between areas and sites priced; what each site is worth at the best prices."""
    prices = 0.5 * pupils
    best, best_worth, step = float(pupils.sum()), np.zeros(near.shape[1]), 0.3
    for turn in range(STEPS):
        worth = near.T @ prices
        top = np.argsort(-worth, kind="stable")[:p]
        value = float((pupils - prices).sum() + worth[top].sum())
        if value < best:
            best, best_worth = value, worth
        opened = np.zeros(near.shape[1])
        opened[top] = 1.0
        slope = (near @ opened) - 1.0
        prices = np.clip(prices - step * 0.99**turn * slope * pupils, 0.0, pupils)
    return best, best_worth
