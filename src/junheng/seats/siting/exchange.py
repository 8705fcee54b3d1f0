"""A choice of sites that leaves pupils without a seat, mended: sites open where seats are dear, others shut.

The prices of the cheapest flow say what another seat is worth at every place. A site that would open is worth what the
areas in its reach would save, dearest first, as long as it has seats; one that would shut loses its seats at their
price. The likeliest exchanges are tried by the flow itself and kept where it gets cheaper.

Reference: A. A. Kuehn, M. J. Hamburger, A heuristic program for locating warehouses, Management Science 9 (1963).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.compiled import compiled
from junheng.seats.siting.begin import Weighed, keeps_limits, weighed
from junheng.seats.siting.model import SitingProblem
from junheng.seats.siting.prices import flow_prices

ROUNDS, TRIES, NEAREST = 24, 6, 12
"""Exchanges made at most, exchanges tried before one is given up, and sites to open that are paired with each other
site to shut."""


def mended(problem: SitingProblem, best: Weighed, go_on: Callable[[], bool]) -> Weighed:
    """The choice after exchanges, while any pupil is without a seat in the flow and ``go_on`` says so."""
    for _ in range(ROUNDS):
        if not best.flow.unserved.any():
            break
        better = _exchanged(problem, best, go_on)
        if better is None:
            break
        best = better
    return best


def _exchanged(problem: SitingProblem, best: Weighed, go_on: Callable[[], bool]) -> Weighed | None:
    """The first of the likeliest exchanges that makes the flow cheaper."""
    for tried, chosen in enumerate(exchanges(problem, best)):
        if tried == TRIES or not go_on():
            break
        found = weighed(problem, chosen)
        if found.cost < best.cost:
            return found
    return None


def exchanges(problem: SitingProblem, best: Weighed) -> Iterator[Ints]:
    """Choices that differ by one site or two and keep the limits, the likeliest to be cheaper first."""
    options = problem.options
    gain = gains(problem, best)
    opening = np.argsort(-gain, kind="stable")[:NEAREST]
    opening = opening[gain[opening] > 0]
    shutting = np.flatnonzero((gain <= 0) & (np.arange(gain.size) != best.chosen[options.site]))
    shutting = shutting[np.argsort(-gain[shutting], kind="stable")][:NEAREST]
    pairs = [(float(gain[one]), int(one), int(one)) for one in opening]
    pairs += [
        (float(gain[one] + gain[other]), int(one), int(other))
        for one in opening
        for other in shutting
        if options.site[one] != options.site[other]
    ]
    for worth, one, other in sorted(pairs, key=lambda pair: -pair[0]):
        chosen = best.chosen.copy()
        chosen[options.site[[other, one]]] = [other, one]
        chosen = problem.followed(chosen)
        if worth > 0 and keeps_limits(problem, chosen):
            yield chosen


def gains(problem: SitingProblem, best: Weighed) -> Floats:
    """(options,) about what changing to it saves at the prices of the flow, in pupil-metres; 0 for those chosen."""
    options = problem.options
    prices = flow_prices(best.places, best.flow.flow)
    every = problem.places_at_most
    order = np.argsort(every.arcs.school, kind="stable")
    first = np.concatenate(([0], np.cumsum(np.bincount(every.arcs.school, minlength=problem.new.size))))
    saved = (prices.area[every.arcs.area] - every.metres)[order]
    pupils = every.pupils[every.arcs.area][order]
    worth = filled(Reach(first.astype(np.int64), saved, pupils), options.site, options.seats)
    now = best.chosen[options.site]
    held = prices.seat[options.site] * options.seats[now]
    money = problem.metres_per_money * (options.money - options.money[now])
    grown = options.seats >= options.seats[now]
    change = np.where(grown, worth - worth[now], prices.seat[options.site] * options.seats - held)
    return np.where(np.arange(now.size) == now, 0.0, change - money)


class Reach(NamedTuple):
    """The ways into site ``j`` are ``first[j]:first[j+1]``: what a pupil saves who comes, and who may come (arcs,)."""

    first: Ints
    saved: Floats
    pupils: Ints


@compiled
def filled(reach: Reach, site: Ints, seats: Ints) -> Floats:
    """(options,) what the pupils save who come to a site of so many seats, those who save most first."""
    worth = np.zeros(site.size)
    for option in range(site.size):
        begin, end = reach.first[site[option]], reach.first[site[option] + 1]
        left = seats[option]
        for at in np.argsort(-reach.saved[begin:end]):
            if reach.saved[begin + at] <= 0.0 or left <= 0:
                break
            come = min(left, reach.pupils[begin + at])
            worth[option] += come * reach.saved[begin + at]
            left -= come
    return worth
