"""Whole children handed out in proportion."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def fit(counts: Ints, total: int) -> Ints:
    """Whole numbers in proportion to ``counts`` that add up to ``total``: largest remainders; 0 if all counts are."""
    whole = int(counts.sum())
    if not whole:
        return np.zeros_like(counts)
    exact = counts * (total / whole)
    shares: Ints = np.floor(exact).astype(np.int64)
    most = np.argsort(shares - exact, kind="stable")[: total - int(shares.sum())]
    shares[most] += 1
    return shares
