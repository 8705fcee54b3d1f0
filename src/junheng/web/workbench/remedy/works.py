"""What a plan means for whole schools: rooms, ground and equipment of a school of several sections are one school's.

The engine plans the sections of a county together and tells what each of them gets: its share of what is added to the
school, with a part of the cost. The work itself is one, for the whole school.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from junheng.balance.remedy import quantities
from junheng.policy.standard import Standard

FEN = 2
WHOLE = ""
"""The section of a work that is for the whole school."""


Counts = Mapping[tuple[str, str], Mapping[str, float]]
"""What one unit of a way adds of each indicator, by action and kind."""


def works_of(
    actions: Sequence[Mapping[str, Any]],
    shares: Mapping[tuple[str, str, str], float],
    law: Standard,
    counts: Counts,
) -> list[dict[str, Any]]:
    """The actions by whole school, in the order of schools and indicators; costs add up to those of the actions.

    What counts in several indicators is one work for each, the first of which has ``units``: how many people are
    hired, how many rooms built; the others have 0.

    Args:
        actions: of all sections of a county.
        shares: by school, section and indicator, what one unit added to the school adds to the section; what is not
            there is a section's own.
        law: puts the indicators in order and says what comes whole.
        counts: of the ways that count in several indicators.
    """
    wanted: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    found: list[dict[str, Any]] = []
    for one in actions:
        if _key(one) in shares:
            wanted[one["school_code"], one["indicator"], one["action"], one.get("kind", "")].append(one)
        else:
            found.append({**one, "sections": [one["section"]]})
    steps = {one.indicator: one.step for one in quantities(law)}
    for (_, indicator, *_what), parts in wanted.items():
        amount = max(part["amount"] / shares[_key(part)] for part in parts)
        found.append(_whole(parts, round(amount / steps[indicator]) * steps[indicator]))
    order = {one.id: at for at, one in enumerate(law.indicators)}
    found.sort(key=lambda one: (one["school_code"], order[one["indicator"]], one["section"], *what(one)))
    return list(_counted(found, counts))


def what(action: Mapping[str, Any]) -> tuple[str, str]:
    """What is done: the action, and the kind of teacher or building where it has one."""
    return action["action"], action.get("kind", "")


def _counted(works: Sequence[dict[str, Any]], counts: Counts) -> Iterator[dict[str, Any]]:
    """The works with ``units`` where they are of a kind."""
    seen: set[tuple[str, ...]] = set()
    for one in works:
        if "kind" not in one:
            yield one
            continue
        place = (one["school_code"], one["section"], *what(one))
        each = counts[what(one)][one["indicator"]]
        yield {**one, "units": 0 if place in seen else round(one["amount"] / each, 6)}
        seen.add(place)


def _key(action: Mapping[str, Any]) -> tuple[str, str, str]:
    return action["school_code"], action["section"], action["indicator"]


def _whole(parts: Sequence[Mapping[str, Any]], amount: float) -> dict[str, Any]:
    """The work of a whole school."""
    whole = {"section": WHOLE, "sections": [part["section"] for part in parts]}
    return {**parts[0], **whole, "amount": round(amount, 6), "cost": whole_cost(parts)}


def whole_cost(works: Sequence[Mapping[str, Any]]) -> float:
    """Yuan of all of it."""
    return float(round(sum(one["cost"] for one in works), FEN))
