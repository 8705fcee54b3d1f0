"""Planning bases as folders: a Parquet file for each table, unit prices in ``costs.json``, a note in ``note.json``."""

import json
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.output import refuse
from junheng.policy.text import Text

if TYPE_CHECKING:
    from junheng.seats.plan import Tables

COSTS, NOTE = "costs.json", "note.json"


def read_planning_base(folder: Path) -> "Tables":
    """The tables of a folder; leaves with the code for bad input when one cannot be read."""
    import polars as pl

    from junheng.seats.plan import Tables

    names = [one.name for one in fields(Tables) if one.name != "costs"]
    missing = [f"{name}.parquet" for name in names if not (folder / f"{name}.parquet").is_file()]
    if missing:
        refuse(f"{folder} 缺少 / lacks {', '.join(missing)}")
    try:
        tables = {name: pl.read_parquet(folder / f"{name}.parquet") for name in names}
        costs = json.loads((folder / COSTS).read_text("utf-8")) if (folder / COSTS).is_file() else {}
    except (OSError, ValueError, pl.exceptions.PolarsError) as error:
        refuse(f"读不了规划底数 / cannot read {folder}: {error}")
    return Tables(**tables, costs=costs)


def note_of(folder: Path) -> Text | None:
    """What the base says of itself (that it is synthetic, for one), or nothing."""
    path = folder / NOTE
    if not path.is_file():
        return None
    said = json.loads(path.read_text("utf-8"))
    return Text(said["zh"], said["en"])
