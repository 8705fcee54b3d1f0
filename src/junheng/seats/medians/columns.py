"""A pool of clusters worth combining: a site, the customers it serves, what that costs."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from junheng.seats.medians.problem import Floats, Ints, Problem

Members = NDArray[np.int32]


@dataclass(slots=True)
class Columns:
    """Clusters that fit, each once."""

    problem: Problem
    costs: list[float] = field(default_factory=list)
    sites: list[int] = field(default_factory=list)
    members: list[Members] = field(default_factory=list)
    seen: dict[bytes, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.sites)

    def add(self, site: int, members: Members) -> int | None:
        """The number of the cluster of ``members`` (in order) at ``site``; ``None`` when it does not fit."""
        key = site.to_bytes(4, "little") + members.tobytes()
        at = self.seen.get(key)
        if at is not None:
            return at
        if self.problem.demand[members].sum() > self.problem.room[site]:
            return None
        self.seen[key] = len(self.sites)
        self.costs.append(float(self.problem.cost[members, site].sum() + self.problem.fixed[site]))
        self.sites.append(site)
        self.members.append(members)
        return len(self.sites) - 1

    def add_clusters(self, assignment: Ints) -> list[int]:
        """The clusters of an answer, the last number of each that fits."""
        order = np.argsort(assignment, kind="stable").astype(np.int32)
        sites, first = np.unique(assignment[order], return_index=True)
        parts = np.split(order, first[1:])
        found = (self.add(int(site), part) for site, part in zip(sites, parts, strict=True))
        return [at for at in found if at is not None]

    def reduced_costs(self, prices: Floats, site_price: float) -> Floats:
        """Cost of each cluster less the prices of its customers and of opening a site."""
        sizes = np.fromiter((part.size for part in self.members), np.int64, len(self.members))
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        paid = np.add.reduceat(prices[np.concatenate(self.members)], starts)
        return np.asarray(np.array(self.costs) - paid - site_price)

    def keep(self, wanted: Ints) -> None:
        """Forgets all other clusters."""
        kept = [(self.costs[at], self.sites[at], self.members[at]) for at in wanted.tolist()]
        self.costs, self.sites, self.members = ([one[part] for one in kept] for part in range(3))
        self.seen = {
            site.to_bytes(4, "little") + part.tobytes(): at
            for at, (site, part) in enumerate(zip(self.sites, self.members, strict=True))
        }
