"""What a plan means for whole schools: rooms, ground and equipment of a school of several sections are one school's.

The engine plans the sections of a county together and tells what each of them gets: its share of what is added to the
school, with a part of the cost. The work itself is one, for the whole school.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from junheng.balance.remedy import quantities
from junheng.policy.standard import Standard

FEN = 2
WHOLE = ""
"""The section of a work that is for the whole school."""


def works_of(
    actions: Sequence[Mapping[str, Any]], shares: Mapping[tuple[str, str, str], float], law: Standard
) -> list[dict[str, Any]]:
    """The actions by whole school, in the order of schools and indicators; costs add up to those of the actions.

    Args:
        actions: of all sections of a county.
        shares: by school, section and indicator, what one unit added to the school adds to the section; what is not
            there is a section's own.
        law: puts the indicators in order and says what comes whole.
    """
    wanted: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    found: list[dict[str, Any]] = []
    for one in actions:
        if one["action"] == "add" and _key(one) in shares:
            wanted[one["school_code"], one["indicator"]].append(one)
        else:
            found.append({**one, "sections": [one["section"]]})
    steps = {one.indicator: one.step for one in quantities(law)}
    for (_, indicator), parts in wanted.items():
        amount = max(part["amount"] / shares[_key(part)] for part in parts)
        found.append(_whole(parts, round(amount / steps[indicator]) * steps[indicator]))
    order = {one.id: at for at, one in enumerate(law.indicators)}
    return sorted(found, key=lambda one: (one["school_code"], order[one["indicator"]], one["section"], one["action"]))


def _key(action: Mapping[str, Any]) -> tuple[str, str, str]:
    return action["school_code"], action["section"], action["indicator"]


def _whole(parts: Sequence[Mapping[str, Any]], amount: float) -> dict[str, Any]:
    """The work of a whole school."""
    whole = {"section": WHOLE, "sections": [part["section"] for part in parts]}
    return {**parts[0], **whole, "amount": round(amount, 6), "cost": whole_cost(parts)}


def whole_cost(works: Sequence[Mapping[str, Any]]) -> float:
    """Yuan of all of it."""
    return float(round(sum(one["cost"] for one in works), FEN))
