"""Townships and subdistricts of the synthetic city: contiguous groups of small areas inside a county."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from junheng.demo.area_cells import AreaCells, metres
from junheng.demo.assumptions import assumptions
from junheng.demo.counties import TOWNSHIPS
from junheng.demo.dice import dice
from junheng.demo.draws import draws
from junheng.demo.growth import grow
from junheng.demo.profiles import profiles
from junheng.demo.roster import MARKER


def township_names(seed: int, county: str, areas: int) -> list[str]:
    """Invented names: as many 镇 as the county's table says, then 街道; fewer where there are few areas."""
    setting = profiles()[county].setting
    towns = dice(seed, "county", county).randint(*TOWNSHIPS[setting])
    streets = dice(seed, "streets", county).randint(*assumptions()["townships"][setting])
    names = [f"{MARKER}第{number}镇" for number in range(1, towns + 1)]
    names += [f"{MARKER}第{number}街道" for number in range(1, streets + 1)]
    return names[: max(1, areas // 3)]


def townships(seed: int, cells: AreaCells, neighbours: Sequence[Sequence[int]]) -> NDArray[np.str_]:
    """The township of each area."""
    places = metres(cells.middles)
    seeds: dict[int, str] = {}
    for county in dict.fromkeys(cells.county.tolist()):
        there = np.flatnonzero(cells.county == county)
        names = township_names(seed, county, len(there))
        first = int(draws(seed, "townships", county).integers(len(there)))
        seeds.update(zip(there[_spread(places[there], len(names), first)].tolist(), names, strict=True))
    grown = grow(dict.fromkeys(seeds, 1.0), neighbours, places, cells.county)
    return np.array([seeds[seed_area] for seed_area in grown.tolist()])


def _spread(places: NDArray[np.float64], count: int, first: int) -> list[int]:
    """Places far from each other: each next one is the farthest from those before."""
    chosen = [first]
    apart = np.hypot(*(places - places[first]).T)
    while len(chosen) < count:
        chosen.append(int(np.argmax(apart)))
        apart = np.minimum(apart, np.hypot(*(places - places[chosen[-1]]).T))
    return chosen
