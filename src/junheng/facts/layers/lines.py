"""Lines of a layer with the words of OpenStreetMap that say who may use them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WORDS = ("highway", "oneway", "foot", "access", "motor_vehicle", "vehicle")
"""Columns kept, where a layer has them; in OpenStreetMap's files they stand among ``other_tags``."""
HSTORE = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')
OSM = (".pbf", ".osm")
LINE_KINDS = (1, 5)
"""Shapely's numbers of LineString and MultiLineString."""


class UnreadableLayerError(ValueError):
    """The file is no layer of lines; the message says so in both languages."""


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """``at``: corners (n, 2) in the units of ``crs``, line after line; ``line``: of each corner; ``words``: by line."""

    at: NDArray[np.float64]
    line: NDArray[np.int64]
    words: Mapping[str, list[str | None]]
    crs: str | None


def read_lines(path: Path, layer: str | None = None) -> Lines:
    """All lines of a layer; of OpenStreetMap's files the ways that carry ``highway``.

    Raises:
        UnreadableLayerError: no such file, no such layer, no lines in it.
    """
    meta, geometry, columns = _raw(path, layer)
    import shapely

    shapes = shapely.from_wkb(geometry)
    kinds = shapely.get_type_id(shapes)
    if not np.isin(kinds, LINE_KINDS).any():
        raise UnreadableLayerError(f"{path}: 其中没有线 / holds no lines")
    keep = np.flatnonzero(np.isin(kinds, LINE_KINDS))
    parts, owner = shapely.get_parts(shapes[keep], return_index=True)
    at, line = shapely.get_coordinates(parts, return_index=True)
    words = {name: [values[row] for row in keep[owner].tolist()] for name, values in columns.items()}
    return Lines(at, line, words, meta.get("crs"))


def _raw(path: Path, layer: str | None) -> tuple[Mapping[str, Any], Any, Mapping[str, list[str | None]]]:
    from pyogrio import list_layers, read_info
    from pyogrio.errors import DataLayerError, DataSourceError
    from pyogrio.raw import read

    try:
        if path.suffix in OSM:
            meta, _, geometry, (highway, tags) = read(
                path, layer="lines", columns=["highway", "other_tags"], where="highway IS NOT NULL"
            )
            return meta, geometry, {"highway": _texts(highway), **_tags(tags)}
        chosen = layer or str(list_layers(path)[0][0])
        there = [name for name in read_info(path, layer=chosen)["fields"] if str(name).lower() in WORDS]
        meta, _, geometry, fields = read(path, layer=chosen, columns=there)
    except (DataSourceError, DataLayerError) as error:
        raise UnreadableLayerError(f"{path}: 读不了 / cannot be read: {error}") from error
    return meta, geometry, {str(name).lower(): _texts(one) for name, one in zip(meta["fields"], fields, strict=True)}


def _texts(values: Any) -> list[str | None]:
    return [str(one) if isinstance(one, str) and one else None for one in values]


def _tags(tags: Any) -> Mapping[str, list[str | None]]:
    read = [dict(HSTORE.findall(one)) if isinstance(one, str) else {} for one in tags]
    return {word: [one.get(word) for one in read] for word in WORDS if word != "highway"}
