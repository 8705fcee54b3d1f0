"""One move of a siting: a site changes its size, another makes room for it, and the areas around settle anew."""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.assignment.region import City
from junheng.seats.assignment.ruin import Heat, best_arc
from junheng.seats.assignment.state import above, overload_change, put
from junheng.seats.compiled import compiled

OPEN, SPENT, LENGTH = 0, 1, 2
"""Places in ``Sites.tally``: new sites open, money spent, moves in the journal."""
PAIRS = 0.5
"""Share of site moves in which a neighbour changes too, although no limit asks for it."""


class Sites(NamedTuple):
    """``chosen`` (sites,) the option of each; the arcs into site ``j`` are ``arc[into[j]:into[j+1]``; ``free``
    are the sites with a choice, annexes left out, ``annexe`` (sites,) is what is part of each, ``whole`` what
    each is part of; ``limits`` are new sites at most, budget, pupil-metres per money; ``journal`` (2, room) is what to
    undo."""

    first: Ints
    site: Ints
    seats: Ints
    money: Floats
    chosen: Ints
    new: Ints
    group: Ints
    group_open: Ints
    free: Ints
    annexe: Ints
    whole: Ints
    into: Ints
    arc: Ints
    area: Ints
    limits: Floats
    tally: Floats
    journal: Ints


@compiled
def settle_sites(city: City, sites: Sites, heat: Heat, tries: int, seed: int) -> int:
    """Tries so many site moves; how many were kept."""
    np.random.seed(seed)
    kept = 0
    for _ in range(tries):
        site = sites.free[np.random.randint(0, sites.free.size)]
        option = sites.first[site] + np.random.randint(0, sites.first[site + 1] - sites.first[site])
        if option == sites.chosen[site]:
            continue
        kept += try_option(city, sites, option, heat)
    return kept


@compiled
def try_option(city: City, sites: Sites, option: int, heat: Heat) -> int:
    """Gives a site another option, with a neighbour in return where a limit asks for it; 1 if it was kept."""
    site, price = sites.site[option], heat.price
    allowance = -heat.temperature * np.log(np.random.random() + 1e-300)
    before = worth_of(city, sites, price)
    old = sites.chosen[site]
    sites.tally[LENGTH] = 0
    choose(city, sites, site, option)
    other, other_old = -1, -1
    if not within(sites) or np.random.random() < PAIRS:
        other = partner(city, sites, site)
        if other >= 0:
            other_old = sites.chosen[other]
            choose(city, sites, other, counterpart(sites, other))
    good = within(sites)
    if good:
        vacate_whole(city, sites, site, heat)
        if other >= 0:
            vacate_whole(city, sites, other, heat)
            gather_whole(city, sites, other, price)
        gather_whole(city, sites, site, price)
        good = worth_of(city, sites, price) - before <= allowance
    if not good:
        for done in range(int(sites.tally[LENGTH]) - 1, -1, -1):
            put(city.known, city.state, sites.journal[0, done], sites.journal[1, done])
        if other >= 0:
            choose(city, sites, other, other_old)
        choose(city, sites, site, old)
        return 0
    return 1


@compiled
def worth_of(city: City, sites: Sites, price: float) -> float:
    """What the state costs now: ways, overload and money."""
    return float(city.state.tally[0] + price * city.state.tally[1] + sites.limits[2] * sites.tally[SPENT])


@compiled
def within(sites: Sites) -> bool:
    """Whether number, budget and groups are kept."""
    if sites.tally[OPEN] > sites.limits[0] or sites.tally[SPENT] > sites.limits[1]:
        return False
    return sites.group_open.size == 0 or bool(sites.group_open.min() > 0)


@compiled
def partner(city: City, sites: Sites, site: int) -> int:
    """Another free site near by, or -1: one that serves an area which the site could serve."""
    begin, end = sites.into[site], sites.into[site + 1]
    if begin == end:
        return -1
    for _ in range(8):
        area = sites.area[begin + np.random.randint(0, end - begin)]
        arc = city.known.first[area] + np.random.randint(0, city.known.first[area + 1] - city.known.first[area])
        other = city.known.school[arc]
        if other < sites.chosen.size:
            other = sites.whole[other]
            if other != site and sites.first[other + 1] - sites.first[other] > 1:
                return int(other)
    return -1


@compiled
def counterpart(sites: Sites, site: int) -> int:
    """Another option of the site, at random."""
    first, count = sites.first[site], sites.first[site + 1] - sites.first[site]
    turn = 1 + np.random.randint(0, count - 1)
    return int(first + (sites.chosen[site] - first + turn) % count)


@compiled
def choose(city: City, sites: Sites, site: int, option: int) -> None:
    """Books the option for the site and its annexe."""
    if sites.annexe[site] >= 0:
        book(city, sites, sites.annexe[site], sites.first[sites.annexe[site]] + option - sites.first[site])
    book(city, sites, site, option)


@compiled
def book(city: City, sites: Sites, site: int, option: int) -> None:
    """Books the option: seats, overload, number of new sites, money, group."""
    old, known, state = sites.chosen[site], city.known, city.state
    seats, former, load = sites.seats[option], sites.seats[old], state.load[site]
    state.tally[1] += above(load, seats) - above(load, former)
    known.seats[site] = seats
    change = (1 if seats > 0 else 0) - (1 if former > 0 else 0)
    sites.tally[OPEN] += change * sites.new[site]
    sites.tally[SPENT] += sites.money[option] - sites.money[old]
    if sites.group[site] >= 0:
        sites.group_open[sites.group[site]] += change
    sites.chosen[site] = option


@compiled
def send(city: City, sites: Sites, area: int, arc: int) -> None:
    """Moves an area and notes it in the journal."""
    at = int(sites.tally[LENGTH])
    if at < sites.journal.shape[1]:
        sites.journal[0, at] = area
        sites.journal[1, at] = city.state.at[area]
        sites.tally[LENGTH] = at + 1
        put(city.known, city.state, area, arc)


@compiled
def vacate_whole(city: City, sites: Sites, site: int, heat: Heat) -> None:
    """The site and its annexe."""
    if sites.annexe[site] >= 0:
        vacate(city, sites, sites.annexe[site], heat)
    vacate(city, sites, site, heat)


@compiled
def gather_whole(city: City, sites: Sites, site: int, price: float) -> None:
    """The site and its annexe."""
    if sites.annexe[site] >= 0:
        gather(city, sites, sites.annexe[site], price)
    gather(city, sites, site, price)


@compiled
def vacate(city: City, sites: Sites, site: int, heat: Heat) -> None:
    """Members leave while the site is above its seats, each to where it costs least."""
    known, state = city.known, city.state
    for at in range(state.held[site] - 1, -1, -1):
        if state.load[site] <= known.seats[site]:
            return
        area = state.member[state.start[site] + at]
        send(city, sites, area, known.first[area + 1] - 1)
        send(city, sites, area, best_arc(city, area, heat))


@compiled
def gather(city: City, sites: Sites, site: int, price: float) -> None:
    """Areas come that gain by it."""
    known, state = city.known, city.state
    if known.seats[site] == 0:
        return
    for at in range(sites.into[site], sites.into[site + 1]):
        area, arc = sites.area[at], sites.arc[at]
        old = known.school[state.at[area]]
        if old == site:
            continue
        pupils = known.pupils[area]
        over = overload_change(known, state, site, pupils) + overload_change(known, state, old, -pupils)
        if known.cost[arc] - known.cost[state.at[area]] + price * over < 0.0:
            send(city, sites, area, arc)
