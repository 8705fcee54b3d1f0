"""The certificate of a siting: the bound of the assignment, each site choosing its best size at the areas' prices.

Areas pay for being served (see ``assignment.lagrangian``); a site at a size takes the areas worth most to it within
its seats; the best ``at_most`` new sites are taken; the budget has a price of its own. Groups are left out, which only
lowers the bound.

Reference: J. E. Beasley, Lagrangean heuristics for location problems, European Journal of Operational Research 65
(1993).
"""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.knapsack import Sack, fill, sack
from junheng.seats.assignment.lagrangian import Ascent, Columns, worth
from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.compiled import compiled
from junheng.seats.siting.model import SitingProblem

MEMORY, PATIENCE, CUT, SETTLED = 0.7, 10, 0.75, 1e-3
"""As in ``assignment.lagrangian``, but more of the last direction and longer before a cut: which sites are taken jumps
from step to step."""


class Sizes(NamedTuple):
    """(options,) the site of each and its seats then."""

    site: Ints
    seats: Ints


class SitingAscent:
    """A bound that rises with every call; the choice of sites at the best prices comes with it."""

    def __init__(self, problem: SitingProblem, start: Ascent) -> None:
        self.problem, self.columns = problem, start.columns
        self.price, self.best = start.climb.best.copy(), start.climb.best.copy()
        self.direction = np.zeros_like(self.price)
        self.value, self.step, self.stalled = -np.inf, 1.0, 0
        self.money_price = 0.0
        self.sack = sack(int(np.diff(self.columns.first).max(initial=0)))
        self.worth = np.zeros(problem.options.seats.size)
        self.taken = np.zeros(problem.options.seats.size)
        self.rounds = 0
        self.sizes = Sizes(problem.options.site, problem.options.seats)

    def rise(self, target: float, steps: int) -> float:
        """Some steps towards ``target``, a cost known to be reachable; the best bound so far."""
        missing = np.empty_like(self.price)
        for _ in range(steps):
            values(self.columns, self.price, self.sizes, self.sack, self.worth)
            chosen, gain = self.choice()
            self.rounds += 1
            value = float(self.price.sum()) - gain - self._dear()
            missing[:] = 1.0
            serve(self.columns, self.price, self.problem.options.seats[chosen], self.sack, missing)
            self.taken *= 0.95
            self.taken[chosen] += 0.05
            self._note(value)
            self._move(missing, chosen, max(target - value, 0.0))
        return self.value

    def _dear(self) -> float:
        """What the budget at its price takes off: nothing without a budget."""
        budget = self.problem.budget
        return self.money_price * budget if np.isfinite(budget) else 0.0

    def _note(self, value: float) -> None:
        self.stalled += 1
        if value > self.value:
            if value > self.value + 1e-5 * abs(self.value) or not np.isfinite(self.value):
                self.stalled = 0
            self.value = value
            self.best[:] = self.price
        if self.stalled > PATIENCE:
            self.step *= CUT
            self.stalled = 0
            self.price[:] = self.best

    def _move(self, missing: Floats, chosen: Ints, distance: float) -> None:
        pupils = self.columns.pupils
        self.direction *= MEMORY
        self.direction += (1 - MEMORY) * missing
        length = float((self.direction**2) @ pupils)
        stride = self.step * distance / max(length, 1e-9)
        self.price = np.clip(self.price + stride * self.direction * pupils, 0.0, self.columns.ceiling)
        budget = self.problem.budget
        if np.isfinite(budget):
            excess = float(self.problem.options.money[chosen].sum()) - budget
            self.money_price = max(0.0, self.money_price + self.step * 0.1 * distance * excess / max(budget, 1.0) ** 2)

    def choice(self) -> tuple[Ints, float]:
        """(sites,) the options taken at the present prices, and what they are worth together."""
        options, problem = self.problem.options, self.problem
        net = self.worth - (problem.metres_per_money + self.money_price) * options.money
        return best_options(problem, net)

    @property
    def settled(self) -> bool:
        return self.step < SETTLED

    def liking(self) -> Floats:
        """(options,) how often an option was taken lately, for choosing where to begin."""
        return self.taken


def best_options(problem: SitingProblem, net: Floats) -> tuple[Ints, float]:
    """(sites,) the options of the greatest total ``net`` with at most ``at_most`` new sites open, and that total."""
    options = problem.options
    first, sites = options.first, problem.new.size
    best = _best_per_site(net, options.site, first)
    shut = np.where(options.seats == 0, net, -np.inf)
    closed = _best_per_site(shut, options.site, first)
    chosen = best.copy()
    if problem.at_most is not None:
        gain = np.where(np.isfinite(shut[closed]), net[best] - shut[closed], np.inf)
        counted = problem.new & (options.seats[best] > 0)
        order = np.argsort(np.where(counted, -gain, np.inf), kind="stable")
        dropped = order[problem.at_most : int(counted.sum())]
        chosen[dropped] = closed[dropped]
    return chosen, float(net[chosen[np.arange(sites)]].sum())


def _best_per_site(value: Floats, site: Ints, first: Ints) -> Ints:
    order = np.lexsort((-value, site))
    return np.asarray(order[first[:-1]], np.int64)


@compiled
def values(table: Columns, price: Floats, sizes: Sizes, room: Sack, out: Floats) -> None:
    """(options,) what each option is worth to its site at the prices."""
    for option in range(sizes.site.size):
        out[option] = 0.0
        if sizes.seats[option] > 0:
            table.seats[sizes.site[option]] = sizes.seats[option]
            count = worth(table, price, sizes.site[option], room)
            out[option] = fill(room, count, sizes.seats[option])


@compiled
def serve(table: Columns, price: Floats, seats: Ints, room: Sack, missing: Floats) -> None:
    """Takes what the sites serve at the chosen seats off ``missing``."""
    for site in range(seats.size):
        if seats[site] > 0:
            table.seats[site] = seats[site]
            count = worth(table, price, site, room)
            fill(room, count, seats[site])
            for item in range(count):
                missing[room.area[item]] -= room.chosen[item]
