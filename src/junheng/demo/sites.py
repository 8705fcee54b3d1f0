"""Building land of the synthetic city: where many children, or dwellings to come, lie far from any school."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.demo.area_cells import AreaCells, metres
from junheng.demo.assumptions import assumptions
from junheng.demo.draws import draws
from junheng.demo.profiles import profiles

KINDS = ("primary", "junior", "nine_year")
PER_DWELLING = 0.3
"""Children that a planned dwelling is taken to stand for when land is laid out; decides places only."""

SCHEMA = {
    "site": pl.String,
    "site_name": pl.String,
    "county_code": pl.String,
    "area": pl.String,
    "longitude": pl.Float64,
    "latitude": pl.Float64,
    "kind": pl.String,
    "land_m2": pl.Int64,
    "classes_max": pl.Int64,
    "cost_yuan": pl.Float64,
}


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What decides where land lies: of each area its id, children, planned dwellings; and the schools' places."""

    cells: AreaCells
    area: NDArray[np.str_]
    children: NDArray[np.int64]
    dwellings: NDArray[np.int64]
    schools: NDArray[np.float64]
    school_county: NDArray[np.str_]


def sites(seed: int, ground: Ground) -> pl.DataFrame:
    """Candidate sites; what building there would cost is not known and stays empty."""
    rows = [row for county in dict.fromkeys(ground.cells.county.tolist()) for row in _county(seed, county, ground)]
    return pl.DataFrame(rows, schema=SCHEMA)


def _county(seed: int, county: str, ground: Ground) -> list[Mapping[str, object]]:
    told, rng = assumptions()["sites"], draws(seed, "sites", county)
    there = np.flatnonzero(ground.cells.county == county)
    schools = int((ground.school_county == county).sum())
    count = max(told["least"], round(schools * told["share_of_schools"][profiles()[county].setting]))
    rows: list[Mapping[str, object]] = []
    for number, at in enumerate(_places(ground, there, count), 1):
        kind = KINDS[int(rng.choice(len(KINDS), p=(0.5, 0.25, 0.25)))]
        rows.append(
            {
                "site": f"{county}-L{number:02d}",
                "site_name": f"样例规划用地{number}号",
                "county_code": county,
                "area": str(ground.area[at]),
                "longitude": float(ground.cells.middles[at, 0]),
                "latitude": float(ground.cells.middles[at, 1]),
                "kind": kind,
                "land_m2": int(rng.integers(*told["land_m2"]) // 100 * 100),
                "classes_max": int(rng.choice(told["classes"][kind])),
                "cost_yuan": None,
            }
        )
    return rows


def _places(ground: Ground, there: NDArray[np.int64], count: int) -> list[int]:
    """One area after another, each where children times the way to the nearest school is largest."""
    places = metres(ground.cells.middles[there])
    away = np.full(len(there), np.inf)
    for school in metres(ground.schools):
        away = np.minimum(away, np.hypot(*(places - school).T))
    need = ground.children[there] + PER_DWELLING * ground.dwellings[there] + 1.0
    chosen: list[int] = []
    for _ in range(min(count, len(there))):
        best = int(np.argmax(np.where(away > 0, need * away, -1)))
        chosen.append(int(there[best]))
        near = np.hypot(*(places - places[best]).T)
        away = np.where(near < assumptions()["sites"]["apart_m"], 0, np.minimum(away, near))
    return chosen
