"""A network laid out for searching backwards: arcs turned round, nodes along a Hilbert curve."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from junheng.seats.travel.hilbert import hilbert_order
from junheng.seats.travel.network import Network

Ints = NDArray[np.int32]
Arrays = tuple[Ints, Ints, NDArray[np.float64]]
"""Compressed rows: where each begins, its items, their metres."""


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

    def with_sources(
        self, source: NDArray[np.int64], node: NDArray[np.int64], metres: NDArray[np.float64], count: int
    ) -> Arrays:
        """The arcs, with ``count`` further nodes from which the sources set out to nodes of the network."""
        starts, items, far = rows_of(source, self.place[node], metres, count)
        return (
            np.concatenate([self.starts, self.starts[-1] + starts[1:]]),
            np.concatenate([self.heads, items]),
            np.concatenate([self.metres, far]),
        )


def backward_graph(network: Network) -> Graph:
    """The graph in which a search from a school finds the ways to that school."""
    order = hilbert_order(network.lon, network.lat)
    place = np.empty(network.nodes, dtype=np.int64)
    place[order] = np.arange(network.nodes)
    from_, to, metres = network.arcs()
    return Graph(place, *rows_of(place[to], place[from_], metres, network.nodes))


def rows_of(row: NDArray[np.int64], item: NDArray[np.int64], metres: NDArray[np.float64], count: int) -> Arrays:
    """Entries as compressed rows 0 to ``count - 1``, in order of row and item."""
    order = np.lexsort((item, row))
    return row_starts(row, count), item[order].astype(np.int32), metres[order]


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
