"""Whole children handed out in proportion."""

import numpy as np
from numpy.typing import NDArray

from junheng.seats.places.counts import whole

Ints = NDArray[np.int64]


def fit(counts: Ints, total: int) -> Ints:
    """Whole numbers in proportion to ``counts`` that add up to ``total``: largest remainders; 0 if all counts are."""
    before = int(counts.sum())
    return whole(counts.astype(np.float64) * (total / before)) if before else np.zeros_like(counts)
