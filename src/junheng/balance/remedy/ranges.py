"""What the same plan costs when every unit cost lies at the low or at the high end of its range."""

from collections.abc import Mapping
from dataclasses import replace

from junheng.balance.remedy.costs import Costs
from junheng.balance.remedy.plan import Action, Plan

Priced = Mapping[tuple[str, str], float]


def with_ends(plan: Plan, costs: Costs) -> Plan:
    """The plan with its cost at both ends; as it is where no cost has a range, or there is no plan."""
    if plan.cost is None or not costs.ranges:
        return plan
    prices = _prices(costs)
    low, high = (sum(_yuan(one, costs, prices, end) for one in plan.actions) for end in (0, 1))
    return replace(plan, ends=(round(low, 2), round(high, 2)))


def _prices(costs: Costs) -> Priced:
    return {
        **{("add", id_): price for id_, price in costs.add.items()},
        **{("move", id_): price for id_, price in costs.move.items()},
        **{(one.means, one.name): one.cost for one in costs.ways},
    }


def _yuan(action: Action, costs: Costs, prices: Priced, end: int) -> float:
    """Yuan of one action at one end; the fen of rounding move with it."""
    means = "move" if action.action == "move_in" else action.action
    what = (means, action.kind or action.indicator)
    price = prices.get(what, 0.0)
    return action.cost if what not in costs.ranges or price <= 0 else action.cost * costs.ranges[what][end] / price
