"""Zones as files for maps: GeoJSON, and a shapefile in a ZIP archive."""

import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from junheng.publish.table import Suppressed, Table
from junheng.seats.zoning.editing import Editing
from junheng.seats.zoning.shapes import zone_features, zone_shapes
from junheng.web.workbench.land import Land

CRS = "EPSG:4490"
"""CGCS2000, longitude and latitude."""
FIELDS = {"school_code": "code", "school": "name", "areas": "areas", "pupils": "pupils", "seats": "seats"}
"""Column of the table of zones -> field of the shapefile, whose names hold ten letters."""


def geojson(land: Land, editing: Editing, zones: Table) -> bytes:
    """The zones as RFC 7946; each feature carries its row of the table, and nothing else."""
    held = zone_features(editing, list(land.polygons))
    rows = zones.records()
    features = [{**one, "properties": _plain(rows[one["id"]])} for one in held["features"]]
    whole = {"type": "FeatureCollection", "note": [one.zh for one in zones.notes], "features": features}
    return json.dumps(whole, ensure_ascii=False).encode()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: None if isinstance(value, Suppressed) else value for name, value in row.items()}


def shapefile(land: Land, editing: Editing, zones: Table) -> bytes:
    """The zones as a shapefile (UTF-8) and a note on them, zipped."""
    with tempfile.TemporaryDirectory(prefix="junheng-") as folder:
        _write(Path(folder), land, editing, zones)
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(Path(folder).iterdir()):
                archive.writestr(zipfile.ZipInfo(path.name), path.read_bytes(), zipfile.ZIP_DEFLATED)
        return held.getvalue()


def _write(folder: Path, land: Land, editing: Editing, zones: Table) -> None:
    import shapely
    from pyogrio.raw import write

    shapes = zone_shapes(list(land.polygons), editing.plan, len(land.school_names))
    here = [at for at, one in enumerate(shapes) if not one.is_empty]
    rows = [_plain(one) for one in zones.records()]
    columns = [np.array([rows[at][name] for at in here], dtype=object) for name in FIELDS]
    numbers = [
        column if name in {"school_code", "school"} else np.array([np.nan if v is None else v for v in column], float)
        for name, column in zip(FIELDS, columns, strict=True)
    ]
    write(
        folder / "zones.shp",
        shapely.to_wkb(np.array([shapes[at] for at in here], dtype=object)),
        numbers,
        list(FIELDS.values()),
        geometry_type="MultiPolygon" if any(shapes[at].geom_type == "MultiPolygon" for at in here) else "Polygon",
        crs=CRS,
        encoding="UTF-8",
        driver="ESRI Shapefile",
    )
    note = "\n".join(f"{one.zh}\n{one.en}" for one in zones.notes)
    (folder / "zones.txt").write_text(note + "\n", encoding="utf-8")
