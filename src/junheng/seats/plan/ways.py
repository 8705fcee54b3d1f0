"""How far every area is from every school and site: along streets, straight and marked where there are none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.seats.assignment import Arcs
from junheng.seats.plan.tables import SECTIONS, Base

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

Placed = tuple[Floats, NDArray[np.str_]]
"""Longitude and latitude (n, 2) and county (n,) of points."""

ANYWHERE = 200_000.0
"""Metres: as far as a county reaches."""
LIMIT = 6000.0
"""Metres that are measured along streets."""
AT_LEAST = 8
"""Schools of each section, and sites, to which every area has a way; beyond ``LIMIT`` a straight one."""


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Ways inside counties, in order of area and metres.

    ``places``: codes of schools, then of sites; ``area``, ``place``: numbers; ``straight`` marks ways not measured
    along streets.
    """

    areas: Sequence[str]
    places: Sequence[str]
    area: Ints
    place: Ints
    metres: Floats
    straight: NDArray[np.bool_]

    def arcs(self, there: Ints, chosen: Ints, most: int, always: Ints | None = None) -> Arcs:
        """The ``most`` shortest ways of some areas to some places, numbered as in ``there`` and ``chosen``.

        Args:
            there: areas.
            chosen: places.
            most: ways of each area.
            always: (areas,) a place of ``chosen`` (its number there) to which the way is kept, however many are
                shorter; -1 for none.
        """
        local = np.full(len(self.areas), -1, dtype=np.int64)
        local[there] = np.arange(len(there))
        number = np.full(len(self.places), -1, dtype=np.int64)
        number[chosen] = np.arange(len(chosen))
        kept = np.flatnonzero((local[self.area] >= 0) & (number[self.place] >= 0))
        area, place, metres = local[self.area[kept]], number[self.place[kept]], self.metres[kept]
        order = np.lexsort((metres, area))
        area, place, metres = area[order], place[order], metres[order]
        rank = np.arange(area.size) - np.searchsorted(area, area)
        keep = rank < most
        if always is not None:
            keep |= always[area] == place
        first = np.concatenate(([0], np.cumsum(np.bincount(area[keep], minlength=len(there)))))
        return Arcs(first.astype(np.int64), place[keep], metres[keep])


def ways(base: Base) -> Ways:
    """All ways of a base up to ``LIMIT``, and to the nearest ``AT_LEAST`` places of each sort in the county beyond."""
    from junheng.seats.travel import MODES, Points, network_of, travel

    places = pl.concat(
        [
            base.schools.select(pl.col("school_code").alias("place"), "county_code", "longitude", "latitude"),
            base.sites.select(pl.col("site").alias("place"), "county_code", "longitude", "latitude"),
        ]
    )
    homes, goals = (_points(one) for one in (base.areas, places))
    network = None if base.edges.is_empty() else network_of(base.nodes, base.edges, MODES["walk"])
    found = travel(Points(*homes.T), Points(*goals.T), network, limit=LIMIT)
    county, place_county = (one["county_code"].to_numpy().astype(str) for one in (base.areas, places))
    inside = county[found.pairs.area] == place_county[found.pairs.school]
    near = [
        found.pairs.area[inside],
        found.pairs.school[inside],
        found.pairs.metres[inside],
        found.pairs.straight[inside],
    ]
    far = _far((homes, county), (goals, place_county), _sorts(base), near[0], near[1])
    area, place, metres, straight = (np.concatenate(two) for two in zip(near, far, strict=True))
    order = np.lexsort((place, metres, area))
    return Ways(
        base.areas["area"].to_list(),
        places["place"].to_list(),
        area[order],
        place[order],
        metres[order],
        straight[order],
    )


def _points(table: pl.DataFrame) -> Floats:
    return table.select("longitude", "latitude").to_numpy()


def _sorts(base: Base) -> list[Ints]:
    """Numbers of the schools of each section, then of the sites."""
    codes, count = base.schools["school_code"], base.schools.height
    taught = [base.seats.filter(pl.col("section") == section)["school_code"].implode() for section in SECTIONS]
    return [
        *(codes.is_in(one).arg_true().to_numpy().astype(np.int64) for one in taught),
        count + np.arange(base.sites.height, dtype=np.int64),
    ]


def _far(homes: Placed, goals: Placed, sorts: list[Ints], area: Ints, place: Ints) -> list[NDArray[Any]]:
    """Straight ways to the nearest places of the county that are not among the measured ones; at least ``LIMIT``."""
    from junheng.seats.travel import Points, travel

    found: list[list[NDArray[Any]]] = []
    for code in dict.fromkeys(homes[1].tolist()):
        there = np.flatnonzero(homes[1] == code)
        for sort in sorts:
            its = sort[goals[1][sort] == code]
            pairs = travel(Points(*homes[0][there].T), Points(*goals[0][its].T), None, limit=ANYWHERE).pairs
            rank = np.arange(len(pairs)) - np.searchsorted(pairs.area, pairs.area)
            near = rank < AT_LEAST
            found.append([there[pairs.area[near]], its[pairs.school[near]], np.maximum(pairs.metres[near], LIMIT)])
    far = [np.concatenate(column) for column in zip(*found, strict=True)]
    count = len(goals[1])
    _, once = np.unique(far[0] * count + far[1], return_index=True)
    far = [column[once] for column in far]
    new = ~np.isin(far[0] * count + far[1], area * count + place)
    return [*(column[new] for column in far), np.ones(int(new.sum()), dtype=bool)]
