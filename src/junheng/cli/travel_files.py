"""The files of ``junheng travel``: points and networks, read into tables."""

from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.csv_table import LINE, existing, text_table
from junheng.cli.output import refuse
from junheng.policy import Text

if TYPE_CHECKING:
    import polars as pl

    from junheng.seats.places import PointTable


def read_points(file: Path, title: Text, *, gcj02: bool) -> "PointTable":
    """Points of a CSV; ``gcj02`` moves them to WGS84."""
    from junheng.seats.places import from_gcj02, point_table

    table = point_table(text_table(file).drop(LINE), title)
    return table.moved(*from_gcj02(table.lon, table.lat)) if gcj02 else table


def read_network(
    file: Path, nodes: Path | None, layer: str | None, crs: str | None, *, gcj02: bool
) -> tuple["pl.DataFrame", "pl.DataFrame"]:
    """Nodes and edges, from two CSVs or from a layer of lines."""
    import polars as pl

    from junheng.seats.places import from_gcj02

    existing(file)
    if file.suffix.lower() == ".csv":
        if nodes is None:
            refuse("CSV 路网需要 --nodes 节点表 / a network in CSV needs its nodes, --nodes")
        existing(nodes)
        places, edges = (pl.read_csv(one, infer_schema_length=None) for one in (nodes, file))
    else:
        places, edges = _from_layer(file, layer, crs)
    if gcj02:
        lon, lat = from_gcj02(places["lon"].to_numpy(), places["lat"].to_numpy())
        places = places.with_columns(lon=lon, lat=lat)
    return places, edges


def _from_layer(file: Path, layer: str | None, crs: str | None) -> tuple["pl.DataFrame", "pl.DataFrame"]:
    from junheng.facts.layers import UnreadableLayerError, read_lines
    from junheng.seats.places import to_degrees
    from junheng.seats.travel import split_lines

    try:
        lines = read_lines(file, layer)
    except UnreadableLayerError as error:
        refuse(str(error))
    at = to_degrees(lines.at, crs or lines.crs, Text(f"路网 {file.name}", f"network {file.name}"))
    return split_lines(at, lines.line, lines.words)
