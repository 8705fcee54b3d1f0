"""A lower bound on the cost, and the prices behind it, by Lagrangian relaxation.

The dispersion of an indicator holds when ``‖x‖ ≤ C·μ`` with the weighted norm, the weighted mean and
``C² = 1 + limit²``. Whatever the direction ``v`` of length one, ``v·x ≤ ‖x‖`` (Cauchy and Schwarz), so a plan also
keeps ``Σ w (v - C) x ≤ 0``. Charging the violation of this at a rate, a unit at value ``x`` costs ``1 - (M - x)·s`` of
its price, with ``M = C·‖x‖`` and the rate ``s`` of the indicator: nothing at the level ``M - 1/s``, to which schools
are then raised, and all of it at ``M``, where raising no longer helps. At these prices every school chooses for itself
what it exempts (``choice``), and the sum of all choices is a lower bound on every plan, for any rates and directions.

The best rates are those at which the schools' answers just keep the limits; each rate is stepped up or down by the sign
of what is left over, with steps that grow while the sign stays and shrink when it turns.

References: A. M. Geoffrion, Lagrangean relaxation for integer programming, Mathematical Programming Study 2 (1974);
M. Riedmiller, H. Braun, A direct adaptive method for faster backpropagation learning, ICNN 1993 (the steps).
"""

from dataclasses import dataclass, replace

import numpy as np

from junheng.balance.remedy.choice import chosen, shared
from junheng.balance.remedy.level import Levels, excess, levels
from junheng.balance.remedy.problem import Flags, Floats, Problem

ROUNDS = 40
CLOSE = 2e-4
"""Relative distance of cost and bound at which the relaxation is good enough."""
FIRST_STEP, GROW, SHRINK = 0.2, 1.3, 0.45
SMALLEST = 1e-5
"""Smallest step of a rate."""


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """What the relaxation tells.

    Attributes:
        bound: no plan costs less; infinite when the dispersions cannot be kept under the caps.
        cost: of the best divisible plan met.
        exempted: (n, m) shares exempted in it.
        gain: (n, m) yuan saved by exempting, at the prices of the bound.
        value: (n, m) values at which the bound was worked out; the directions.
        choices: (n, m) what the schools chose at the last prices, the latest first.
    """

    bound: float
    cost: float
    exempted: Floats
    gain: Floats
    value: Floats
    choices: tuple[Flags, ...]


def filled(problem: Problem, exempted: Floats | Flags) -> tuple[float, Levels]:
    """Cost of the divisible problem at these exemptions, and its levels."""
    low = problem.lowest - problem.saving * exempted
    cap = problem.base + problem.unit * problem.most
    found = levels(problem.base + problem.unit * low, cap, problem.weight, problem.spread)
    added = (found.value - problem.base) / problem.unit
    return float((added * problem.add).sum()) if found.kept.all() else np.inf, found


def relaxed(problem: Problem, goal: float = 0.0) -> Relaxed:
    """Bound, gains and choices, half as close as the relative gap that is the ``goal`` of the whole."""
    close = max(CLOSE, goal / 2)
    now = chosen(problem.add * problem.saving, problem)
    cost, found = filled(problem, now)
    best = Relaxed(0.0, cost, now.astype(float), problem.add * problem.saving, found.value, (now,))
    if not np.isfinite(cost) and _limited(problem):
        return replace(best, bound=np.inf)
    rates = _Rates(found, problem)
    best = _improved(problem, best, found.value, rates.slope)
    for _ in range(ROUNDS):
        if best.cost - best.bound <= close * best.cost:
            break
        exempted = shared(problem, rates.slope, rates.top)
        cost, found = filled(problem, exempted)
        if cost < best.cost:
            best = replace(best, cost=cost, exempted=exempted)
        value = rates.raised(problem, exempted)
        best = _improved(problem, best, value, rates.slope)
        if best.cost - best.bound <= close * best.cost:
            break
        best = _improved(problem, best, found.value, rates.slope)
        rates.turn(problem, value)
    return best


def _improved(problem: Problem, best: Relaxed, value: Floats, slope: Floats) -> Relaxed:
    """With the bound of these directions and rates, where it is better, and what the schools choose at its prices."""
    top = _top(problem, value)
    slope = np.minimum(slope, 1.0 / np.maximum(top - value.min(axis=0), 1e-9))
    price = problem.add * np.maximum(1 - problem.pull * (top - value) * slope, 0.0)
    gain = price * problem.saving
    taken = chosen(gain, problem)
    one = (problem.weight * problem.unit).max(axis=0)
    charged = problem.add * slope / one * (problem.weight * (value - top) * problem.base).sum(axis=0)
    bound = float(charged.sum() + (price * problem.lowest).sum() - (gain * taken).sum())
    choices = best.choices if (taken == best.choices[0]).all() else (taken, *best.choices)
    if bound <= best.bound:
        return replace(best, choices=choices)
    return replace(best, bound=bound, gain=gain, value=value, choices=choices)


def _top(problem: Problem, value: Floats) -> Floats:
    """(m,) ``M``: where raising no longer helps; one where there is no limit, at a rate of zero."""
    spread = np.where(np.isinf(problem.limit), 1.0, problem.spread)
    return np.asarray(np.sqrt(spread * (problem.weight * value**2).sum(axis=0)))


def _limited(problem: Problem) -> bool:
    """Whether the dispersions cannot be kept even if everything that can be raised is raised to one level."""
    return not np.isfinite(filled(problem, np.ones_like(problem.base))[0])


class _Rates:
    """The rates ``s``, one for each indicator, and where they were last found too low or too high."""

    def __init__(self, found: Levels, problem: Problem) -> None:
        self.top = _top(problem, found.value)
        known = found.binding & found.kept
        apart = np.where(known, self.top - found.level, 1.0)
        self.slope = np.where(known, 1.0 / np.maximum(apart, 1e-9), 0.0)
        self.step = np.full(self.slope.size, FIRST_STEP)
        self.last = np.zeros(self.slope.size)

    def raised(self, problem: Problem, exempted: Floats) -> Floats:
        """(n, m) values after every school has answered: demands, and raising up to the level where it is free."""
        low = problem.base + problem.unit * (problem.lowest - problem.saving * exempted)
        level = np.where(self.slope > 0, self.top - 1.0 / np.maximum(self.slope, 1e-9), -np.inf)
        return np.asarray(np.maximum(low, np.minimum(level, problem.base + problem.unit * problem.most)))

    def turn(self, problem: Problem, value: Floats) -> None:
        """One step of every rate."""
        sign = np.sign(excess(value, problem.weight, problem.spread))
        turned = sign * self.last < 0
        self.step = np.clip(self.step * np.where(turned, SHRINK, GROW), SMALLEST, 1.0)
        self.last = np.where(self.slope + sign * self.step < 0, 0.0, sign)
        self.slope = np.maximum(self.slope + sign * self.step, 0.0)
        self.top = _top(problem, value)
