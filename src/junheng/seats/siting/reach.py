"""Which areas lie within reach of which sites, as a sparse table of ones."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from junheng.seats.assignment import Problem

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def reach(places: Problem, near: NDArray[np.bool_]) -> "csr_array":
    """(areas, sites) one for every arc that counts as near; ``near`` has an entry an arc."""
    from scipy.sparse import csr_array

    shape = (places.pupils.size, places.seats.size)
    return csr_array((np.ones(int(near.sum())), (places.arcs.area[near], places.arcs.school[near])), shape=shape)
