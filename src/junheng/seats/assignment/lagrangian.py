"""The certificate: a lower bound on what any plan must cost, by Lagrangian relaxation with knapsack subproblems.

"Every area once" is priced instead of demanded: area ``i`` pays ``u_i`` and each school then takes the areas that are
worth most to it within its seats (``max Σ (u_i - c_ij) x_ij``, ``Σ pupils_i x_ij ≤ seats_j``). For any prices
``Σ u_i - Σ_j value_j`` is at most the cost of the best plan. The bound is stronger than that of the flow, which lets
areas be split.

The prices climb by a deflected subgradient towards a level somewhat above the best bound. While that brings the bound
nearer the level moves on; when it does not, the level comes closer. No plan has to be known, so a bad one does no harm.

References: M. L. Fisher, The Lagrangian relaxation method for solving integer programming problems, Management
Science 27 (1981); P. M. Camerini, L. Fratta, F. Maffioli, On improving relaxation methods by modified gradient
techniques, Mathematical Programming Study 3 (1975); J.-L. Goffin, K. C. Kiwiel, Convergence of a simple subgradient
level method, Mathematical Programming 85 (1999).
"""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.knapsack import Sack, by_share, fill, sack
from junheng.seats.assignment.model import Bound, Floats, Ints, Problem
from junheng.seats.compiled import compiled

MEMORY = 0.8
"""Share of the last direction kept in the next."""
AHEAD, NEAR = 0.1, 0.01
"""How far above the bound the level is at first, as part of what the areas pay then, and where prices are given."""
ENOUGH = 0.5
"""Part of the way to the level that is enough to move it on."""
PATIENCE = 4
"""Steps without that before the level comes closer, the first time; one more each time."""
CUT = 0.6
"""How much of the way to the level is then left."""
SETTLED = 1e-5
"""The way to the level, as part of the bound, at which the ascent ends."""
PART = 20
"""Steps between two looks at the clock."""


BEST, MARK, WAY, STALLED, PATIENT = range(5)
"""Places in ``Climb.numbers``: the best bound; the bound from which the level is measured and its distance; steps since
either changed and how many there may be."""


class Columns(NamedTuple):
    """The arcs by school: those of school ``j`` are ``first[j]:first[j+1]``; costs of whole areas in pupil-metres."""

    first: Ints
    area: Ints
    cost: Floats
    pupils: Ints
    seats: Ints
    ceiling: Floats


class Climb(NamedTuple):
    """Where the ascent stands: prices, direction, subgradient, the best prices, each school's value; ``numbers`` as
    in ``BEST`` and those after it."""

    price: Floats
    direction: Floats
    missing: Floats
    best: Floats
    value: Floats
    numbers: Floats


def columns(problem: Problem) -> Columns:
    """The arcs of a ready problem by school. No price exceeds the cost of going without a seat, nor, where the lists
    hold the K nearest schools, the dearest arc listed."""
    arcs = problem.arcs
    cost = problem.metres * problem.pupils[arcs.area]
    order = np.argsort(arcs.school, kind="stable")
    first = np.concatenate(([0], np.cumsum(np.bincount(arcs.school, minlength=problem.seats.size))))
    ceiling = problem.unserved_metres * problem.pupils.astype(np.float64)
    if problem.nearest:
        full = np.diff(arcs.first) > 0
        ceiling[full] = np.minimum(ceiling[full], cost[arcs.first[1:][full] - 1])
    return Columns(first.astype(np.int64), arcs.area[order], cost[order], problem.pupils, problem.seats, ceiling)


class Ascent:
    """A bound that rises with every call, from the ``prices`` (areas,) of a problem much like this one if given."""

    def __init__(self, problem: Problem, prices: Floats | None = None) -> None:
        self.problem, self.columns = problem, columns(problem)
        self.sack = sack(int(np.diff(self.columns.first).max(initial=0)))
        start = _first_prices(problem, self.columns) if prices is None else np.minimum(prices, self.columns.ceiling)
        areas, schools = problem.pupils.size, problem.seats.size
        zero = np.zeros(areas)
        self.climb = Climb(start, zero, zero.copy(), start.copy(), np.zeros(schools), np.zeros(5))
        first = relaxed(self.columns, self.climb, self.sack)
        ahead = (AHEAD if prices is None else NEAR) * float(start.sum())
        self.climb.numbers[:] = first, first, ahead, 0.0, PATIENCE

    def rise(self, steps: int = PART) -> float:
        """Some steps more; the best bound so far."""
        ascend(self.columns, self.climb, self.sack, steps)
        return self.value

    @property
    def value(self) -> float:
        return float(self.climb.numbers[BEST])

    @property
    def settled(self) -> bool:
        """Whether further steps are too small to matter."""
        return bool(self.climb.numbers[WAY] <= SETTLED * abs(self.value))

    def regret(self) -> Floats:
        """(arcs,) roughly what a plan loses by taking an arc: its cost and the price of the seats it takes, less the
        area's price; for choosing arcs, not a proof."""
        seat = np.zeros(self.columns.seats.size)
        seat_prices(self.columns, self.climb.best, self.sack, seat)
        arcs = self.problem.arcs
        pupils = self.columns.pupils[arcs.area]
        return (self.problem.metres + seat[arcs.school]) * pupils - self.climb.best[arcs.area]

    def certificate(self, seconds: float) -> Bound:
        return Bound(self.value, self.climb.best.copy(), seconds)


