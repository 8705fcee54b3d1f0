"""A network laid out for searching backwards: arcs turned round, nodes along a Hilbert curve."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.travel.hilbert import hilbert_order
from junheng.seats.travel.network import Network

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """``place``: for each node of the network its number here. The arcs into node i, turned round, are rows of i."""

    place: NDArray[np.int64]
    starts: Ints
    heads: Ints
    metres: NDArray[np.float64]

    @property
    def usual_edge(self) -> float:
        """Median length of an arc: a good width of a bucket."""
        return float(np.median(self.metres)) if len(self.metres) else 1.0


def backward_graph(network: Network) -> Graph:
    """The graph in which a search from a school finds the ways to that school."""
    order = hilbert_order(network.lon, network.lat)
    place = np.empty(network.nodes, dtype=np.int64)
    place[order] = np.arange(network.nodes)
    from_, to, metres = network.arcs()
    rows, heads = place[to], place[from_]
    by_row = np.lexsort((heads, rows))
    return Graph(place, row_starts(rows, network.nodes), heads[by_row].astype(np.int32), metres[by_row])


def row_starts(rows: NDArray[np.int64], count: int) -> Ints:
    """Where each row begins when entries are sorted by row, and where the last ends: (count + 1,)."""
    return np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=count))]).astype(np.int32)


def main_piece(network: Network) -> NDArray[np.bool_]:
    """Whether each node lies in the largest piece in which every node reaches every other."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    from_, to, _ = network.arcs()
    shape = (network.nodes, network.nodes)
    arcs = coo_array((np.ones(len(from_), dtype=np.int8), (from_, to)), shape=shape)
    _, piece = connected_components(arcs, directed=True, connection="strong")
    largest: NDArray[np.bool_] = piece == np.argmax(np.bincount(piece))
    return largest
