"""What a plan means for whole schools: rooms, ground and equipment of a school of several sections are one school's.

The engine plans section by section. A section has its share of what the school has, so that the school needs
``max(amount / share)`` over its sections for each of them to get at least what the plan gives it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from junheng.balance.remedy import quantities
from junheng.policy.standard import Standard

NOISE = 1e-6
FEN = 2


def works_of(
    actions: Sequence[Mapping[str, Any]],
    shares: Mapping[tuple[str, str], float | None],
    law: Standard,
    prices: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """The actions by whole school, in the order of schools and indicators.

    A work for a whole school of several sections also has ``planned``: what the plan adds at its sections together.

    Args:
        actions: of all sections of a county.
        shares: of a section in what its school has; null where it is not known, and then the section's amount is the
            school's.
        law: says what is shared out between sections.
        prices: ``add`` and ``move`` by indicator.
    """
    shared = {one.id for one in law.indicators if one.split}
    wanted: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    found: list[dict[str, Any]] = []
    for one in actions:
        if one["indicator"] in shared and one["action"] == "add":
            wanted[one["school_code"], one["indicator"]].append(one)
        else:
            found.append({**one, "sections": [one["section"]]})
    steps = {one.indicator: one.step for one in quantities(law)}
    for (code, indicator), parts in wanted.items():
        by_section = {part["section"]: shares[code, part["section"]] or 1.0 for part in parts}
        if list(by_section.values()) == [1.0]:
            found.append({**parts[0], "sections": list(by_section)})
            continue
        amount = max(part["amount"] / by_section[part["section"]] for part in parts)
        found.append(_whole(parts, _up(amount, steps[indicator]), prices["add"][indicator]))
    order = {one.id: at for at, one in enumerate(law.indicators)}
    return sorted(found, key=lambda one: (one["school_code"], order[one["indicator"]], one["section"], one["action"]))


def _whole(parts: Sequence[Mapping[str, Any]], amount: float, price: float) -> dict[str, Any]:
    """The work of a whole school; ``planned`` is what the plan adds at its sections together."""
    whole = {"section": "", "sections": [part["section"] for part in parts]}
    planned = round(sum(part["amount"] for part in parts), 6)
    return {**parts[0], **whole, "amount": amount, "cost": round(amount * price, FEN), "planned": planned}


def _up(amount: float, step: float) -> float:
    """Up to the next multiple of the smallest amount."""
    steps: float = ceil(amount / step - NOISE)
    return round(steps * step, 6)


def whole_cost(works: Sequence[Mapping[str, Any]]) -> float:
    """Yuan of all of it."""
    return float(round(sum(one["cost"] for one in works), FEN))
