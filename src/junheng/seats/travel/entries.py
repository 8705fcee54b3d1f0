"""How snapped points hang on the nodes of the network: the metres to or from either end of their street."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.travel.network import Network
from junheng.seats.travel.snapping import Snapped


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """A row per point and node: ``point``, ``node``, the ``metres`` between them with the way to the street."""

    point: NDArray[np.int64]
    node: NDArray[np.int64]
    metres: NDArray[np.float64]


def leaving(snapped: Snapped, network: Network) -> Entries:
    """From points to the first nodes on the way out."""
    return _entries(snapped, network, to_head=1, to_tail=-1)


def arriving(snapped: Snapped, network: Network) -> Entries:
    """From the last nodes on the way in to points."""
    return _entries(snapped, network, to_head=-1, to_tail=1)


def _entries(snapped: Snapped, network: Network, *, to_head: int, to_tail: int) -> Entries:
    """``to_head``: the direction of a street that still joins a point with the street's head."""
    who = np.flatnonzero(snapped.on_road)
    edge = snapped.edge[who]
    way, metres, share = network.direction[edge], network.metres[edge], snapped.share[who]
    head, tail = (way == 0) | (way == to_head), (way == 0) | (way == to_tail)
    return Entries(
        np.concatenate([who[head], who[tail]]),
        np.concatenate([network.head[edge][head], network.tail[edge][tail]]),
        np.concatenate(
            [
                ((1 - share) * metres + snapped.away[who])[head],
                (share * metres + snapped.away[who])[tail],
            ]
        ),
    )