def _first_prices(problem: Problem, table: Columns) -> Floats:
    """Half-way between the cheapest arc and the fifth."""
    cost = problem.metres * problem.pupils[problem.arcs.area]
    first, last = problem.arcs.first[:-1], problem.arcs.first[1:]
    some = last > first
    price = table.ceiling.copy()
    price[some] = (cost[first[some]] + cost[np.minimum(first[some] + 4, last[some] - 1)]) / 2
    return np.minimum(price, table.ceiling)


@compiled
def relaxed(table: Columns, climb: Climb, room: Sack) -> float:
    """The bound at the present prices; fills each school's value and how often each area is missing."""
    total = 0.0
    for area in range(climb.price.size):
        climb.missing[area] = 1.0
        total += climb.price[area]
    for school in range(table.seats.size):
        count = worth(table, climb.price, school, room)
        value = fill(room, count, table.seats[school])
        climb.value[school] = value
        total -= value
        for item in range(count):
            climb.missing[room.area[item]] -= room.chosen[item]
    return total


@compiled
def seat_prices(table: Columns, price: Floats, room: Sack, seat: Floats) -> None:
    """(schools,) what a seat is worth at the prices: the value per pupil of the first area that does not fit."""
    for school in range(table.seats.size):
        count = worth(table, price, school, room)
        by_share(room, count)
        left = table.seats[school]
        for at in range(count):
            left -= room.weight[room.order[at]]
            if left < 0:
                seat[school] = room.share[room.order[at]]
                break


@compiled
def worth(table: Columns, price: Floats, school: int, room: Sack) -> int:
    """Puts the areas that are worth something to the school into the sack; how many."""
    count = 0
    for arc in range(table.first[school], table.first[school + 1]):
        area = table.area[arc]
        value = price[area] - table.cost[arc]
        if value > 0.0 and table.pupils[area] <= table.seats[school]:
            room.area[count] = area
            room.value[count] = value
            room.weight[count] = table.pupils[area]
            room.chosen[count] = 0.0
            count += 1
    return count


@compiled
def ascend(table: Columns, climb: Climb, room: Sack, steps: int) -> None:
    """Subgradient steps towards the level, longer for larger areas."""
    numbers = climb.numbers
    for _ in range(steps):
        value = relaxed(table, climb, room)
        if value > numbers[BEST]:
            numbers[BEST] = value
            climb.best[:] = climb.price
        aim(numbers)
        stride = max(numbers[MARK] + numbers[WAY] - value, 0.0) / max(turn(table, climb), 1e-9)
        for area in range(climb.price.size):
            price = climb.price[area] + stride * climb.direction[area] * table.pupils[area]
            climb.price[area] = min(table.ceiling[area], max(0.0, price))


@compiled
def aim(numbers: Floats) -> None:
    """Moves the level on when the bound has come near enough, and closer when it has not for too long."""
    numbers[STALLED] += 1.0
    if numbers[BEST] >= numbers[MARK] + ENOUGH * numbers[WAY]:
        numbers[MARK], numbers[STALLED] = numbers[BEST], 0.0
    elif numbers[STALLED] > numbers[PATIENT]:
        numbers[MARK], numbers[STALLED] = numbers[BEST], 0.0
        numbers[WAY] *= CUT
        numbers[PATIENT] += 1.0


@compiled
def turn(table: Columns, climb: Climb) -> float:
    """Turns the direction towards the subgradient; the squared length of a step, never much below the subgradient's:
    directions that cancel out would make it leap."""
    straight, turned = 0.0, 0.0
    for area in range(climb.price.size):
        missing, pupils = climb.missing[area], table.pupils[area]
        climb.direction[area] = (1 - MEMORY) * missing + MEMORY * climb.direction[area]
        straight += missing * missing * pupils
        turned += climb.direction[area] * climb.direction[area] * pupils
    return max(turned, (1 - MEMORY) * straight)
