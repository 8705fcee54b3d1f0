"""What to build in a county by a milestone: seats for every child first, then as cheaply as possible.

Capacitated facility location with existing schools, modular capacities (classes) and a budget, for both sections at
once because a nine-year school gives its classes to either. Children may be split over schools here; zones come later.
Two questions one after another, each with its own bound: the fewest children without a seat, then the least money that
leaves no more of them. Children go to the nearest places they can reach, so how far they go is decided by the list of
those places, not by money. Reference: M. S. Daskin, Network and Discrete Location, 2nd ed., Wiley 2013, ch. 8.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from junheng.programs import Solver
from junheng.seats.plan.costs import Prices
from junheng.seats.plan.cutting import settle
from junheng.seats.plan.master import SCALE, Master
from junheng.seats.plan.options import Built, Classes, Land, Limits, Need, everything, left_over, most
from junheng.seats.plan.trim import counted, trimmed

WHOLE = 1e-6
"""Of a child, that a bound may miss by rounding."""


def build(
    solver: Solver,
    needs: Mapping[str, Need],
    land: Land,
    prices: Prices,
    *,
    limits: Limits,
    seconds: float = 10.0,
) -> Built:
    """The classes to build.

    Args:
        solver: of mixed-integer programs.
        needs: by section.
        land: sites.
        prices: of schools and classes.
        limits: money, size of new schools, tolerance.
        seconds: for each of the two questions.
    """
    master = Master(needs, land, prices, limits)
    limited = limits.budget is not None and prices.known
    tolerated = int(limits.tolerance * sum(int(need.children.sum()) for need in needs.values()))
    none = of({}, needs, land)
    nothing = replace(none, cost=prices.cost(0, 0, 0), found=False)
    least, best = _fewest(solver, master, seconds, limited=limited)
    if best is None:
        return replace(nothing, unserved_bound=least)
    allowed = max(best.unserved, tolerated)
    if none.unserved <= allowed:
        return replace(nothing, unserved_bound=least, allowed=allowed, cost_gap=0.0, found=True)
    cheapest = settle(solver, master, master.money(), seconds, allowed)
    chosen = best if cheapest.values is None else of(master.built(cheapest.values), needs, land)
    bound = max(0.0, cheapest.bound * SCALE)
    proven = replace(chosen, unserved_bound=least, money_bound=bound, allowed=allowed)
    if cheapest.values is None:
        return trimmed(proven, needs, land, prices, limits)
    return counted(proven, land, prices)


def _fewest(solver: Solver, master: Master, seconds: float, *, limited: bool) -> tuple[float, Built | None]:
    """How many children are left without a seat at least, and a plan that leaves few of them.

    Without a limit to money everything is built: one flow tells who is left, another, with shared land counted twice,
    that nobody can leave fewer. A program is solved only where the two differ or money is limited.
    """
    needs, land = master.needs, master.land
    full = most(needs, land)
    least = float(sum(left_over(need, full, section) for section, need in needs.items()))
    whole = of(everything(needs, land), needs, land)
    if not limited and whole.unserved <= least:
        return least, whole
    first = settle(solver, master, master.people(), seconds)
    least = max(least, float(np.ceil(first.bound - WHOLE)))
    if first.values is not None:
        found = of(master.built(first.values), needs, land)
        return least, found if limited or found.unserved <= whole.unserved else whole
    return least, None if limited else whole


def of(classes: Classes, needs: Mapping[str, Need], land: Land) -> Built:
    """The classes with the children they leave without a seat; cost and proof are counted later."""
    sites = set(land.code)
    unserved = sum(left_over(need, classes, section) for section, need in needs.items())
    added = {key: count for key, count in classes.items() if key[1] not in sites}
    new = {key: count for key, count in classes.items() if key[1] in sites}
    return Built(added, new, unserved, 0.0, None, float("inf"), found=True)
