"""Simulated annealing over answers that may exceed capacities at a price (Kirkpatrick, Gelatt & Vecchi 1983)."""

import time
from collections.abc import Callable

import numpy as np

from junheng.seats.compiled import compiled
from junheng.seats.medians.dice import State as Dice
from junheng.seats.medians.dice import unit
from junheng.seats.medians.moves import relocate, replace, shift, swap
from junheng.seats.medians.problem import Ints, Problem
from junheng.seats.medians.state import BEST, COST, OPEN, OVERLOAD, WEIGHT, State, keep_if_better, settle

STEPS = 20_000
"""Steps between two looks at the clock."""
COLD = 0.05
"""Last temperature, as a share of the mean cost of a customer."""
RELOCATED = 0.15
"""Share of the steps that close or open a site, divided by the mean number of customers of one."""
EITHER = 0.7
"""How often a site opens, and how often one closes, where their number is free; the rest is both at once."""
GATHER = 0.25
"""Share of the cooling after which clusters are worth noting."""


@compiled
def steps(  # noqa: PLR0917
    state: State, heat: float, dice: Dice, count: int, fixed_count: bool, big: float
) -> None:
    """``count`` steps at one temperature; ``big`` is the share of steps that close or open a site."""
    for _ in range(count):
        draw = unit(dice)
        if draw < big:
            kind = unit(dice)
            relocate(state, heat, dice, fixed_count or kind < EITHER, fixed_count or kind >= 1 - EITHER)
        elif draw < big + 0.1:
            replace(state, heat, dice)
        elif draw < 0.5:  # noqa: PLR2004
            shift(state, heat, dice)
        else:
            swap(state, heat, dice)
        keep_if_better(state)


def anneal(  # noqa: PLR0917
    problem: Problem, state: State, dice: Dice, hot: float, until: float, note: Callable[[Ints], object]
) -> None:
    """Cools from ``hot``, a share of the mean cost of a customer, until the time is up; the best stays in ``state``.

    The price of a unit exceeded rises while capacities are exceeded and falls while they are not, so that the search
    walks along the edge of what fits. ``note`` is shown the answers of the cooler part.
    """
    began = time.perf_counter()
    known = float(state.totals[BEST])
    mean = (known if np.isfinite(known) else float(state.totals[COST])) / problem.customers
    if problem.p is None:
        mean = float(state.paid.sum()) / problem.customers
    big = RELOCATED * max(1.0, float(state.totals[OPEN])) / problem.customers
    while (now := time.perf_counter()) < until:
        share = (now - began) / max(until - began, 1e-9)
        steps(state, mean * hot * (COLD / hot) ** share, dice, STEPS, problem.p is not None, big)
        state.totals[WEIGHT] *= 1.15 if state.totals[OVERLOAD] > 0.0 else 0.95
        if share > GATHER:
            note(state.assign)
        settle(state, state.assign.copy())


def first_weight(state: State) -> float:
    """A price for one unit exceeded to begin with: what a customer costs, per unit of demand."""
    return float(max(state.totals[COST], 1e-9) / max(state.demand.sum(), 1e-9))


def start(state: State, assignment: Ints) -> None:
    """Goes on from ``assignment``."""
    settle(state, assignment)
    state.totals[WEIGHT] = first_weight(state)
