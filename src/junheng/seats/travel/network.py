"""A street network in memory: nodes with places, edges with lengths and directions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.policy.text import Text
from junheng.seats.faults import Fault, UnfitInputError
from junheng.seats.places import haversine
from junheng.seats.travel.modes import Mode, direction, usable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """``lon``, ``lat``: (n,) degrees; edge i runs from ``tail[i]`` to ``head[i]`` over ``metres[i]``.

    ``direction``: 0 both ways, 1 only tail to head, -1 only head to tail.
    """

    lon: Floats
    lat: Floats
    tail: Ints
    head: Ints
    metres: Floats
    direction: NDArray[np.int8]

    @property
    def nodes(self) -> int:
        return len(self.lon)

    @property
    def edges(self) -> int:
        return len(self.tail)

    def arcs(self) -> tuple[Ints, Ints, Floats]:
        """From, to, metres of every way an edge may be used."""
        forth, back = self.direction >= 0, self.direction <= 0
        return (
            np.concatenate([self.tail[forth], self.head[back]]),
            np.concatenate([self.head[forth], self.tail[back]]),
            np.concatenate([self.metres[forth], self.metres[back]]),
        )


def network_of(nodes: pl.DataFrame, edges: pl.DataFrame, mode: Mode) -> Network:
    """The network of one mode of travel.

    Args:
        nodes: ``node``, ``lon``, ``lat`` (degrees).
        edges: ``u``, ``v`` (nodes), optional ``length_m`` (measured along the straight line where absent), ``highway``,
            ``oneway``, ``walkable`` (1 or 0, decides for people on foot), ``foot``, ``access``, ``motor_vehicle``.
        mode: whose rules apply.

    Raises:
        UnfitInputError: columns are missing, nodes come twice or have no place, edges name nodes that are not there
            or have no length, or no edge may be used.
    """
    faults = [*_absent("nodes", nodes, ("node", "lon", "lat")), *_absent("edges", edges, ("u", "v"))]
    if not faults:
        faults = [*_node_faults(nodes), *_edge_faults(nodes, edges)]
    if faults:
        raise UnfitInputError(faults)
    kept = edges.filter(pl.Series(_usable(edges, mode), dtype=pl.Boolean))
    if kept.is_empty():
        raise UnfitInputError(
            [Fault("no_usable_way", Text("路网", "network"), {"mode": mode.id, "edges": edges.height})]
        )
    number = {name: at for at, name in enumerate(nodes["node"].to_list())}
    tail, head = (np.array([number[name] for name in kept[side].to_list()], dtype=np.int64) for side in ("u", "v"))
    lon, lat = (nodes[axis].cast(pl.Float64).to_numpy() for axis in ("lon", "lat"))
    return Network(lon, lat, tail, head, _metres(kept, lon, lat, tail, head), _directions(kept, mode))


def _absent(table: str, frame: pl.DataFrame, columns: tuple[str, ...]) -> Iterator[Fault]:
    for column in columns:
        if column not in frame.columns:
            yield Fault("column_absent", Text(f"{table} 表", f"table {table}"), {"column": column})


def _node_faults(nodes: pl.DataFrame) -> Iterator[Fault]:
    for name in nodes.filter(pl.col("node").is_duplicated())["node"].unique(maintain_order=True):
        yield Fault("given_twice", Text(f"路网节点 {name}", f"node {name}"), {"name": name})
    bad = ~(pl.col("lon").is_between(-180, 180) & pl.col("lat").is_between(-90, 90)).fill_null(value=False)
    for name, lon, lat in nodes.filter(bad).select("node", "lon", "lat").iter_rows():
        yield Fault("no_such_place", Text(f"路网节点 {name}", f"node {name}"), {"lon": lon, "lat": lat})


def _edge_faults(nodes: pl.DataFrame, edges: pl.DataFrame) -> Iterator[Fault]:
    known = nodes["node"].implode()
    for row, u, v in (
        edges.with_row_index("row", 2)
        .filter(~(pl.col("u").is_in(known) & pl.col("v").is_in(known)))
        .select("row", "u", "v")
    ).iter_rows():
        yield Fault("edge_without_node", _row(row), {"u": u, "v": v})
    if "length_m" in edges.columns:
        bad = (pl.col("length_m") < 0) | pl.col("length_m").is_nan()
        for row, metres in edges.with_row_index("row", 2).filter(bad).select("row", "length_m").iter_rows():
            yield Fault("negative_count", _row(row), {"name": "length_m", "value": metres})


def _row(number: int) -> Text:
    return Text(f"路网边表第 {number} 行", f"edges, row {number}")


def _usable(edges: pl.DataFrame, mode: Mode) -> list[bool]:
    highway = edges["highway"].to_list() if "highway" in edges.columns else [None] * edges.height
    said = _said(edges, mode)
    words = [usable(mode, kind, one) for kind, one in zip(highway, said, strict=True)]
    if mode.id != "walk" or "walkable" not in edges.columns:
        return words
    walkable = edges["walkable"].cast(pl.Int64, strict=False).to_list()
    return [one if flag is None else flag > 0 for one, flag in zip(words, walkable, strict=True)]


def _said(edges: pl.DataFrame, mode: Mode) -> list[Mapping[str, str | None]]:
    words = [word for word in mode.access if word in edges.columns]
    return list(edges.select(words).iter_rows(named=True)) if words else [{}] * edges.height


def _directions(edges: pl.DataFrame, mode: Mode) -> NDArray[np.int8]:
    none = [None] * edges.height
    kinds = edges["highway"].to_list() if "highway" in edges.columns else none
    ways = edges["oneway"].cast(pl.String).to_list() if "oneway" in edges.columns else none
    found = [direction(mode, kind, way) for kind, way in zip(kinds, ways, strict=True)]
    return np.array(found, dtype=np.int8)


def _metres(edges: pl.DataFrame, lon: Floats, lat: Floats, tail: Ints, head: Ints) -> Floats:
    """Given lengths; the straight line where an edge has none."""
    straight = haversine(lon[tail], lat[tail], lon[head], lat[head])
    if "length_m" not in edges.columns:
        return straight
    given = edges["length_m"].cast(pl.Float64).fill_null(np.nan).to_numpy()
    return np.where(np.isnan(given), straight, given)
