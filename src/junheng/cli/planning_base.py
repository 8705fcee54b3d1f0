"""Planning bases as folders: a Parquet file for each table, unit prices in ``costs.json``, a note in ``note.json``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.output import refuse
from junheng.policy.text import Text

if TYPE_CHECKING:
    from junheng.seats.plan import Tables

COSTS, NOTE = "costs.json", "note.json"


def read_planning_base(folder: Path) -> "Tables":
    """The tables of a folder; leaves with the code for bad input when one cannot be read.

    Raises:
        UnfitInputError: tables or columns are missing; all of them.
    """
    import polars as pl

    from junheng.seats.plan import COLUMNS, base_of

    if not folder.is_dir():
        refuse(f"没有文件夹 / there is no folder {folder}")
    try:
        paths = {name: folder / f"{name}.parquet" for name in COLUMNS}
        tables = {name: pl.read_parquet(path) for name, path in paths.items() if path.is_file()}
        costs = json.loads((folder / COSTS).read_text("utf-8")) if (folder / COSTS).is_file() else {}
    except (OSError, ValueError, pl.exceptions.PolarsError) as error:
        refuse(f"读不了规划底数 / cannot read {folder}: {error}")
    return base_of(tables, costs)


def note_of(folder: Path) -> Text | None:
    """What the base says of itself (that it is synthetic, for one), or nothing."""
    path = folder / NOTE
    if not path.is_file():
        return None
    said = json.loads(path.read_text("utf-8"))
    return Text(said["zh"], said["en"])
