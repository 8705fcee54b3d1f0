"""The certificate of a siting: the bound of the assignment, each site choosing its best size at the areas' prices.

Areas pay for being served (see ``assignment.lagrangian``); a site at a size takes the areas worth most to it within
its seats; the best ``at_most`` new sites are taken. The budget has a price, and so have seats: all sites together have
as many as pupils with a seat, which follows from the rest but is lost where sites are chosen one by one. Both prices
are the best at every step. Groups are left out, which only lowers the bound.

Reference: J. E. Beasley, Lagrangean heuristics for location problems, European Journal of Operational Research 65
(1993).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.knapsack import Sack, fill, sack
from junheng.seats.assignment.lagrangian import Ascent, Columns, worth
from junheng.seats.assignment.model import NOBODY, Floats, Ints
from junheng.seats.compiled import compiled
from junheng.seats.siting.model import SitingProblem

MEMORY, PATIENCE, CUT, SETTLED = 0.7, 10, 0.75, 1e-3
"""As in ``assignment.lagrangian``, but more of the last direction and longer before a cut: which sites are taken jumps
from step to step."""
HALVINGS, BEYOND = 12, 1e12
"""Halvings between two prices of money or seats, and the highest price of money."""


class Sizes(NamedTuple):
    """(options,) the site of each and its seats then."""

    site: Ints
    seats: Ints


class Taken(NamedTuple):
    """(sites,) the option of each at some prices of money and seats, what all of it is worth there with what leaving
    areas out saves, and the pupils left out."""

    chosen: Ints
    worth: float
    left_out: int


class SitingAscent:
    """A bound that rises with every call; the choice of sites at the best prices comes with it."""

    def __init__(self, problem: SitingProblem, start: Ascent) -> None:
        self.problem, self.columns = problem, start.columns
        self.price, self.best = start.climb.best.copy(), start.climb.best.copy()
        self.direction = np.zeros_like(self.price)
        self.value, self.step, self.stalled = -np.inf, 1.0, 0
        self.money_price, self.seat_price = 0.0, 0.0
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
            self.chosen, gain = self.choice()
            chosen = self.chosen
            self.rounds += 1
            value = float(self.price.sum()) - gain
            missing[:] = np.where(self._saved(self.seat_price) > 0, 0.0, 1.0)
            serve(self.columns, self.price, self.problem.options.seats[chosen], self.sack, missing)
            self.taken *= 0.95
            self.taken[chosen] += 0.05
            self._note(value)
            self._move(missing, max(target - value, 0.0))
        return self.value

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

    def _move(self, missing: Floats, distance: float) -> None:
        pupils = self.columns.pupils
        self.direction *= MEMORY
        self.direction += (1 - MEMORY) * missing
        length = float((self.direction**2) @ pupils)
        stride = self.step * distance / max(length, 1e-9)
        self.price = np.clip(self.price + stride * self.direction * pupils, 0.0, self.columns.ceiling)

    def choice(self) -> tuple[Ints, float]:
        """(sites,) the options taken at the present prices of areas and the best of seats and money; what they take off
        the bound."""
        problem, pupils = self.problem, int(self.columns.pupils.sum())
        self.seat_price, taken = least_price(
            lambda price: self._at(self.money_price, price),
            lambda one: pupils - one.left_out - int(problem.options.seats[one.chosen].sum()),
            self.seat_price,
            problem.places.unserved_metres,
        )
        if np.isfinite(problem.budget):
            self.money_price, taken = least_price(
                lambda price: self._at(price, self.seat_price),
                lambda one: problem.money_of(one.chosen) - problem.budget,
                self.money_price,
                BEYOND,
            )
        spent = self.money_price * problem.budget if self.money_price > 0 else 0.0
        return taken.chosen, taken.worth + spent - self.seat_price * pupils

    def _at(self, money: float, seat: float) -> "Taken":
        """What is taken at these prices."""
        options, problem = self.problem.options, self.problem
        net = self.worth - (problem.metres_per_money + money) * options.money + seat * options.seats
        chosen, total = best_options(problem, net)
        saved = self._saved(seat)
        return Taken(chosen, total + float(saved.sum()), int(self.columns.pupils[saved > 0].sum()))

    def _saved(self, seat: float) -> Floats:
        """(areas,) what leaving an area without a seat saves at the price of a seat: 0 where it saves nothing."""
        unserved = (self.problem.places.unserved_metres - seat) * self.columns.pupils
        return np.maximum(self.price - unserved, 0.0)

    @property
    def settled(self) -> bool:
        return self.step < SETTLED

    def liking(self) -> Floats:
        """(options,) how often an option was taken lately, for choosing where to begin."""
        return self.taken

    def last(self) -> Floats:
        """(options,) 1 for what was taken last, and has seats and money enough where there are; else 0."""
        last = np.zeros_like(self.taken)
        last[self.chosen] = 1.0
        return last


def least_price(
    taken_at: Callable[[float], Taken], excess: Callable[[Taken], float], last: float, highest: float
) -> tuple[float, Taken]:
    """The least price at which what is taken does not exceed the limit, nearly, and what is taken at it.

    Args:
        taken_at: what is taken at a price.
        excess: by how much that goes beyond the limit; it never rises with the price.
        last: a price near which to look.
        highest: the price asked at most.
    """
    taken = taken_at(0.0)
    if excess(taken) <= 0:
        return 0.0, taken
    low, high = 0.0, min(max(last, 1e-3), highest)
    taken = taken_at(high)
    while excess(taken) > 0 and high < highest:
        low, high = high, min(2 * high, highest)
        taken = taken_at(high)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        there = taken_at(middle)
        if excess(there) > 0:
            low = middle
        else:
            high, taken = middle, there
    return high, taken


def best_options(problem: SitingProblem, net: Floats) -> tuple[Ints, float]:
    """(sites,) the options of the greatest total ``net`` with at most ``at_most`` new sites open, and that total."""
    options = problem.options
    first, sites = options.first, problem.new.size
    net = _with_annexes(problem, net)
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
    return problem.followed(chosen), float(net[chosen[np.arange(sites)]].sum())


def _with_annexes(problem: SitingProblem, net: Floats) -> Floats:
    """What options are worth, those of annexes counted with their sites."""
    if problem.annexe is None:
        return net
    options, annexe = problem.options, problem.annexe[problem.options.site]
    whole = np.flatnonzero(annexe != NOBODY)
    part = options.first[annexe[whole]] + whole - options.first[options.site[whole]]
    together = net.copy()
    together[whole] += net[part]
    together[part] = 0.0
    return together


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
