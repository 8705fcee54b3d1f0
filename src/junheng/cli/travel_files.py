"""The files of ``junheng travel``: points and networks, read into tables."""

from pathlib import Path
from typing import TYPE_CHECKING

from junheng.cli.output import refuse
from junheng.policy import Text

if TYPE_CHECKING:
    import polars as pl

    from junheng.seats.places import PointTable


def read_points(file: Path, title: Text, *, gcj02: bool) -> "PointTable":
    """Points of a CSV; ``gcj02`` moves them to WGS84."""
    import polars as pl

    from junheng.facts.csvfile import rows
    from junheng.seats.places import LINE, from_gcj02, point_table

    existing(file)
    read, _ = rows(file.read_bytes())
    header = [str(cell or "") for cell in read[0]] if read else []
    if len(set(header)) < len(header):
        refuse(f"{file}: 列名重复 / columns have the same name: {', '.join(header)}")
    body = [[str(cell or "") for cell in row] + [""] * (len(header) - len(row)) for row in read[1:]]
    columns = {name: [row[at] for row in body] for at, name in enumerate(header) if name != LINE}
    text = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    table = point_table(text, title)
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


def existing(file: Path) -> None:
    """Leave with the code for bad input where there is no such file."""
    if not file.is_file():
        refuse(f"没有这个文件 / no such file: {file}")
