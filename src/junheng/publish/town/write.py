"""Writing a town: a CSV with its meta file for each table, the map as PNG."""

from collections.abc import Sequence
from pathlib import Path

from junheng.publish.charts import Chart, to_png
from junheng.publish.csv_files import to_csv
from junheng.publish.table import Table


def write_town(folder: Path, tables: Sequence[Table], map_: Chart) -> list[Path]:
    """Write ``<table>.csv`` with ``<table>.meta.csv`` for each table, and ``map.png``; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [path for table in tables for path in to_csv(table, folder / f"{table.id}.csv")]
    picture = folder / "map.png"
    picture.write_bytes(to_png(map_))
    return [*written, picture]
