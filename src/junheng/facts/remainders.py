"""Whole numbers for parts of a whole, by the method of largest remainders (Hamilton)."""

import numpy as np
from numpy.typing import NDArray


def whole(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Each value rounded down or up so that they add up to the rounded sum of the values.

    The largest remainders go up, of equal ones the earlier.

    Args:
        values: of any shape; one sum over all.
    """
    exact = values.ravel()
    down = np.floor(exact)
    lacking = round(float(exact.sum())) - int(down.sum())
    down[np.argsort(down - exact, kind="stable")[:lacking]] += 1
    return down.astype(np.int64).reshape(values.shape)


def proportional(total: int, weights: NDArray[np.float64] | NDArray[np.int64]) -> NDArray[np.int64]:
    """Whole numbers in proportion to the weights that add up to ``total``; nothing is shared where all weights are 0.

    Args:
        weights: of any shape, none below 0.
    """
    every = float(weights.sum())
    return whole(total * weights / every) if every else np.zeros(weights.shape, np.int64)
