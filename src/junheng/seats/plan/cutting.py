"""A master program and the crowds it has yet to hear of, until there are none: the answer is then exact."""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.programs import Solver
from junheng.seats.plan.crowds import shortage
from junheng.seats.plan.master import Master

Floats = NDArray[np.float64]

NEAR = 0.01
"""Of a child: crowds that lack less are content."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """``values`` of the columns (None when time ran out) and the ``bound``: no solution costs less."""

    values: Floats | None
    bound: float


def settle(solver: Solver, master: Master, cost: Floats, seconds: float, at_most: float | None = None) -> Outcome:
    """The cheapest classes; the crowds found stay with the master for the next question.

    In fractions first, which is quick and finds most crowds, then in whole classes.
    """
    solver.ready()
    until, bound, whole = time.perf_counter() + seconds, 0.0, False
    while (left := until - time.perf_counter()) > 0:
        answer = solver.solve(master.program(cost, at_most, whole=whole), left)
        bound = max(bound, answer.bound)
        if answer.values is None:
            break
        values = np.where(master.whole, np.rint(answer.values), answer.values) if whole else answer.values
        if heard(master, values):
            continue
        if whole:
            return Outcome(values, bound)
        whole = True
    return Outcome(None, bound)


def heard(master: Master, values: Floats) -> bool:
    """Whether there was a crowd that the values forget; the master knows it now."""
    new = False
    for section, need in master.needs.items():
        seats, told = master.seats(section, values), values[master.left[section]]
        for crowd in shortage(need.children, need.arcs, seats).crowds:
            if crowd.lacking(seats) > told + NEAR:
                master.learn(section, crowd)
                new = True
    return new
