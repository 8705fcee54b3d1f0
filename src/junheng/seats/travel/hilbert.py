"""Numbers along a Hilbert curve: what lies together in the city lies together in memory.

Reference: J. K. Lawder, P. J. H. King, Using space-filling curves for multi-dimensional indexing, BNCOD 17 (2000).
"""

import numpy as np
from numpy.typing import NDArray

BITS = 16


def hilbert_order(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.int64]:
    """The points' numbers in the order in which a Hilbert curve passes them."""
    return np.argsort(_along(_cells(x), _cells(y)), kind="stable")


def _cells(values: NDArray[np.float64]) -> NDArray[np.int64]:
    span = float(np.ptp(values)) if len(values) else 0.0
    scaled = (values - values.min()) / span if span else np.zeros(len(values))
    return (scaled * ((1 << BITS) - 1)).astype(np.int64)


def _along(x: NDArray[np.int64], y: NDArray[np.int64]) -> NDArray[np.int64]:
    way = np.zeros(len(x), dtype=np.int64)
    for bit in range(BITS - 1, -1, -1):
        side = 1 << bit
        right, up = (x >> bit) & 1, (y >> bit) & 1
        way += side * side * ((3 * right) ^ up)
        x, y = x & (side - 1), y & (side - 1)
        mirrored = (up == 0) & (right == 1)
        x, y = np.where(mirrored, side - 1 - x, x), np.where(mirrored, side - 1 - y, y)
        x, y = np.where(up == 0, y, x), np.where(up == 0, x, y)
    return way
