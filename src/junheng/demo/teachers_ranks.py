"""Who comes first at a post or in a county: ranks within groups, and counts dealt out by them."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def ranks(group: Ints, key: Floats) -> Ints:
    """0, 1, … within each group, the smallest key first; ``group``: (n,) numbers from 0."""
    order = np.lexsort((key, group))
    sizes = np.bincount(group)
    starts = np.cumsum(sizes) - sizes
    found = np.empty(group.size, dtype=np.int64)
    found[order] = np.arange(group.size) - starts[group[order]]
    return found


def dealt(names: Iterable[str], counts: Sequence[Ints], rank: Ints, rest: str = "") -> NDArray[np.str_]:
    """The first ranks get the first name, as many as its (n,) counts say, the next the second; others ``rest``."""
    below = np.cumsum(counts, axis=0)
    return np.select([rank < one for one in below], list(names), rest)
