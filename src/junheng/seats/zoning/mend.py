"""Make the zones of a plan contiguous: what is cut off from its school goes to the zone it shares most border with."""

import numpy as np

from junheng.seats.zoning.zone_map import Plan, ZoneMap


def mended(land: ZoneMap, plan: Plan) -> Plan:
    """The plan with every zone in one piece around its school; areas that hold stay where they are.

    The map must be connected to a school everywhere.
    """
    made = plan.copy()
    made[land.home] = np.arange(len(land.schools))
    loose = set(range(len(land.areas))) - _held(land, made)
    while loose:
        reachable = [(length, -area, other) for area in loose for other, length in _beside(land, area, loose)]
        if not reachable:
            raise ValueError("an area has no way to any school")
        _, area, other = max(reachable)
        made[-area] = made[other]
        loose.discard(-area)
    return made


def _beside(land: ZoneMap, area: int, loose: set[int]) -> list[tuple[int, float]]:
    row = slice(int(land.start[area]), int(land.start[area + 1]))
    pairs = zip(land.neighbour[row].tolist(), land.border[row].tolist(), strict=True)
    return [(other, length) for other, length in pairs if other not in loose]


def _held(land: ZoneMap, plan: Plan) -> set[int]:
    """Areas connected to their school through areas of the same zone."""
    waiting = land.home.tolist()
    held = set(waiting)
    while waiting:
        area = waiting.pop()
        for other in land.neighbour[land.start[area] : land.start[area + 1]].tolist():
            if other not in held and plan[other] == plan[area]:
                held.add(other)
                waiting.append(other)
    return held
