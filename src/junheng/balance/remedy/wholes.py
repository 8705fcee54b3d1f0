"""What plans do for whole schools: the parts of several sections put together again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from junheng.balance.remedy.plan import Action, Plan
from junheng.balance.remedy.sections import Shares

SMALLEST = 6
"""Decimals of an amount."""


@dataclass(frozen=True, slots=True)
class Whole:
    """One change at a whole school; ``sections`` are those in which it counts."""

    action: Action
    sections: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract."""
        return {**self.action.to_dict(), "sections": list(self.sections)}


def wholes(plans: Iterable[Plan], shares: Shares) -> tuple[Whole, ...]:
    """Every action that counts in a section by a share alone, in the order of schools, with amount and cost in full.

    Args:
        plans: made with these shares.
        shares: as ``shares_of`` gives them.
    """
    found: dict[tuple[Any, ...], Whole] = {}
    for plan in plans:
        section, years = str(plan.key[1]), plan.key[2:]
        for one in plan.actions:
            share = shares.get((one.school_code, section, one.indicator), 1.0)
            if one.action in {"move_in", "move_out"} or share == 1.0:
                continue
            key = (one.school_code, one.indicator, one.action, one.kind or "", *years)
            before = found.get(key)
            cost = round(one.cost + (before.action.cost if before else 0.0), 2)
            whole = replace(one, amount=round(one.amount / share, SMALLEST), cost=cost)
            found[key] = Whole(whole, (*(before.sections if before else ()), section))
    return tuple(found[key] for key in sorted(found))
