"""Lines of any layer turned into nodes and edges: lines that share a point meet there."""

from collections.abc import Mapping

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.seats.places import haversine

DIGITS = 7
"""Decimals of a degree by which two points are one: about a centimetre, as OpenStreetMap stores them."""


def split_lines(
    at: NDArray[np.float64], line: NDArray[np.int64], words: Mapping[str, list[str | None]]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Nodes and edges, as ``network_of`` reads them: every corner of a line is a node, every stretch an edge.

    Lines that cross without a common corner (bridges, or a layer that was never noded) do not meet.

    Args:
        at: corners in degrees, (n, 2), line after line.
        line: the line of each corner, (n,), rising.
        words: by column (``highway``, ``oneway``, ``foot``, …), the value of each line.
    """
    places, number = np.unique(np.round(at, DIGITS), axis=0, return_inverse=True)
    number = number.reshape(-1)
    along = (line[1:] == line[:-1]) & (number[1:] != number[:-1])
    u, v, owner = number[:-1][along], number[1:][along], line[:-1][along]
    metres = haversine(places[u, 0], places[u, 1], places[v, 0], places[v, 1])
    nodes = pl.DataFrame({"node": np.arange(len(places)), "lon": places[:, 0], "lat": places[:, 1]})
    columns = {name: pl.Series(values, dtype=pl.String).gather(owner) for name, values in words.items()}
    return nodes, pl.DataFrame({"u": u, "v": v, "length_m": metres, **columns})
