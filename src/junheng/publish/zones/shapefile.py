"""Zones as an ESRI shapefile, zipped, with its ``.prj`` in EPSG:4490 and its text in UTF-8."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from junheng.publish.fixed_zip import fixed

CRS = "EPSG:4490"
FIELDS = {
    "school": "school",
    "county": "county",
    "areas": "areas",
    "pupils": "pupils",
    "seats": "seats",
    "free": "free",
    "arriving": "arriving",
    "mean_metres": "mean_m",
    "farthest_metres": "farthest_m",
    "near_share": "near_share",
}
"""Property -> name in the shapefile, at most ten letters."""
WORDS = {"school", "county"}


def shapefile(features: Mapping[str, Any], name: str = "zones") -> bytes:
    """The zip of a shapefile with the features that have a shape; its bytes depend on them alone.

    Args:
        features: a GeoJSON feature collection of zones.
        name: of the files inside.
    """
    with TemporaryDirectory() as folder:
        _write([one for one in features["features"] if one["geometry"]], Path(folder) / f"{name}.shp")
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for path in sorted(Path(folder).iterdir()):
                archive.writestr(path.name, _undated(path))
    return fixed(target.getvalue())


def _write(zones: list[Mapping[str, Any]], path: Path) -> None:
    import numpy as np
    import pyogrio.raw
    import shapely
    from shapely.geometry import shape

    columns: list[Any] = []
    for field in FIELDS:
        values = [zone["properties"][field] for zone in zones]
        blank = [np.nan if value is None else value for value in values]
        columns.append(np.array(values, dtype=object) if field in WORDS else np.array(blank, dtype=np.float64))
    shapes = [shapely.multipolygons(shapely.get_parts(shape(zone["geometry"]))) for zone in zones]
    pyogrio.raw.write(
        path,
        np.array([shapely.to_wkb(one) for one in shapes], dtype=object),
        columns,
        list(FIELDS.values()),
        geometry_type="MultiPolygon",
        crs=CRS,
        driver="ESRI Shapefile",
        encoding="UTF-8",
    )


def _undated(path: Path) -> bytes:
    """The bytes of a file, without the day that dBASE writes into its head."""
    content = path.read_bytes()
    return content[:1] + b"\x50\x01\x01" + content[4:] if path.suffix == ".dbf" else content
