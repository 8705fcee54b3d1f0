"""Planned dwellings of the synthetic city: a few areas of each county, in one of the coming years."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.demo.assumptions import assumptions
from junheng.demo.draws import draws
from junheng.demo.profiles import profiles


def dwellings(seed: int, area: NDArray[np.str_], county: NDArray[np.str_]) -> pl.DataFrame:
    """Columns ``area``, ``year`` of delivery, ``dwellings``; at least one area in every county."""
    told = assumptions()["dwellings"]
    rows: dict[str, list[object]] = {"area": [], "year": [], "dwellings": []}
    for place in dict.fromkeys(county.tolist()):
        rng = draws(seed, "dwellings", place)
        there = area[county == place]
        count = max(1, round(len(there) * told["share_of_areas"][profiles()[place].setting]))
        rows["area"] += np.sort(rng.choice(there, count, replace=False)).tolist()
        rows["year"] += rng.choice(told["years"], count).tolist()
        fewest, most = told["size"]
        rows["dwellings"] += (rng.integers(fewest, most, count) // 10 * 10).tolist()
    return pl.DataFrame(rows)
