"""Simulated annealing over answers that may exceed capacities at a price (Kirkpatrick, Gelatt & Vecchi 1983)."""

import time

import numpy as np

from junheng.seats.compiled import compiled
from junheng.seats.medians.dice import State as Dice
from junheng.seats.medians.dice import unit
from junheng.seats.medians.moves import relocate, replace, shift, swap
from junheng.seats.medians.state import COST, OVERLOAD, WEIGHT, State, keep_if_better, settle

STEPS = 20_000
"""Steps between two looks at the clock."""
HOT, COLD = 0.5, 0.005
"""First and last temperature, as shares of the mean cost of a customer."""


@compiled
def steps(  # noqa: PLR0917
    state: State, heat: float, dice: Dice, count: int, fixed_count: bool, big: float
) -> None:
    """``count`` steps at one temperature; ``big`` is the share of steps that close or open a site."""
    for _ in range(count):
        draw = unit(dice)
        if draw < big:
            kind = unit(dice)
            relocate(state, heat, dice, fixed_count or kind < 0.5, fixed_count or kind >= 0.5)  # noqa: PLR2004
        elif draw < big + 0.1:
            replace(state, heat, dice)
        elif draw < 0.5:  # noqa: PLR2004
            shift(state, heat, dice)
        else:
            swap(state, heat, dice)
        keep_if_better(state)


def anneal(
    state: State,
    dice: Dice,
    *,
    fixed_count: bool,
    until: float,
    hot: float = HOT,
    cold: float = COLD,
    big: float = 0.01,
) -> None:
    """Cools from ``hot`` to ``cold`` until the time is up; the best answer that fits stays in ``state``.

    The price of a unit exceeded rises while capacities are exceeded and falls while they are not, so that the search
    walks along the edge of what fits.
    """
    began = time.perf_counter()
    mean = float(state.totals[COST]) / state.assign.size
    while (now := time.perf_counter()) < until:
        share = (now - began) / max(until - began, 1e-9)
        steps(state, mean * hot * (cold / hot) ** share, dice, STEPS, fixed_count, big)
        state.totals[WEIGHT] *= 1.15 if state.totals[OVERLOAD] > 0.0 else 0.95
        settle(state, state.assign.copy())


def first_weight(state: State) -> float:
    """A price for one unit exceeded to begin with: what a customer costs, per unit of demand."""
    return float(max(state.totals[COST], 1e-9) / max(state.demand.sum(), 1e-9))


def start(state: State, assignment: np.ndarray) -> None:
    settle(state, assignment)
    state.totals[WEIGHT] = first_weight(state)
