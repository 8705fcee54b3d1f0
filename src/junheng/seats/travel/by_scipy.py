"""The same distances by ``scipy.sparse.csgraph.dijkstra``: the oracle of the checks, written without the kernel.

Every point becomes a node of its own, joined to the ends of its street, and to the other points there.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from junheng.seats.travel.network import Network
from junheng.seats.travel.pairs import Pairs, in_order
from junheng.seats.travel.snapping import Snapped

if TYPE_CHECKING:
    from scipy.sparse import csr_array

CHUNK = 50
"""Searches at a time: each fills a row as long as the network."""


def scipy_pairs(
    origins: Snapped, targets: Snapped, network: Network, *, limit: float, only: NDArray[np.int64] | None = None
) -> Pairs:
    """All pairs within the limit; only those of some targets when asked."""
    from scipy.sparse.csgraph import dijkstra

    goals = np.flatnonzero(targets.on_road) if only is None else only[targets.on_road[only]]
    graph = _turned(origins, targets, network)
    first_target = network.nodes + len(origins.edge)
    found: list[tuple[NDArray[np.int64], ...]] = []
    far: list[NDArray[np.float64]] = []
    for begin in range(0, len(goals), CHUNK):
        chunk = goals[begin : begin + CHUNK]
        metres = dijkstra(graph, indices=first_target + chunk, limit=limit)[:, network.nodes : first_target]
        which, origin = np.nonzero(np.isfinite(metres))
        found.append((origin, chunk[which]))
        far.append(metres[which, origin])
    origin, target = (np.concatenate([np.empty(0, dtype=np.int64), *(one[at] for one in found)]) for at in (0, 1))
    return in_order(origin, target, np.concatenate([np.empty(0), *far]), np.zeros(len(origin), dtype=bool))


def _turned(origins: Snapped, targets: Snapped, network: Network) -> "csr_array":
    """The network with all points, every arc turned round; searching from a school finds the ways to it."""
    first_target = network.nodes + len(origins.edge)
    arcs = [*zip(*(one.tolist() for one in network.arcs()), strict=True)]
    for point, node, metres in _ways(origins, network, backward=False):
        arcs.append((network.nodes + point, node, metres))
    for point, node, metres in _ways(targets, network, backward=True):
        arcs.append((node, first_target + point, metres))
    for origin, target, metres in _neighbours(origins, targets, network):
        arcs.append((network.nodes + origin, first_target + target, metres))
    from_, to, far = (np.array(one) for one in zip(*arcs, strict=True))
    return _shortest(to, from_, far, first_target + len(targets.edge))


def _ways(snapped: Snapped, network: Network, *, backward: bool) -> Iterator[tuple[int, int, float]]:
    """Point, node, metres between a point and either end of its street; out of the point, or ``backward`` into it."""
    for point in np.flatnonzero(snapped.on_road).tolist():
        edge, away = snapped.edge[point], snapped.away[point]
        behind = snapped.share[point] * network.metres[edge]
        way = -network.direction[edge] if backward else network.direction[edge]
        if way >= 0:
            yield point, int(network.head[edge]), float(network.metres[edge] - behind + away)
        if way <= 0:
            yield point, int(network.tail[edge]), float(behind + away)


def _neighbours(origins: Snapped, targets: Snapped, network: Network) -> Iterator[tuple[int, int, float]]:
    """Origin, target, metres of points that stand on one street."""
    on_edge: dict[int, list[int]] = {}
    for origin in np.flatnonzero(origins.on_road).tolist():
        on_edge.setdefault(int(origins.edge[origin]), []).append(origin)
    for target in np.flatnonzero(targets.on_road).tolist():
        edge = int(targets.edge[target])
        for origin in on_edge.get(edge, ()):
            ahead = targets.share[target] - origins.share[origin]
            if network.direction[edge] * ahead >= 0:
                walked = abs(ahead) * network.metres[edge]
                yield origin, target, float(walked + origins.away[origin] + targets.away[target])


def _shortest(
    rows: NDArray[np.int64], columns: NDArray[np.int64], metres: NDArray[np.float64], count: int
) -> "csr_array":
    """A sparse matrix with the shortest of parallel arcs; a length of zero is stored as one too small to matter.

    Scipy adds up what is stored twice and takes a stored zero for no arc at all.
    """
    from scipy.sparse import coo_array

    order = np.lexsort((metres, columns, rows))
    rows, columns, metres = rows[order], columns[order], np.maximum(metres[order], 1e-12)
    new = np.ones(len(rows), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    return coo_array((metres[new], (rows[new], columns[new])), shape=(count, count)).tocsr()
