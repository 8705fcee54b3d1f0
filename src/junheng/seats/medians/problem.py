"""One problem for both classics: capacitated p-median and single-source capacitated facility location."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Distance = Literal["floor", "euclid"]
"""``euclid``: straight line as it is; ``floor``: cut to whole units, as the sets of Osman & Christofides are read."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
ROUNDING = 1e-9
"""Share of a capacity that sums of non-integer demands may exceed by."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Every customer to one open site, within its capacity, at the least cost.

    ``min Σ_j fixed[j]·y[j] + Σ_ij cost[i,j]·x[i,j]``, ``Σ_j x[i,j] = 1``, ``Σ_i demand[i]·x[i,j] ≤ capacity[j]·y[j]``,
    and ``Σ_j y[j] = p`` unless ``p`` is ``None``.

    Attributes:
        cost: customers × sites, of serving the whole customer there.
        demand: per customer.
        capacity, fixed: per site; ``fixed`` is paid when it is open.
        p: how many sites are open, or ``None``: as many as pay.
        own: per site the customer that stands there and must be served by it when it is open; −1 for none.
    """

    cost: Floats
    demand: Floats
    capacity: Floats
    fixed: Floats
    p: int | None
    own: Ints

    @property
    def customers(self) -> int:
        return int(self.cost.shape[0])

    @property
    def sites(self) -> int:
        return int(self.cost.shape[1])

    @property
    def whole(self) -> bool:
        """Whether every cost is a whole number, so that a bound may be rounded up."""
        return bool(np.all(self.cost == np.floor(self.cost)) and np.all(self.fixed == np.floor(self.fixed)))

    @property
    def room(self) -> Floats:
        """Capacity with an allowance for rounding, half of what the checker allows."""
        return self.capacity * (1 + ROUNDING / 2)


def median_problem(points: Floats, capacity: Floats, demand: Floats, p: int, distance: Distance = "euclid") -> Problem:
    """Capacitated p-median on the plane: ``points`` (n × 2) are customers and sites at once; a median serves itself.

    Costs are distances, one per point whatever its demand (Osman & Christofides 1994, Lorena & Senne 2004).
    """
    apart = points[:, None, :] - points[None, :, :]
    cost = np.sqrt((apart**2).sum(axis=2))
    if distance == "floor":
        cost = np.floor(cost)
    n = len(points)
    return Problem(np.ascontiguousarray(cost), demand, capacity, np.zeros(n), p, np.arange(n, dtype=np.int64))


def facility_problem(cost: Floats, capacity: Floats, fixed: Floats, demand: Floats) -> Problem:
    """Single-source capacitated facility location: ``cost`` customers × facilities, opened as they pay."""
    nowhere = np.full(cost.shape[1], -1, dtype=np.int64)
    return Problem(np.ascontiguousarray(cost), demand, capacity, fixed, None, nowhere)
