"""The trade-off curve where quantities may be raised in several ways."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from junheng.balance.remedy.budget import SECONDS, never_less
from junheng.balance.remedy.curve import STEPS, Curve, Measure, Shop, drawn
from junheng.balance.remedy.pupils import in_order
from junheng.balance.remedy.sections import Key
from junheng.balance.remedy.ways.budget import BoughtByWays, Market
from junheng.balance.remedy.ways.table import SetOut
from junheng.balance.remedy.ways.told import actions_by_ways
from junheng.programs import Solver


def curve_by_ways(
    table: SetOut,
    pupils: Mapping[Key, Mapping[str, float]],
    budget: float | None,
    solver: Solver,
    *,
    by: Measure = "pupils",
    steps: int = STEPS,
    seconds: float = SECONDS,
    progress: Callable[[int, int], None] | None = None,
) -> Curve | None:
    """What the budget buys in all sections together, a million more, and every step from nothing to all of use.

    Args:
        table: set out without moves.
        pupils, budget, solver, by, steps, seconds, progress: as for ``curve``.

    Returns:
        The curve; None where not even what brings all to pass was found in the time.
    """
    groups = list(table.groups)
    counts = [
        [in_order(part.problem.schools, pupils[key]) for key, part in zip(one.keys, one.county.parts, strict=True)]
        for one in groups
    ]
    worth = [[held if by == "pupils" else np.ones(held.size) for held in one] for one in counts]
    market = Market([one.county for one in groups], worth, solver, seconds)
    enough = market.enough()
    if enough is None:
        return None

    def actions(chosen: BoughtByWays) -> dict[Key, tuple[Mapping[str, Any], ...]]:
        found: dict[Key, tuple[Mapping[str, Any], ...]] = {}
        for group, plans in zip(groups, chosen.plans, strict=True):
            told = actions_by_ways(group.county, plans, [one.share for one in group.sections])
            found |= {key: tuple(one.to_dict() for one in held) for key, held in zip(group.keys, told, strict=True)}
        return found

    shop = Shop(
        [held for one in counts for held in one],
        enough,
        lambda budgets: never_less(market.bought(one) for one in budgets),
        actions,
        tuple(one.key for one in table.todo if one.problem is None),
    )
    return drawn(shop, budget, by=by, steps=steps, progress=progress)
