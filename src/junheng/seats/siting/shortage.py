"""Proofs that not every pupil can have a seat, whatever is built: too large an area, too few seats, sites or money.

Each proof stands on its own: an area that outgrows every school it may go to; areas whose pupils outnumber the seats
of all sites in reach at their largest (a minimum cut); areas that need more new sites, or more money, than allowed
even if every site could be filled to the last seat, summed over parts of the city that share no site. Where none of
them is found nothing is claimed.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from junheng.seats.assignment import flow
from junheng.seats.assignment.model import Arcs, Floats, Ints, Problem
from junheng.seats.assignment.ready import allowed
from junheng.seats.siting.model import SitingProblem

Kind = Literal["size", "seats", "number", "money"]


@dataclass(frozen=True)
class Shortage:
    """``areas`` with ``pupils`` that cannot all be seated.

    Attributes:
        kind: what runs short.
        areas: their numbers.
        pupils: of them.
        seats: the most they can have: of the largest school for ``size``, in all for the other kinds.
        needed: new sites, or money, that seating them takes at the least; 0 for the first two kinds.
    """

    kind: Kind
    areas: tuple[int, ...]
    pupils: int
    seats: int
    needed: float = 0.0


def shortage(problem: SitingProblem) -> Shortage | None:
    """The first proof found, the plainest first, or None."""
    at_largest = problem.places_at_most
    return _too_large(at_largest) or _too_few(at_largest) or _too_many_sites(problem) or _too_dear(problem)


def reached(places: Problem, areas: Ints) -> Ints:
    """Schools that these areas may go to."""
    return flow.reached(_ways(places), areas)


def _ways(places: Problem) -> Arcs:
    return places.arcs.kept(allowed(places))


def _short(places: Problem) -> Ints:
    return flow.short_areas(places.pupils, _ways(places), places.seats)


def _too_large(places: Problem) -> Shortage | None:
    keep, room = allowed(places), np.zeros(places.pupils.size, np.int64)
    np.maximum.at(room, places.arcs.area[keep], places.seats[places.arcs.school[keep]])
    alone = np.flatnonzero((places.pupils > room) & (room > 0))
    if alone.size == 0:
        return None
    one = int(alone[np.argmax(places.pupils[alone] - room[alone])])
    return Shortage("size", (one,), int(places.pupils[one]), int(room[one]))


def _too_few(places: Problem) -> Shortage | None:
    short = _short(places)
    if short.size == 0:
        return None
    seats = int(places.seats[reached(places, short)].sum())
    return Shortage("seats", tuple(short.tolist()), int(places.pupils[short].sum()), seats)


def _too_many_sites(problem: SitingProblem) -> Shortage | None:
    """New sites that the areas need at the least, part by part, against the number allowed."""
    if problem.at_most is None:
        return None
    most, forced = problem.most_seats, _forced(problem)
    places = replace(problem.places, seats=most)
    standing = np.where(problem.new & ~forced, 0, most)
    needed, areas, seats = int(forced.sum()), [], 0
    for part, sites in _parts(places, _short(replace(places, seats=standing))):
        lacking = int(places.pupils[part].sum() - standing[sites].sum())
        added = np.cumsum(np.sort((most - standing)[sites])[::-1])
        needed += int(np.searchsorted(added, lacking)) + 1
        areas += part.tolist()
        seats += int(standing[sites].sum())
    if not areas or needed <= problem.at_most:
        return None
    best = np.sort((most - standing)[reached(places, np.array(areas))])[::-1]
    seats += int(best[: problem.at_most].sum())
    return Shortage("number", tuple(sorted(areas)), int(places.pupils[areas].sum()), seats, needed)


def _forced(problem: SitingProblem) -> np.ndarray:
    """(sites,) new sites that have no closed option and so count in any case."""
    fewest = np.minimum.reduceat(problem.options.seats, problem.options.first[:-1])
    return problem.new & (fewest > 0)


def _too_dear(problem: SitingProblem) -> Shortage | None:
    """Money that seating the areas takes at the least, every seat at the best price a site offers."""
    if not np.isfinite(problem.budget):
        return None
    most = problem.most_seats
    money, seats, price = _offers(problem)
    places = replace(problem.places, seats=most)
    spent, areas, had = float(money.sum()), [], 0
    for part, sites in _parts(places, _short(replace(places, seats=seats))):
        lacking = float(places.pupils[part].sum() - seats[sites].sum())
        for site in sites[np.argsort(price[sites], kind="stable")].tolist():
            bought = min(lacking, float(most[site] - seats[site]))
            if bought > 0:
                spent += bought * price[site]
                lacking -= bought
        areas += part.tolist()
        had += int(seats[sites].sum())
    if not areas or spent <= problem.budget * (1 + 1e-9):
        return None
    return Shortage("money", tuple(sorted(areas)), int(places.pupils[areas].sum()), had, spent)


def _offers(problem: SitingProblem) -> tuple[Floats, Ints, Floats]:
    """(sites,) each: least money, seats for that money, best price of a further seat (infinite where none is had)."""
    options, site = problem.options, problem.options.site
    money = np.minimum.reduceat(options.money, options.first[:-1])
    cheap = options.money <= money[site]
    seats = np.maximum.reduceat(np.where(cheap, options.seats, 0), options.first[:-1])
    more = options.seats - seats[site]
    each = np.where(more > 0, (options.money - money[site]) / np.maximum(more, 1), np.inf)
    return money, np.asarray(seats, np.int64), np.asarray(np.minimum.reduceat(each, options.first[:-1]))


def _parts(places: Problem, short: Ints) -> list[tuple[Ints, Ints]]:
    """The areas by parts that share no site: the areas of each and the sites they reach."""
    ways = _ways(places)
    return [(part, flow.reached(ways, part)) for part in flow.groups(ways, short)]
