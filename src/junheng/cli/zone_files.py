"""The files of a zone map: units, adjacency and schools in a folder, a plan beside them."""

import csv
from pathlib import Path

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.zoning.lcps import Row, Tables

ENDINGS = {"units": "_units.csv", "adjacency": "_adjacency.csv", "schools": "_schools.csv"}


def read_zone_files(folder: Path, plan: Path) -> Tables:
    """The tables of a folder, found by the ends of their names (``lcps_units.csv`` or ``units.csv``).

    Raises:
        UnfitInputError: names every file that is missing.
    """
    found = {table: _find(folder, ending) for table, ending in ENDINGS.items()} | {"plan": plan}
    missing = {table: path for table, path in found.items() if not path.is_file()}
    if missing:
        raise UnfitInputError(
            Fault("zone_file_missing", Text(str(folder), str(folder)), {"file": path.name}) for path in missing.values()
        )
    rows = {table: _rows(path) for table, path in found.items()}
    names = {table: path.name for table, path in found.items()}
    return Tables(rows["units"], rows["adjacency"], rows["schools"], rows["plan"], names)


def _find(folder: Path, ending: str) -> Path:
    matching = sorted(folder.glob(f"*{ending}")) + sorted(folder.glob(ending.lstrip("_")))
    return matching[0] if matching else folder / f"*{ending}"


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return list(csv.DictReader(file))
