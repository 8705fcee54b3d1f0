"""Pairs of points that stand on one street: the way along it, which no search over nodes sees."""

import numpy as np
from numpy.typing import NDArray

from junheng.seats.travel.network import Network
from junheng.seats.travel.snapping import Snapped


def along_one_street(
    origins: Snapped, targets: Snapped, network: Network
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Origin, target, metres of every pair on a common street that may be used in the needed direction."""
    there = np.flatnonzero(origins.on_road)
    there = there[np.argsort(origins.edge[there], kind="stable")]
    goals = np.flatnonzero(targets.on_road)
    edges = origins.edge[there]
    low, high = (np.searchsorted(edges, targets.edge[goals], side=side) for side in ("left", "right"))
    counts = high - low
    target = np.repeat(goals, counts)
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    origin = there[np.repeat(low, counts) + within]
    ahead = targets.share[target] - origins.share[origin]
    way = network.direction[targets.edge[target]]
    allowed = (way == 0) | (ahead * way >= 0)
    origin, target, ahead = origin[allowed], target[allowed], ahead[allowed]
    along = np.abs(ahead) * network.metres[targets.edge[target]]
    return origin, target, along + origins.away[origin] + targets.away[target]
