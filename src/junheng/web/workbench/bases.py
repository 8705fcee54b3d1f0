"""Planning bases as folders of Parquet tables: which tables and columns, how they are read.

The columns are those of ``junheng.demo.DemoSeats``; a city's own base has the same.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import polars as pl

from junheng.web.workbench.models import PlanningBase

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "areas": ("area", "area_name", "county_code", "township", "longitude", "latitude", "polygon"),
    "children": ("area", "year", "age", "children"),
    "births": ("county_code", "year", "births"),
    "dwellings": ("area", "year", "dwellings"),
    "schools": (
        "school_code",
        "school_name",
        "county_code",
        "township",
        "area",
        "longitude",
        "latitude",
        "public",
        "boarding",
        "zoned",
    ),
    "seats": ("school_code", "section", "pupils", "classes", "seats", "classes_addable"),
    "enrolment": ("school_code", "section", "year", "pupils"),
    "sites": (
        "site",
        "site_name",
        "county_code",
        "area",
        "longitude",
        "latitude",
        "kind",
        "land_m2",
        "classes_max",
        "cost_yuan",
    ),
    "zones": ("section", "area", "school_code"),
    "nodes": ("node", "lon", "lat"),
    "edges": ("u", "v", "length_m", "highway", "oneway"),
}
"""Table -> its columns, in order."""
COSTS = "costs.json"
KEPT = 2
"""Bases kept open in a process."""

Tables = dict[str, pl.DataFrame]


def tables_of(base: PlanningBase) -> Tables:
    """The tables of a base by name; the same frames every time, so never change them.

    Raises:
        FileNotFoundError: the folder is gone.
    """
    return _read(base.digest, base.folder)


def costs_of(base: PlanningBase) -> dict[str, int]:
    """Unit prices in yuan that came with the base; empty where none did."""
    held: dict[str, int] = json.loads((base.folder / COSTS).read_text(encoding="utf-8"))
    return held


@lru_cache(maxsize=KEPT)
def _read(digest: str, folder: Path) -> Tables:  # noqa: ARG001 - the digest is what the cache goes by
    return {name: pl.read_parquet(folder / f"{name}.parquet") for name in COLUMNS}
