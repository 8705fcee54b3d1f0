"""From areas to schools: along roads where both lie on the network, else in a straight line marked as such."""

from dataclasses import dataclass

import numpy as np

from junheng.seats.travel.network import Network
from junheng.seats.travel.pairs import Pairs, in_order
from junheng.seats.travel.points import Points
from junheng.seats.travel.roads import road_pairs
from junheng.seats.travel.snapping import Snapped, snap
from junheng.seats.travel.straight import Detour, straight_pairs

LIMIT = 5000.0
WITHIN = 500.0


@dataclass(frozen=True, slots=True, eq=False)
class Travel:
    """``pairs``: all within ``limit`` metres; ``areas`` and ``schools``: where they stand, None without a network."""

    pairs: Pairs
    limit: float
    areas: Snapped | None
    schools: Snapped | None


def travel(
    areas: Points,
    schools: Points,
    network: Network | None,
    *,
    limit: float = LIMIT,
    within: float = WITHIN,
    detour: Detour | None = None,
) -> Travel:
    """Distances of all pairs of an area and a school within a limit.

    Args:
        areas: where children live.
        schools: where they go.
        network: streets of one mode of travel; without one all distances are straight.
        limit: largest distance, in metres, from point to point.
        within: how far a point may lie from the nearest street, in metres. The way there counts.
        detour: for straight lines; without it they are plain.
    """
    if network is None:
        origin, target, metres = straight_pairs(areas, schools, limit=limit, detour=detour)
        return Travel(in_order(origin, target, metres, np.ones(len(origin), dtype=bool)), limit, None, None)
    homes, goals = snap(areas, network, within=within), snap(schools, network, within=within)
    by_road = road_pairs(homes, goals, network, limit=limit)
    origin, target, metres = straight_pairs(areas, schools, limit=limit, detour=detour)
    off = ~(homes.on_road[origin] & goals.on_road[target])
    whole = in_order(
        np.concatenate([by_road.area, origin[off]]),
        np.concatenate([by_road.school, target[off]]),
        np.concatenate([by_road.metres, metres[off]]),
        np.concatenate([by_road.straight, np.ones(int(off.sum()), dtype=bool)]),
    )
    return Travel(whole, limit, homes, goals)
