"""Where the search for sites begins: the options the certificate liked, cut to what number, budget and groups allow.

Of several such choices the cheapest is kept, each with its pupils handed out by an exact flow that may split areas.

Reference: J. E. Beasley, Lagrangean heuristics for location problems, European Journal of Operational Research 65
(1993).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from junheng.seats.assignment import split
from junheng.seats.assignment.clock import Clock
from junheng.seats.assignment.model import NOBODY, Floats, Ints, Problem, SplitPlan
from junheng.seats.assignment.ready import ready
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
    gain = liking[wanted] - liking[chosen]
    for site in np.argsort(-gain, kind="stable").tolist():
        _try(problem, chosen, site, int(wanted[site]))
    if problem.metres_per_money == 0.0:
        _fill(problem, chosen, liking)
    return problem.followed(chosen)


@dataclass(frozen=True)
class Weighed:
    """A choice with its pupils handed out.

    Attributes:
        chosen: (sites,) the option of each site.
        places: the areas with the sites as chosen, ready; an area has no way to a school that is too small for it.
        flow: of ``places``, areas split where that is cheaper.
        cost: in pupil-metres, money as the problem weighs it.
    """

    chosen: Ints
    places: Problem
    flow: SplitPlan
    cost: float


def weighed(problem: SitingProblem, chosen: Ints) -> Weighed:
    """The choice with the least cost it can have when areas may be split."""
    places = problem.places_at(chosen)
    small = places.pupils[places.arcs.area] > places.seats[places.arcs.school]
    forbidden = small if places.forbidden is None else small | places.forbidden
    fitting = ready(replace(places, forbidden=forbidden))
    flow = split(fitting)
    return Weighed(chosen, fitting, flow, flow.objective + problem.metres_per_money * problem.money_of(chosen))


def cheapest(problem: SitingProblem, choices: Sequence[Ints], clock: Clock, until: float) -> list[Weighed]:
    """The choices, the one with the least cost first; those that part ``until`` of the run leaves no time for are not
    looked at."""
    found: list[Weighed] = []
    for chosen in {chosen.tobytes(): chosen for chosen in choices}.values():
        if found and clock.steps is None and clock.progress > until:
            break
        found.append(weighed(problem, chosen))
    return sorted(found, key=lambda one: one.cost)


def _fill(problem: SitingProblem, chosen: Ints, liking: Floats) -> None:
    """Opens what the limits still allow of what is liked at all, the most liked first: where money is only a limit,
    seats do no harm."""
    options = problem.options
    rank = np.lexsort((options.seats, liking, options.seats > 0, options.site))
    open_ = rank[options.first[1:] - 1]
    shut = np.flatnonzero((options.seats[chosen] == 0) & (options.seats[open_] > 0) & (liking[open_] > 0))
    for site in shut[np.argsort(-liking[open_[shut]], kind="stable")].tolist():
        _try(problem, chosen, site, int(open_[site]))


def _try(problem: SitingProblem, chosen: Ints, site: int, option: int) -> None:
    """Gives a site the option unless that goes beyond a limit."""
    old = chosen[site]
    if option != old:
        chosen[site] = option
        if not keeps_limits(problem, chosen):
            chosen[site] = old


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
    return chosen if keeps_limits(problem, chosen) else None


def keeps_limits(problem: SitingProblem, chosen: Ints) -> bool:
    """Whether a choice keeps number, budget and groups."""
    options = problem.options
    opened = options.seats[chosen] > 0
    if problem.at_most is not None and int((opened & problem.new).sum()) > problem.at_most:
        return False
    if problem.money_of(chosen) > problem.budget * (1 + 1e-12):
        return False
    return problem.group is None or set(problem.group[problem.group != NOBODY].tolist()) <= set(
        problem.group[opened & (problem.group != NOBODY)].tolist()
    )
