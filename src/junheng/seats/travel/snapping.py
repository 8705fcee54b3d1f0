"""Points brought onto the network: the nearest place on any street, with a report of those it does not fit."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from junheng.seats.places import Flat
from junheng.seats.travel.graph import main_piece
from junheng.seats.travel.network import Network
from junheng.seats.travel.points import Points

NOWHERE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Snapped:
    """Where points stand on the network.

    ``edge``: (n,) the street, -1 where none is near enough. ``share``: how far along it, 0 at its tail to 1 at its
    head. ``away``: metres from the point to the street. ``passed``: metres to a nearer street in a piece of the network
    that leads nowhere, for points that were moved past it; infinite for the others.
    """

    edge: NDArray[np.int64]
    share: NDArray[np.float64]
    away: NDArray[np.float64]
    passed: NDArray[np.float64]

    @property
    def on_road(self) -> NDArray[np.bool_]:
        there: NDArray[np.bool_] = self.edge != NOWHERE
        return there


def snap(points: Points, network: Network, *, within: float) -> Snapped:
    """The nearest street of the main piece for every point, at most ``within`` metres away."""
    flat = Flat.around(network.lon, network.lat)
    corners = flat.metres(network.lon, network.lat)
    main = main_piece(network)
    good = np.flatnonzero(main[network.tail] & main[network.head])
    at = flat.metres(points.lon, points.lat)
    edge, away = _nearest(at, corners, network, good, within)
    share = np.where(edge == NOWHERE, 0.0, _share(at, corners, network, edge))
    stray = np.flatnonzero(~(main[network.tail] & main[network.head]))
    _, near_stray = _nearest(at, corners, network, stray, within)
    return Snapped(edge, share, away, np.where(near_stray < away, near_stray, np.inf))


def _nearest(
    at: NDArray[np.float64],
    corners: NDArray[np.float64],
    network: Network,
    edges: NDArray[np.int64],
    within: float,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Nearest of some edges to each point, the lowest number on ties; -1 and infinity where none is near enough."""
    edge, away = np.full(len(at), NOWHERE, dtype=np.int64), np.full(len(at), np.inf)
    if not len(edges) or not len(at):
        return edge, away
    ends = np.stack([corners[network.tail[edges]], corners[network.head[edges]]], axis=1)
    tree = shapely.STRtree(shapely.linestrings(ends))
    (who, which), far = tree.query_nearest(shapely.points(at), max_distance=within, return_distance=True)
    order = np.lexsort((which, who))
    who, which, far = who[order], which[order], far[order]
    first = np.unique(who, return_index=True)[1]
    edge[who[first]], away[who[first]] = edges[which[first]], far[first]
    return edge, away


def _share(
    at: NDArray[np.float64], corners: NDArray[np.float64], network: Network, edge: NDArray[np.int64]
) -> NDArray[np.float64]:
    tail, head = corners[network.tail[edge]], corners[network.head[edge]]
    along = head - tail
    square = (along**2).sum(axis=1)
    dot = ((at - tail) * along).sum(axis=1)
    share: NDArray[np.float64] = np.clip(np.divide(dot, square, out=np.zeros(len(at)), where=square > 0), 0.0, 1.0)
    return share
