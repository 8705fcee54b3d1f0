"""Regions grown from seeds, each contiguous: a shortest-path wave in which larger regions run faster.

Dijkstra's algorithm with several sources; an area joins the region of the neighbour that reached it first.
"""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray


def grow(
    seeds: Mapping[int, float],
    neighbours: Sequence[Sequence[int]],
    places: NDArray[np.float64],
    group: NDArray[np.str_] | None = None,
) -> NDArray[np.int64]:
    """The region of each area, named by its seed.

    Args:
        seeds: area -> speed of the region that starts there.
        neighbours: areas next to each area.
        places: where the areas are, (n, 2), in metres.
        group: no region leaves the group of its seed.

    Returns:
        For each area its seed's number; -1 where no wave arrives.
    """
    found = np.full(len(neighbours), -1, dtype=np.int64)
    x, y = places[:, 0].tolist(), places[:, 1].tolist()
    of = group.tolist() if group is not None else [""] * len(neighbours)
    wave = [(0.0, seed, seed) for seed in sorted(seeds)]
    while wave:
        when, area, seed = heappop(wave)
        if found[area] != -1:
            continue
        found[area] = seed
        for other in neighbours[area]:
            if found[other] == -1 and of[other] == of[seed]:
                step = ((x[area] - x[other]) ** 2 + (y[area] - y[other]) ** 2) ** 0.5
                heappush(wave, (when + step / seeds[seed], other, seed))
    return found
